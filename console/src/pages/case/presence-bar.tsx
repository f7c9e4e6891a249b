import { useEffect, type ReactNode } from 'react';
import { noteWriting, usePresence } from '../../api/presence.js';
import { PersonChip } from '../../components/person-chip.js';
import { Notice } from '../../components/state/notice.js';
import { agree, typeset } from '../../text/format.js';
import './messages-panel.css';

/** Who else is on this page: avatars for those who read, a banner for whoever writes. */
export function PresenceBar({ caseId }: { readonly caseId: string }): ReactNode {
  const present = usePresence(caseId);
  useEffect(() => {
    const note = ({ target }: Event): void => {
      if (target instanceof Element && target.matches('.pv-case textarea')) noteWriting(caseId);
    };
    document.addEventListener('input', note);
    return () => {
      document.removeEventListener('input', note);
    };
  }, [caseId]);
  const writers = present.filter(({ state }) => state === 'writing');
  const names = writers.map(({ person }) => person.name).join(', ');
  const verb = agree(writers.length, 'rédige', 'rédigent');
  return (
    <div className="pv-no-print" aria-live="polite">
      {writers.length === 0 ? null : (
        <Notice tone="soon" icon="pen" title={typeset(`${names} ${verb} sur cette demande en ce moment.`)} />
      )}
      {present.length === 0 ? null : (
        <ul className="pv-presence" aria-label="Aussi sur cette demande">
          {present.map(({ person, state }) => (
            <li key={person.id}>
              <PersonChip
                person={{ id: person.id, name: `${person.name} ${state === 'writing' ? 'rédige' : 'consulte'}` }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
