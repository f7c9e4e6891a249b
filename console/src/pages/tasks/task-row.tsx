import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { TASK_WORDS } from '../../../../domain/text/case-words.js';
import { useSession } from '../../api/session.js';
import type { TaskDto } from '../../api/tasks.js';
import { DueBadge } from '../../components/due-badge.js';
import { QuartierName } from '../../components/quartier-name.js';
import { useTakeTask } from '../../components/use-take-task.js';
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

function TakeOrRelease({ task }: { readonly task: TaskDto }): ReactNode {
  const { person } = useSession();
  const mine = task.claimedBy?.id === person.id;
  const { busy, change } = useTakeTask(task, mine);
  if (!mine && (task.holder !== undefined || task.claimedBy !== undefined)) return null;
  return (
    <Button size="xs" variant="default" className="pv-no-print" data-take loading={busy} onClick={() => void change()}>
      {mine ? 'Rendre à l’équipe' : 'Prendre'}
      <span className="pv-hidden">{` ${task.caseNumber}`}</span>
    </Button>
  );
}
