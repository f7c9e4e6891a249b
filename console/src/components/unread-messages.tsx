import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useUnreadMessages } from '../api/messages.js';
import { count, typeset } from '../text/format.js';
import { Notice } from './state/notice.js';

/** Shown in the notice; the others come up once these are read. */
const SHOWN = 5;

/** Citizens who wrote on cases that one holds, and whom nobody has read yet; nothing where there are none. */
export function UnreadMessages(): ReactNode {
  const { data } = useUnreadMessages();
  if (data === undefined || data.count === 0) return null;
  return (
    <Notice
      tone="info"
      icon="letter"
      role="status"
      title={typeset(`${count(data.count, 'message d’usager', 'messages d’usagers')} à lire sur vos demandes`)}
    >
      <ul>
        {data.cases.slice(0, SHOWN).map(({ caseId, caseNumber, title }) => (
          <li key={caseId}>
            <Anchor component={Link} to={`/dossiers/${caseId}?onglet=echanges`}>
              {typeset(`${caseNumber} — ${title}`)}
            </Anchor>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
