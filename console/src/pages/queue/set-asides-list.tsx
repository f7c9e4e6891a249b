import type { ReactNode } from 'react';
import { prefetchCase } from '../../api/cases.js';
import { useSetAsides, type SetAsideDto } from '../../api/set-asides.js';
import { RecordList, type Column } from '../../components/record-list.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
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
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useSetAsides();
  const rows = data?.pages.flatMap(({ items }) => items);
  if (isPending) return <Loading what="des demandes" />;
  if (rows === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (rows.length === 0) return <Empty title="Rien n’est mis de côté." />;
  return (
    <>
      {error === null ? null : <Failure error={error} what="La liste est" onRetry={() => void refetch()} />}
      <RecordList
        label="Demandes indésirables"
        rows={rows}
        idOf={({ caseId }) => caseId}
        hrefOf={({ caseId }) => `/dossiers/${caseId}`}
        nameOf={({ caseNumber }) => caseNumber}
        columns={COLUMNS}
        onNear={({ caseId }) => {
          prefetchCase(caseId);
        }}
        more={hasNextPage ? { onMore: () => void fetchNextPage(), loading: isFetchingNextPage } : undefined}
      />
    </>
  );
}
