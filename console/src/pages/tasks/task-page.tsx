import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { useCase } from '../../api/cases.js';
import { useTask, type TaskDto } from '../../api/tasks.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { WaitedFor } from '../../components/waited-for.js';
import { Untitled } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { TaskAnswer } from './task-answer.js';
import { TaskAsked } from './task-asked.js';
import { TaskEnded } from './task-ended.js';
import { TaskFacts } from './task-facts.js';
import { taskHref } from './task-groups.js';
import '../case/case.css';
import '../../components/two-sides.css';
import './tasks.css';

/** From the link in a mail: what is asked, by whom, until when; then it is done here. */
export function TaskPage(): ReactNode {
  const { taskId = '' } = useParams();
  const { data: task, error, isPending, refetch } = useTask(taskId);
  useTitle(task?.caseNumber, 'Tâche');
  if (isPending)
    return (
      <Untitled title="Tâche">
        <Loading what="de la tâche" />
      </Untitled>
    );
  if (task === undefined)
    return (
      <>
        <h1>Tâche</h1>
        <Failure error={error} onRetry={() => void refetch()} />
      </>
    );
  if (task.open && (task.kind === 'endorse' || task.kind === 'sign')) return <Navigate to={taskHref(task)} replace />;
  return <TaskWithCase task={task} />;
}

function TaskWithCase({ task }: { readonly task: TaskDto }): ReactNode {
  const { data: caseFile, error, isPending, refetch } = useCase(task.caseId);
  if (isPending)
    return (
      <Untitled title={task.title}>
        <Loading what="de la demande" />
      </Untitled>
    );
  if (caseFile === undefined)
    return (
      <>
        <h1>{task.title}</h1>
        <Failure error={error} what="La demande est" onRetry={() => void refetch()} />
      </>
    );
  const open = task.open && caseFile.tasks.some(({ id }) => id === task.id);
  return (
    <>
      <p className="pv-back pv-no-print">
        <Anchor component={Link} to="/taches">
          Mes tâches
        </Anchor>
      </p>
      <TaskAsked task={task} caseFile={caseFile} />
      {error === null ? null : <Failure error={error} what="La demande est" onRetry={() => void refetch()} />}
      {open && task.kind === 'answer' ? <WaitedFor openRequests={caseFile.openRequests} /> : null}
      {open ? (
        <TaskAnswer task={task} caseFile={caseFile}>
          <TaskFacts caseFile={caseFile} />
        </TaskAnswer>
      ) : (
        <>
          <TaskEnded task={task} caseFile={caseFile} />
          <TaskFacts caseFile={caseFile} />
        </>
      )}
    </>
  );
}
