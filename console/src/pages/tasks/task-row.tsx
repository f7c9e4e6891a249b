import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { TASK_WORDS } from '../../../../domain/text/case-words.js';
import { queryClient } from '../../api/query-client.js';
import { useSession } from '../../api/session.js';
import { claimTask, releaseTask, type TaskDto } from '../../api/tasks.js';
import { DueBadge } from '../../components/due-badge.js';
import { QuartierName } from '../../components/quartier-name.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { moment, typeset } from '../../text/format.js';
import { taskHref } from './task-groups.js';

/** One task: what is asked, where, until when, and whose it is. */
export function TaskRow({ task }: { readonly task: TaskDto }): ReactNode {
  const { caseNumber, title, kind, dueOn, clockState, receivedAt, quartier, open, endedAt } = task;
  return (
    <li className="pv-task-row">
      <div>
        <Link to={taskHref(task)} className="pv-row-link">
          <span className="pv-row-title">{title}</span>
          <span className="pv-row-sub">{typeset(`${TASK_WORDS[kind]} · ${caseNumber}`)}</span>
        </Link>
        <span className="pv-row-sub">
          {quartier === undefined ? null : (
            <>
              <QuartierName id={quartier} />
              {' · '}
            </>
          )}
          {whoOf(task)}
        </span>
      </div>
      {open ? (
        <DueBadge due={{ dueOn, state: clockState === 'paused' ? clockState : undefined, since: receivedAt }} />
      ) : (
        <span className="pv-row-sub">
          {endedAt === undefined ? 'Terminée' : typeset(`Terminée ${moment(endedAt)}`)}
        </span>
      )}
      {open ? <TakeOrRelease task={task} /> : null}
    </li>
  );
}

function whoOf({ claimedBy, holder, onBehalfOf }: TaskDto): string {
  const person = claimedBy ?? holder;
  if (onBehalfOf !== undefined && person !== undefined) return `pour ${person.name}`;
  return person === undefined ? 'à prendre dans l’équipe' : person.name;
}

function refreshTasks(): void {
  void queryClient.invalidateQueries({ queryKey: ['tasks'] });
}

function TakeOrRelease({ task }: { readonly task: TaskDto }): ReactNode {
  const { person } = useSession();
  const [busy, setBusy] = useState(false);
  const mine = task.claimedBy?.id === person.id;
  if (!mine && (task.holder !== undefined || task.claimedBy !== undefined)) return null;
  const change = async (): Promise<void> => {
    setBusy(true);
    try {
      const [act, back] = mine ? [releaseTask, claimTask] : [claimTask, releaseTask];
      await act(task.id);
      sayDone(mine ? `${task.caseNumber} est rendue à l’équipe.` : `${task.caseNumber} est à vous.`, () =>
        back(task.id).finally(refreshTasks),
      );
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
      refreshTasks();
    }
  };
  return (
    <Button size="xs" variant="default" className="pv-no-print" loading={busy} onClick={() => void change()}>
      {mine ? 'Rendre à l’équipe' : 'Prendre'}
      <span className="pv-hidden">{` ${task.caseNumber}`}</span>
    </Button>
  );
}
