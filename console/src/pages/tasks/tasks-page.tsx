import { Button, Switch } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef, type ReactNode } from 'react';
import { useTaskCounts, useTasks, type TaskDto, type TaskFilter } from '../../api/tasks.js';
import { useQuartiers } from '../../api/places.js';
import { Icon } from '../../components/icon.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { ViewTabs } from '../../components/view-tabs.js';
import { moveKeys, useShortcuts } from '../../shell/keyboard.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { SavedViews } from '../../shell/saved-views.js';
import { useTitle } from '../../shell/title.js';
import { longDate, number, today, typeset } from '../../text/format.js';
import { groupByDue, groupByEnd, groupByPlace, type TaskGroup } from './task-groups.js';
import { TaskRow } from './task-row.js';
import { NextWork } from './next-work.js';
import './tasks.css';

type State = NonNullable<TaskFilter['state']>;

const STATES: readonly { readonly id: State; readonly label: string; readonly empty: string }[] = [
  { id: 'todo', label: 'À faire', empty: 'Aucune tâche. Tout est à jour.' },
  { id: 'waiting', label: 'En attente', empty: 'Rien n’attend l’usager ni un collègue.' },
  { id: 'done', label: 'Fait cette semaine', empty: 'Aucune tâche terminée depuis sept jours.' },
];

/** Three columns of rows beside the rail. */
const WIDE = '(min-width: 1200px)';

/** What a referent has to do, waits for, has done; mine or the team's; to take along on a round. */
export function TasksPage(): ReactNode {
  const [view] = useViewParam('vue', 'todo');
  const [team, setTeam] = useViewParam('equipe');
  const [order, setOrder] = useViewParam('tri');
  const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  const state = STATES.find(({ id }) => id === view) ?? STATES[0];
  const scope = team === 'oui' ? 'team' : 'mine';
  useTitle(state?.label, 'Mes tâches');
  if (state === undefined) return null;
  return (
    <>
      <PageHead title="Mes tâches" lead={typeset(longDate(today()))}>
        <SavedViews />
        <Switch
          label="Toute l’équipe"
          checked={team === 'oui'}
          onChange={(event) => {
            setTeam(event.currentTarget.checked ? 'oui' : '');
          }}
        />
        <Switch
          label="Par lieu"
          checked={order === 'lieu'}
          onChange={(event) => {
            setOrder(event.currentTarget.checked ? 'lieu' : '');
          }}
        />
        <Button
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => {
            window.print();
          }}
        >
          Imprimer la tournée
        </Button>
      </PageHead>
      {order !== 'lieu' && isWide ? (
        <TaskColumns key={team} scope={scope} />
      ) : (
        <>
          <StateTabs scope={scope} current={state.id} />
          <TaskList key={`${state.id} ${team}`} scope={scope} state={state} />
        </>
      )}
    </>
  );
}

/** The three states side by side, where there is room for them; a round by place stays one list. */
function TaskColumns({ scope }: { readonly scope: 'mine' | 'team' }): ReactNode {
  const counts = useStateCounts(scope);
  const todo = useTasks(filterOf(scope, 'todo'));
  const waiting = useTasks(filterOf(scope, 'waiting'));
  const done = useTasks(filterOf(scope, 'done'));
  const lists = { todo, waiting, done };
  const failed = Object.values(lists).filter(({ error }) => error !== null);
  return (
    <Rows>
      {/* What fails for one fails for all, and is said once. */}
      <ListFailure lists={failed} />
      {failed.length === STATES.length && failed.every(({ data }) => data === undefined) ? null : (
        <div className="pv-task-columns">
          {STATES.map(({ id, label, empty }) => (
            <section key={id} aria-labelledby={`pv-tasks-${id}`} className={id === 'todo' ? undefined : 'pv-no-print'}>
              <h2 id={`pv-tasks-${id}`}>
                {label} {counts[id] === undefined ? null : <span className="pv-tag">{number(counts[id])}</span>}
              </h2>
              <TaskGroups
                tasks={lists[id]}
                group={id === 'done' ? groupByEnd : groupByDue}
                empty={empty}
                instead={id === 'todo' && scope === 'mine' ? <NextWork /> : null}
                heading="h3"
              />
            </section>
          ))}
        </div>
      )}
    </Rows>
  );
}

/** One state at a time: by day, or by place for a round. */
function TaskList({
  scope,
  state,
}: {
  readonly scope: 'mine' | 'team';
  readonly state: (typeof STATES)[number];
}): ReactNode {
  const [order] = useViewParam('tri');
  const tasks = useTasks(filterOf(scope, state.id));
  const { data: quartiers } = useQuartiers();
  const nameOf = (id: string): string => quartiers?.items.find((one) => one.id === id)?.name ?? id;
  const byDay = state.id === 'done' ? groupByEnd : groupByDue;
  const group = order === 'lieu' ? (rows: readonly TaskDto[]) => groupByPlace(rows, nameOf) : byDay;
  return (
    <Rows>
      <ListFailure lists={tasks.error === null ? [] : [tasks]} />
      <TaskGroups
        tasks={tasks}
        group={group}
        empty={state.empty}
        instead={state.id === 'todo' && scope === 'mine' ? <NextWork /> : null}
        heading="h2"
      />
    </Rows>
  );
}

function filterOf(scope: 'mine' | 'team', state: State): TaskFilter {
  return { scope, state, limit: 200 };
}

type Tasks = ReturnType<typeof useTasks>;

function ListFailure({ lists }: { readonly lists: readonly Tasks[] }): ReactNode {
  const [first] = lists;
  if (first === undefined) return null;
  return (
    <Failure
      error={first.error}
      {...(first.data === undefined ? {} : { what: 'La liste est' })}
      onRetry={() => {
        for (const { refetch } of lists) void refetch();
      }}
    />
  );
}

/** The rows of the page, gone through by keys whatever holds them. */
function Rows({ children }: { readonly children: ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useMoveAmongLinks(box);
  useShortcuts('Dans la liste', { i: { label: 'Prendre, ou rendre à l’équipe', act: takeFocused } });
  return <div ref={box}>{children}</div>;
}

function useStateCounts(scope: 'mine' | 'team'): Partial<Record<State, number>> {
  const { data = [] } = useTaskCounts(scope);
  const waiting = data.reduce((sum, one) => sum + one.waiting, 0);
  return { todo: data.reduce((sum, { open }) => sum + open, 0) - waiting, waiting };
}

function StateTabs({ scope, current }: { readonly scope: 'mine' | 'team'; readonly current: State }): ReactNode {
  const counts = useStateCounts(scope);
  const tabs = STATES.map(({ id, label }) => {
    const count = counts[id];
    return { id, label, ...(count === undefined ? {} : { count }) };
  });
  return <ViewTabs label="Mes tâches" param="vue" fallback="todo" current={current} tabs={tabs} />;
}

interface TaskGroupsProps {
  readonly tasks: Tasks;
  readonly group: (rows: readonly TaskDto[]) => readonly TaskGroup[];
  readonly empty: string;
  /** What may be done when there is nothing. */
  readonly instead: ReactNode;
  readonly heading: 'h2' | 'h3';
}

/** The rows of a list, group by group; that it failed is said above it. */
function TaskGroups({ tasks, group, empty, instead, heading: Heading }: TaskGroupsProps): ReactNode {
  const rows: readonly TaskDto[] | undefined = tasks.data?.pages.flatMap(({ items }) => items);
  if (tasks.isPending) return <Loading what="des tâches" />;
  if (rows === undefined) return null;
  if (rows.length === 0) return <Empty title={empty}>{instead}</Empty>;
  return (
    <>
      {group(rows).map(({ title, tasks: some }) => (
        <section key={title} className="pv-task-group" aria-label={title}>
          <Heading>
            {title} <span className="pv-tag">{some.length}</span>
          </Heading>
          <ul className="pv-card pv-task-rows">
            {some.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
        </section>
      ))}
      {tasks.hasNextPage ? (
        <Button variant="default" mt="md" loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
          Afficher la suite
        </Button>
      ) : null}
    </>
  );
}

/** J and K go from row to row, in the order of the page. */
export function useMoveAmongLinks(box: { readonly current: HTMLElement | null }): void {
  const move = (by: number): void => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>('.pv-row-link') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  useShortcuts('Dans la liste', moveKeys(move));
}

/** The row in which the focus is. */
function takeFocused(): void {
  document.activeElement?.closest('.pv-task-row')?.querySelector<HTMLElement>('[data-take]')?.click();
}
