import { Button, Switch } from '@mantine/core';
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
import { longDate, today, typeset } from '../../text/format.js';
import { groupByDue, groupByEnd, groupByPlace } from './task-groups.js';
import { TaskRow } from './task-row.js';
import './tasks.css';

type State = NonNullable<TaskFilter['state']>;

const STATES: readonly { readonly id: State; readonly label: string; readonly empty: string }[] = [
  { id: 'todo', label: 'À faire', empty: 'Aucune tâche. Tout est à jour.' },
  { id: 'waiting', label: 'En attente', empty: 'Rien n’attend l’usager ni un collègue.' },
  { id: 'done', label: 'Fait cette semaine', empty: 'Aucune tâche terminée depuis sept jours.' },
];

/** What a referent has to do, waits for, has done; mine or the team's; to take along on a round. */
export function TasksPage(): ReactNode {
  const [view] = useViewParam('vue', 'todo');
  const [team, setTeam] = useViewParam('equipe');
  const [order, setOrder] = useViewParam('tri');
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
      <StateTabs scope={scope} current={state.id} />
      <TaskGroups
        key={`${state.id} ${team}`}
        filter={{ scope, state: state.id, limit: 200 }}
        empty={state.empty}
        byPlace={order === 'lieu'}
      />
    </>
  );
}

function StateTabs({ scope, current }: { readonly scope: 'mine' | 'team'; readonly current: State }): ReactNode {
  const { data = [] } = useTaskCounts(scope);
  const waiting = data.reduce((sum, one) => sum + one.waiting, 0);
  const todo = data.reduce((sum, { open }) => sum + open, 0) - waiting;
  const counts: Partial<Record<State, number>> = { todo, waiting };
  const tabs = STATES.map(({ id, label }) => {
    const count = counts[id];
    return { id, label, ...(count === undefined ? {} : { count }) };
  });
  return <ViewTabs label="Mes tâches" param="vue" fallback="todo" current={current} tabs={tabs} />;
}

function TaskGroups({
  filter,
  empty,
  byPlace,
}: {
  readonly filter: TaskFilter;
  readonly empty: string;
  readonly byPlace: boolean;
}): ReactNode {
  const tasks = useTasks(filter);
  const { data: quartiers } = useQuartiers();
  const box = useRef<HTMLDivElement>(null);
  useMoveAmongLinks(box);
  useShortcuts('Dans la liste', { i: { label: 'Prendre, ou rendre à l’équipe', act: takeFocused } });
  const rows: readonly TaskDto[] | undefined = tasks.data?.pages.flatMap(({ items }) => items);
  if (tasks.isPending) return <Loading what="des tâches" />;
  if (rows === undefined) return <Failure error={tasks.error} onRetry={() => void tasks.refetch()} />;
  if (rows.length === 0) return <Empty title={empty} />;
  const nameOf = (id: string): string => quartiers?.items.find((one) => one.id === id)?.name ?? id;
  const byDay = filter.state === 'done' ? groupByEnd : groupByDue;
  const groups = byPlace ? groupByPlace(rows, nameOf) : byDay(rows);
  return (
    <div ref={box}>
      {tasks.error === null ? null : (
        <Failure error={tasks.error} what="La liste est" onRetry={() => void tasks.refetch()} />
      )}
      {groups.map(({ title, tasks: some }) => (
        <section key={title} className="pv-task-group" aria-label={title}>
          <h2>
            {title} <span className="pv-tag">{some.length}</span>
          </h2>
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
    </div>
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
