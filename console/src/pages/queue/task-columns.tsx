import { TASK_WORDS } from '../../../../domain/text/case-words.js';
import type { TaskDto } from '../../api/tasks.js';
import { DueBadge } from '../../components/due-badge.js';
import type { Column } from '../../components/record-list.js';
import { QuartierName } from '../../components/quartier-name.js';
import { shortMoment, typeset } from '../../text/format.js';

/** How a task shows in a list. */
export const taskColumns: readonly Column<TaskDto>[] = [
  {
    id: 'case',
    title: 'Demande',
    cell: ({ caseNumber, title, words, sensitive }) => (
      <>
        {/* The requests without a process all bear the same title: what was said tells them apart. */}
        <span className="pv-row-title pv-two-lines">{words === undefined ? title : typeset(`« ${words} »`)}</span>
        <span className="pv-row-sub">
          {caseNumber}
          {sensitive ? ' · confidentielle' : ''}
        </span>
      </>
    ),
  },
  { id: 'kind', title: 'À faire', width: '22%', wideOnly: 'pane', cell: ({ kind }) => TASK_WORDS[kind] },
  {
    id: 'due',
    title: 'Échéance',
    width: '14rem',
    cell: ({ dueOn, clockState, receivedAt }) => (
      <DueBadge due={{ dueOn, state: clockState === 'paused' ? clockState : undefined, since: receivedAt }} />
    ),
  },
  {
    id: 'quartier',
    title: 'Quartier',
    width: '8.75rem',
    wideOnly: true,
    cell: ({ quartier }) => <QuartierName id={quartier} />,
  },
  {
    id: 'who',
    title: 'Chez',
    width: '11rem',
    wideOnly: true,
    cell: ({ claimedBy, holder }) => (claimedBy ?? holder)?.name ?? 'Personne encore',
  },
  {
    id: 'received',
    title: 'Reçue',
    width: '7.5rem',
    wideOnly: true,
    cell: ({ receivedAt }) => shortMoment(receivedAt),
  },
];
