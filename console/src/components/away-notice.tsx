import type { ReactNode } from 'react';
import { usePerson } from '../api/places.js';
import { dayAndMonth, typeset } from '../text/format.js';
import { Notice } from './state/notice.js';

interface AwayNoticeProps {
  readonly personId: string;
  /** Of the work that is looked at; without one, only an absence for all work counts. */
  readonly processId?: string | undefined;
}

/** That somebody is away, until when, who acts meanwhile, and their word to colleagues; nothing where they are there. */
export function AwayNotice({ personId, processId }: AwayNoticeProps): ReactNode {
  const { data: person } = usePerson(personId);
  const away = person?.away.find(
    ({ processes }) => processes === undefined || (processId !== undefined && processes.includes(processId)),
  );
  if (person === undefined || away === undefined) return null;
  const { to, substitute, message } = away;
  const by = substitute === undefined ? ' Personne ne remplace.' : ` Remplacement : ${substitute.name}.`;
  return (
    <Notice
      tone="soon"
      icon="people"
      title={typeset(`${person.name} : absence jusqu’au ${dayAndMonth(to)} compris.${by}`)}
    >
      {message === undefined ? null : <p className="pv-words">{message}</p>}
    </Notice>
  );
}
