import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { addDays, isLocalDate } from '../../../../domain/time/local-date.js';
import { newKey } from '../../api/intention.js';
import { reassignTask, usePlanning, type PlannedTaskDto, type PlanningDto } from '../../api/planning.js';
import { Confirm } from '../../components/confirm.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { told } from '../../shell/toasts.js';
import { dayAndMonth, typeset } from '../../text/format.js';
import { CalendarFeed } from './calendar-feed.js';
import { WeekBoard } from './week-board.js';
import './team.css';

/** Who has what to do in a department this week, and who is away: one row a person, one column a working day. */
export function TeamPage(): ReactNode {
  const [department, setDepartment] = useViewParam('service');
  const [week, setWeek] = useViewParam('semaine');
  useTitle('Semaine de l’équipe');
  const { data, error, isPending, isPlaceholderData, refetch } = usePlanning({
    ...(department === '' ? {} : { department }),
    ...(isLocalDate(week) ? { on: week } : {}),
  });
  return (
    <>
      <PageHead title="Semaine de l’équipe" lead={data === undefined ? undefined : leadOf(data)}>
        {data === undefined ? null : <WeekSteps planning={data} onWeek={setWeek} />}
      </PageHead>
      {isPending ? <Loading what="de la semaine" /> : null}
      {error === null ? null : <Failure error={error} what="La semaine est" onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          {data.departments.length < 2 ? null : (
            <Select
              className="pv-team-department"
              label="Service"
              searchable
              allowDeselect={false}
              value={data.department.id}
              data={data.departments.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(next) => {
                setDepartment(next ?? '');
              }}
            />
          )}
          <MovableWeek planning={data} busy={isPlaceholderData} />
        </>
      )}
      {data === undefined ? null : <CalendarFeed />}
    </>
  );
}

function leadOf({ department, monday }: PlanningDto): string {
  const end = isLocalDate(monday) ? addDays(monday, 6) : monday;
  return typeset(`${department.name}, du ${dayAndMonth(monday)} au ${dayAndMonth(end)}`);
}

/** Nothing is planned in a week that is over: one goes back to this one at most. */
function WeekSteps({
  planning: { monday, today },
  onWeek,
}: {
  readonly planning: PlanningDto;
  readonly onWeek: (day: string) => void;
}): ReactNode {
  const step = (days: number): void => {
    if (isLocalDate(monday)) onWeek(addDays(monday, days));
  };
  const isNow = monday <= today && isLocalDate(monday) && today < addDays(monday, 7);
  return (
    <>
      <Button
        variant="default"
        disabled={monday <= today}
        onClick={() => {
          step(-7);
        }}
      >
        Semaine précédente
      </Button>
      <Button
        variant="default"
        disabled={isNow}
        onClick={() => {
          onWeek('');
        }}
      >
        Cette semaine
      </Button>
      <Button
        variant="default"
        onClick={() => {
          step(7);
        }}
      >
        Semaine suivante
      </Button>
    </>
  );
}

interface Move {
  readonly task: PlannedTaskDto;
  readonly to: { readonly id: string; readonly name: string };
  readonly key: string;
}

/** A task changes hands by a menu, then a word of confirmation: what was already written for it becomes history. */
function MovableWeek({ planning, busy }: { readonly planning: PlanningDto; readonly busy: boolean }): ReactNode {
  const [move, setMove] = useState<Move>();
  const [sending, setSending] = useState(false);
  const confirm = async ({ task, to, key }: Move): Promise<void> => {
    setSending(true);
    await told(reassignTask(task.id, to.id, key), `${task.caseNumber} est confiée à ${to.name}.`);
    setSending(false);
    setMove(undefined);
  };
  return (
    <>
      {planning.cut ? (
        <Notice
          tone="info"
          title={typeset('Il y a plus de tâches que ce tableau n’en montre : les compteurs, eux, les comptent toutes.')}
        />
      ) : null}
      <WeekBoard
        planning={planning}
        busy={busy}
        onMove={(task, to) => {
          setMove({ task, to, key: newKey() });
        }}
      />
      <Confirm
        opened={move !== undefined}
        title={move === undefined ? '' : typeset(`Confier ${move.task.caseNumber} à ${move.to.name} ?`)}
        consequence="La tâche change de mains ; le délai ne change pas."
        confirmLabel="Confier la tâche"
        loading={sending}
        onConfirm={() => {
          if (move !== undefined) void confirm(move);
        }}
        onClose={() => {
          setMove(undefined);
        }}
      />
    </>
  );
}
