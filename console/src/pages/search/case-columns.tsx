import { TASK_WORDS } from '../../../../domain/text/case-words.js';
import type { CaseListItemDto } from '../../api/cases.js';
import { DueBadge } from '../../components/due-badge.js';
import { QuartierName } from '../../components/quartier-name.js';
import type { Column } from '../../components/record-list.js';
import { shortMoment } from '../../text/format.js';
import { FoundNames, FoundWords } from './found-by.js';

/** How a case shows in a list. */
export const caseColumns: readonly Column<CaseListItemDto>[] = [
  {
    id: 'case',
    title: 'Demande',
    cell: (row) => (
      <>
        <span className="pv-row-title">{row.readable ? row.title : 'Contenu réservé à son service'}</span>
        <FoundNames {...row} />
        <FoundWords {...row} />
      </>
    ),
  },
  {
    id: 'state',
    title: 'Où en est-elle',
    width: '22%',
    wideOnly: 'pane',
    cell: ({ departmentName, holderName, ...row }) => (
      <>
        {stateOf(row)}
        <span className="pv-row-sub">
          {[departmentName, holderName].filter((part) => part !== undefined).join(' · ')}
        </span>
      </>
    ),
  },
  {
    id: 'due',
    title: 'Échéance',
    width: '14rem',
    cell: ({ dueOn, clockState, receivedAt }) =>
      dueOn === undefined && clockState === undefined ? (
        '—'
      ) : (
        <DueBadge due={{ dueOn, state: clockState, since: receivedAt }} />
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
    id: 'received',
    title: 'Reçue',
    width: '7.5rem',
    wideOnly: true,
    cell: ({ receivedAt }) => (receivedAt === undefined ? '—' : shortMoment(receivedAt)),
  },
];

const STEPS: Readonly<Record<string, string>> = {
  waiting: 'En attente',
  closed: 'Close',
  ended: 'Terminée',
  'reply.sending': 'Réponse en cours d’envoi',
  'reply.inDoubt': 'Envoi à vérifier',
  'reply.toPost': 'Lettre à poster',
  'reply.failed': 'La réponse n’a pas pu partir',
  'reply.gone': 'Réponse partie',
};

/** What a case waits for, in words. */
export function stateOf({ step, status }: Pick<CaseListItemDto, 'step' | 'status'>): string {
  if (step === undefined) return status === 'open' ? 'En cours' : 'Close';
  const words: Readonly<Record<string, string>> = TASK_WORDS;
  return STEPS[step] ?? words[step] ?? step;
}
