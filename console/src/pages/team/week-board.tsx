import { Button, Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { TASK_WORDS } from '../../../../domain/text/case-words.js';
import type { PlannedPersonDto, PlannedTaskDto, PlanningDto } from '../../api/planning.js';
import { PersonChip } from '../../components/person-chip.js';
import { QuartierName } from '../../components/quartier-name.js';
import { agree, count, typeset } from '../../text/format.js';
import { taskHref } from '../tasks/task-groups.js';
import { awayWords, columnsOf, isAway, type WeekColumn } from './week-columns.js';

/** Cards that a cell shows before it is opened. */
const SHOWN = 4;

interface BoardProps {
  readonly planning: PlanningDto;
  readonly busy: boolean;
  readonly onMove: (task: PlannedTaskDto, to: PlannedPersonDto) => void;
}

/** The week as a table; on a narrow screen each person's cells come one under the other, without the empty ones. */
export function WeekBoard({ planning, busy, onMove }: BoardProps): ReactNode {
  const columns = columnsOf(planning);
  const { people, team, tasks } = planning;
  const rows = [...(team.open === 0 ? [] : [undefined]), ...people];
  return (
    <div className="pv-card pv-week-scroll" aria-busy={busy}>
      <table className="pv-week">
        <caption className="pv-hidden">Tâches ouvertes, par personne et par jour</caption>
        <thead>
          <tr>
            <th scope="col">Personne</th>
            {columns.map(({ id, label, isToday }) => (
              <th key={id} scope="col" aria-current={isToday ? 'date' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <Row
              key={person?.id ?? ''}
              planning={planning}
              person={person}
              columns={columns}
              tasks={tasks.filter((task) => task.person === person?.id)}
              onMove={onMove}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly planning: PlanningDto;
  /** Absent: what is nobody's yet. */
  readonly person: PlannedPersonDto | undefined;
  readonly columns: readonly WeekColumn[];
  readonly tasks: readonly PlannedTaskDto[];
  readonly onMove: BoardProps['onMove'];
}

function Row({ planning, person, columns, tasks, onMove }: RowProps): ReactNode {
  const away = person?.away ?? [];
  return (
    <tr>
      <th scope="row">
        {person === undefined ? <strong>À prendre dans l’équipe</strong> : <PersonChip person={person} />}
        <Load load={person?.load ?? planning.team} shown={planning.cut ? undefined : tasks.length} />
        {away.map((one) => (
          <span key={`${one.from} ${String(one.processes)}`} className="pv-tag">
            {awayWords(one)}
          </span>
        ))}
      </th>
      {columns.map((column) => (
        <Cell
          key={column.id}
          column={column}
          away={isAway(away, column.id)}
          tasks={tasks.filter(column.has)}
          people={planning.people.filter(({ id, member }) => member && id !== person?.id)}
          onMove={onMove}
        />
      ))}
    </tr>
  );
}

/** `shown`: how many of them this week shows; the others come on another one. */
function Load({
  load: { open, late },
  shown = open,
}: {
  readonly load: PlannedPersonDto['load'];
  readonly shown?: number | undefined;
}): ReactNode {
  const elsewhere = open - shown;
  const words = [
    count(open, 'tâche'),
    ...(late === 0 ? [] : [`dont ${String(late)} en retard`]),
    ...(elsewhere === 0
      ? []
      : [`${String(elsewhere)} ${agree(elsewhere, 'sur une autre semaine', 'sur d’autres semaines')}`]),
  ];
  return <span className="pv-row-sub">{typeset(words.join(', '))}</span>;
}

interface CellProps {
  readonly column: WeekColumn;
  readonly away: boolean;
  readonly tasks: readonly PlannedTaskDto[];
  readonly people: readonly PlannedPersonDto[];
  readonly onMove: BoardProps['onMove'];
}

function Cell({ column: { id, label }, away, tasks, people, onMove }: CellProps): ReactNode {
  const [open, setOpen] = useState(false);
  const shown = open ? tasks : tasks.slice(0, SHOWN);
  return (
    <td data-column={id} data-empty={tasks.length === 0 && !away} data-away={away}>
      <span className="pv-week-label" aria-hidden="true">
        {label}
      </span>
      {away ? <span className="pv-row-sub">Absence</span> : null}
      {tasks.length === 0 ? null : (
        <ul>
          {shown.map((task) => (
            <Card key={task.id} task={task} people={people} onMove={onMove} />
          ))}
        </ul>
      )}
      {tasks.length <= SHOWN ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {typeset(open ? 'Réduire' : `Et ${count(tasks.length - SHOWN, 'autre')}`)}
        </Button>
      )}
    </td>
  );
}

function Card({
  task,
  people,
  onMove,
}: Pick<CellProps, 'people' | 'onMove'> & { readonly task: PlannedTaskDto }): ReactNode {
  const { caseNumber, title, kind, quartier, mayMove } = task;
  return (
    <li className="pv-week-card">
      <Link to={taskHref(task)} className="pv-row-link">
        <span className="pv-row-title">{title}</span>
        <span className="pv-row-sub">
          <span className="pv-nowrap">{caseNumber}</span>
          {` · ${TASK_WORDS[kind]}`}
          {quartier === undefined ? null : (
            <>
              {' · '}
              <QuartierName id={quartier} />
            </>
          )}
        </span>
      </Link>
      {mayMove && people.length > 0 ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              size="compact-sm"
              className="pv-no-print"
              aria-label={`Confier ${caseNumber} à quelqu’un d’autre`}
            >
              Confier à…
            </Button>
          </Menu.Target>
          <Menu.Dropdown className="pv-week-menu">
            {people.map((person) => (
              <Menu.Item
                key={person.id}
                onClick={() => {
                  onMove(task, person);
                }}
              >
                {person.name}
                <Load load={person.load} />
                {person.away.some(({ processes }) => processes === undefined) ? (
                  <span className="pv-tag">Absence cette semaine</span>
                ) : null}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  );
}
