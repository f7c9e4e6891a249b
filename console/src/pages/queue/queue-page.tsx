import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { prefetchCase, refreshAfterAct } from '../../api/cases.js';
import { asProblem } from '../../api/problem.js';
import { useCallbackCounts } from '../../api/callbacks.js';
import { releaseTask, takeNext, useTaskCounts, useTasks, type TaskDto } from '../../api/tasks.js';
import { useGrouping, useListGroups } from '../../components/list-groups.js';
import { RecordList } from '../../components/record-list.js';
import { useSteadyRows } from '../../components/steady-rows.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { count, number } from '../../text/format.js';
import { usePeek, useViewParam } from '../../shell/peek.js';
import { Split } from '../../shell/peek-pane.js';
import { PageHead } from '../../shell/page-head.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { SavedViews } from '../../shell/saved-views.js';
import { useTitle } from '../../shell/title.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { CaseView } from '../case/case-view.js';
import { OTHER_VIEWS, QUEUE_VIEWS, type QueueView } from './queue-views.js';
import { CallbacksList } from './callbacks-list.js';
import { SetAsidesList } from './set-asides-list.js';
import { taskColumns } from './task-columns.js';
import { UnreadMessages } from '../../components/unread-messages.js';
import { ViewTabs } from '../../components/view-tabs.js';

/** What an ambassador has to do, by what it asks for; the most urgent first. */
export function QueuePage(): ReactNode {
  const [chosen] = useViewParam('vue', 'a-qualifier');
  const other = OTHER_VIEWS.find(({ id }) => id === chosen);
  const view = QUEUE_VIEWS.find(({ id }) => id === chosen) ?? QUEUE_VIEWS[0];
  const peek = usePeek();
  useTitle((other ?? view)?.label, 'Ma file');
  if (view === undefined) return null;
  return (
    <>
      <PageHead title="Ma file" lead={<QueueLead />}>
        <SavedViews />
        <TakeNext view={view} />
      </PageHead>
      <UnreadMessages />
      <QueueTabs current={(other ?? view).id} />
      <Split
        list={other === undefined ? <TaskList key={view.id} view={view} /> : OTHER_LISTS[other.id]}
        pane={
          peek.id === undefined
            ? undefined
            : { title: 'de la demande', href: `/dossiers/${peek.id}`, body: <CaseView caseId={peek.id} inPane /> }
        }
      />
    </>
  );
}

const OTHER_LISTS = { rappels: <CallbacksList />, indesirables: <SetAsidesList /> };

function QueueLead(): ReactNode {
  const { data } = useTaskCounts('team');
  if (data === undefined) return null;
  const open = data.reduce((sum, one) => sum + one.open, 0);
  const next = data.reduce((sum, one) => sum + one.dueNext, 0);
  const late = data.reduce((sum, one) => sum + one.late, 0);
  return (
    <span role="status">
      {count(open, 'tâche')} pour l’équipe{late > 0 ? `, dont ${number(late)} en retard` : ''}
      {next > 0 ? ` ; ${count(next, 'échéance')} le prochain jour ouvré` : ''}
    </span>
  );
}

function QueueTabs({ current }: { readonly current: string }): ReactNode {
  const { data: team = [] } = useTaskCounts('team');
  const { data: mine = [] } = useTaskCounts('mine');
  const { data: callbacks } = useCallbackCounts();
  const waiting = ({ filter }: QueueView): number => {
    const counts = filter.scope === 'mine' ? mine : team;
    const kinds = counts.filter(({ kind }) => filter.kind === undefined || kind === filter.kind);
    return kinds.reduce((sum, { open, late }) => sum + (filter.late === true ? late : open), 0);
  };
  return (
    <ViewTabs
      label="Vues de ma file"
      param="vue"
      fallback="a-qualifier"
      current={current}
      tabs={[
        ...QUEUE_VIEWS.map((view) => ({ id: view.id, label: view.label, count: waiting(view) })),
        ...OTHER_VIEWS.map((view) =>
          view.id === 'rappels' && callbacks !== undefined ? { ...view, count: callbacks.due } : view,
        ),
      ]}
    />
  );
}

function TaskList({ view }: { readonly view: QueueView }): ReactNode {
  const grouping = useGrouping();
  const tasks = useTasks({ ...view.filter, ...grouping });
  const groups = useListGroups<TaskDto>(tasks.data, 'tâche');
  const given = tasks.data?.pages.flatMap(({ items }) => items);
  const shown = `${view.id} ${grouping.group ?? ''}`;
  const { rows, fresh, showFresh } = useSteadyRows<TaskDto>(given, ({ id }) => id, shown);
  if (tasks.isPending) return <Loading what="des demandes" />;
  if (given === undefined) return <Failure error={tasks.error} onRetry={() => void tasks.refetch()} />;
  return (
    <>
      {tasks.error === null ? null : (
        <Failure error={tasks.error} what="La liste est" onRetry={() => void tasks.refetch()} />
      )}
      {fresh > 0 ? (
        <Button variant="light" size="xs" mb="xs" onClick={showFresh}>
          {count(fresh, 'nouvelle demande', 'nouvelles demandes')} — afficher
        </Button>
      ) : null}
      {rows.length === 0 ? (
        <NothingLeft view={view} />
      ) : (
        <RecordList
          label={view.label}
          rows={rows}
          idOf={({ id }) => id}
          peekOf={({ caseId }) => caseId}
          hrefOf={({ caseId }) => `/dossiers/${caseId}`}
          nameOf={({ caseNumber }) => caseNumber}
          columns={taskColumns}
          groupable
          groups={groups}
          onNear={({ caseId }) => {
            prefetchCase(caseId);
          }}
          more={
            tasks.hasNextPage
              ? { onMore: () => void tasks.fetchNextPage(), loading: tasks.isFetchingNextPage }
              : undefined
          }
        />
      )}
    </>
  );
}

function NothingLeft({ view }: { readonly view: QueueView }): ReactNode {
  const { data = [] } = useTaskCounts('team');
  const elsewhere = data.reduce((sum, { open }) => sum + open, 0);
  return (
    <Empty title={view.empty}>
      {elsewhere > 0 && view.id !== 'toutes' ? (
        <p>
          <Link to="/file?vue=toutes">{count(elsewhere, 'tâche attend', 'tâches attendent')} dans les autres vues</Link>
        </p>
      ) : (
        <p>Tout est à jour.</p>
      )}
    </Empty>
  );
}

async function giveBack({ id, caseId }: TaskDto): Promise<void> {
  try {
    await releaseTask(id);
  } finally {
    refreshAfterAct(caseId);
  }
}

/** The most urgent that nobody has; two people never get the same. */
function TakeNext({ view }: { readonly view: QueueView }): ReactNode {
  const peek = usePeek();
  const [params] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [none, setNone] = useState<string>();
  const take = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setNone(undefined);
    try {
      const task = await takeNext(view.common ? view.filter.kind : undefined);
      refreshAfterAct(task.caseId);
      sayDone(`${task.caseNumber} est à vous.`, () => giveBack(task));
      peek.open(task.caseId);
    } catch (error) {
      if (asProblem(error).code === 'task.none-left') setNone('Plus rien à prendre ici.');
      else sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  useShortcuts('Dans la file', { i: { label: 'Prendre la suivante', act: () => void take() } });
  return (
    <>
      <span role="status" className="pv-row-sub" key={params.get('vue')}>
        {none}
      </span>
      <Button
        variant="default"
        loading={busy}
        onClick={() => void take()}
        rightSection={<kbd className="pv-wide-only">I</kbd>}
      >
        Prendre la suivante
      </Button>
    </>
  );
}
