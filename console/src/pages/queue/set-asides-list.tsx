import type { ReactNode } from 'react';
import { prefetchCase } from '../../api/cases.js';
import { useSetAsides, type SetAsideDto } from '../../api/set-asides.js';
import { PagedList } from '../../components/paged-list.js';
import type { Column } from '../../components/record-list.js';
import { Empty } from '../../components/state/empty.js';
import { shortMoment, typeset } from '../../text/format.js';

const COLUMNS: readonly Column<SetAsideDto>[] = [
  {
    id: 'case',
    title: 'Message',
    cell: ({ caseNumber, words, channelWords }) => (
      <>
        <span className="pv-row-title pv-two-lines">
          {words === undefined ? 'Message sans texte' : typeset(`« ${words} »`)}
        </span>
        <span className="pv-row-sub">{typeset(`${caseNumber} · par ${channelWords}`)}</span>
      </>
    ),
  },
  { id: 'by', title: 'Mise de côté par', width: '14rem', wideOnly: true, cell: ({ by }) => by.name },
  { id: 'at', title: 'Quand', width: '9rem', cell: ({ at }) => shortMoment(at) },
  { id: 'received', title: 'Reçue', width: '9rem', wideOnly: true, cell: ({ receivedAt }) => shortMoment(receivedAt) },
];

/** What was judged undesirable: opened, it can be restored. */
export function SetAsidesList(): ReactNode {
  return (
    <PagedList
      pages={useSetAsides()}
      what="des demandes"
      empty={<Empty title="Rien n’est mis de côté." />}
      label="Demandes indésirables"
      idOf={({ caseId }) => caseId}
      hrefOf={({ caseId }) => `/dossiers/${caseId}`}
      nameOf={({ caseNumber }) => caseNumber}
      columns={COLUMNS}
      onNear={({ caseId }) => {
        prefetchCase(caseId);
      }}
    />
  );
}
