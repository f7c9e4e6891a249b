import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { useSession } from '../../api/session.js';
import type { TaskDto } from '../../api/tasks.js';
import { AwayNotice } from '../../components/away-notice.js';
import { DueBadge } from '../../components/due-badge.js';
import { dayAndMonth, moment, typeset } from '../../text/format.js';

interface TaskAskedProps {
  readonly task: TaskDto;
  readonly caseFile: CaseDetailDto;
}

const ASKED: Readonly<Record<string, string>> = {
  answer: 'répondre à cette demande',
  giveOpinion: 'donner votre avis',
  inspect: 'aller voir sur place',
  qualify: 'trouver le bon processus',
  reassign: 'trouver le bon service',
  confirmPosting: 'poster la lettre et le confirmer',
  settleDoubt: 'vérifier si la réponse est partie',
};

/** What is asked, in one sentence; by whom; until when; in whose place. */
export function TaskAsked({ task, caseFile }: TaskAskedProps): ReactNode {
  const { person } = useSession();
  const { kind, dueOn, clockState, receivedAt, caseNumber, title, openedAt } = task;
  const until = dueOn === undefined ? '' : `, au plus tard ${dayAndMonth(dueOn)}`;
  const behalf = behalfOf(task, person.id);
  return (
    <header className="pv-case-head">
      <p className="pv-case-number">{caseNumber}</p>
      <h1>{title}</h1>
      {task.open ? (
        <p className="pv-asked">{typeset(`On vous demande de ${ASKED[kind] ?? 'traiter cette demande'}${until}.`)}</p>
      ) : null}
      <p className="pv-case-state">
        {task.open ? (
          <DueBadge due={{ dueOn, state: clockState === 'paused' ? clockState : undefined, since: receivedAt }} />
        ) : null}
        <span className="pv-row-sub">
          {typeset(`Demandé par ${byWhom(task, caseFile)}, ${moment(openedAt)}`)}
          {behalf === undefined ? null : typeset(` · vous agissez pour ${behalf}`)}
        </span>
      </p>
      {behalf === undefined || task.holder === undefined ? null : (
        <AwayNotice personId={task.holder.id} processId={task.processId} />
      )}
    </header>
  );
}

/** The absent colleague in whose place the reader would act. */
function behalfOf({ onBehalfOf, holder }: TaskDto, reader: string): string | undefined {
  return onBehalfOf === undefined || holder?.id === reader ? undefined : (holder?.name ?? onBehalfOf);
}

function byWhom({ openRequest, kind }: TaskDto, { openRequests, sentBack, channelWords }: CaseDetailDto): string {
  const asked = openRequests.find(({ id }) => id === openRequest)?.askedBy;
  if (asked !== undefined) return asked.name;
  if (kind === 'answer' && sentBack !== undefined) return sentBack.by.name;
  return `un usager (${channelWords})`;
}
