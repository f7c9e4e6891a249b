import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../api/cases.js';
import { plainDate, typeset } from '../text/format.js';
import { Notice } from './state/notice.js';

const WAITS: Readonly<Record<string, string>> = {
  missingItem: 'Attend l’usager',
  opinion: 'Attend un avis',
  finding: 'Attend un constat',
};

/** What a request is waiting for: of whom, until when, and whether the answer can be given without it. */
export function WaitedFor({ openRequests }: Pick<CaseDetailDto, 'openRequests'>): ReactNode {
  return openRequests.map(({ id, kind, department, text, until, overdue, required }) => (
    <Notice
      key={id}
      tone={overdue ? 'late' : 'soon'}
      icon="clock"
      title={typeset([WAITS[kind] ?? 'En attente', department].filter(Boolean).join(' : '))}
    >
      {text === undefined ? null : <p className="pv-words">{text}</p>}
      {until === undefined ? null : <p>{typeset(`Jusqu’au ${plainDate(until)}${overdue ? ', dépassé' : ''}.`)}</p>}
      {required ? <p>La réponse ne peut pas être donnée avant.</p> : null}
    </Notice>
  ));
}
