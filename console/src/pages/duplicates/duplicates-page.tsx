import type { ReactNode } from 'react';
import { prefetchCase } from '../../api/cases.js';
import { useDuplicateClusters, type DuplicateClusterDto } from '../../api/links.js';
import { RecordList, type Column } from '../../components/record-list.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { Split } from '../../shell/peek-pane.js';
import { usePeek } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { count, shortMoment, typeset } from '../../text/format.js';
import { ClusterView } from './cluster-view.js';

/** Open requests that may be one, to be compared, linked and answered together. */
export function DuplicatesPage(): ReactNode {
  const peek = usePeek();
  useTitle('Doublons');
  return (
    <>
      <PageHead
        title="Doublons"
        lead="Demandes en cours qui semblent n’en faire qu’une. Une fois liées, une seule réponse informe tous les usagers."
      />
      <Split
        list={<Clusters />}
        pane={
          peek.id === undefined
            ? undefined
            : {
                title: 'des demandes semblables',
                href: `/doublons/${peek.id}`,
                body: <ClusterView key={peek.id} caseId={peek.id} inPane />,
              }
        }
      />
    </>
  );
}

const columns: readonly Column<DuplicateClusterDto>[] = [
  {
    id: 'cases',
    title: 'Demandes',
    cell: ({ principal, members }) => (
      <>
        <span className="pv-row-title">{principal.title}</span>
        <span className="pv-row-sub">
          {typeset(`${principal.caseNumber} et ${count(members.length, 'autre')}`)}
          {principal.place === undefined ? '' : typeset(` · ${principal.place}`)}
        </span>
      </>
    ),
  },
  {
    id: 'why',
    title: 'Pourquoi',
    width: '32%',
    wideOnly: 'pane',
    cell: ({ members: [first] }) => typeset(first?.reasons.join(', ') ?? ''),
  },
  {
    id: 'received',
    title: 'De la première à la dernière',
    width: '15rem',
    wideOnly: true,
    cell: ({ principal, members }) => {
      const last = members
        .map(({ other }) => other.receivedAt)
        .sort((one, other) => one.localeCompare(other))
        .at(-1);
      return typeset(`${shortMoment(principal.receivedAt)} – ${shortMoment(last ?? principal.receivedAt)}`);
    },
  },
];

function Clusters(): ReactNode {
  const { data, error, isPending, refetch } = useDuplicateClusters();
  if (isPending) return <Loading what="des doublons" rows={6} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  const { items, others } = data;
  return (
    <>
      {error === null ? null : <Failure error={error} what="La liste est" onRetry={() => void refetch()} />}
      {items.length === 0 ? (
        <Empty title="Aucun doublon à examiner.">
          <p>Deux demandes en cours du même lieu et du même sujet, à moins de trente jours, paraissent ici.</p>
        </Empty>
      ) : (
        <>
          <p className="pv-row-sub" role="status">
            {typeset(
              `${count(items.length, 'groupe')} à examiner${others === 0 ? '' : `, et ${String(others)} ensuite`}`,
            )}
          </p>
          <RecordList
            label="Demandes semblables"
            rows={items}
            idOf={({ principal }) => principal.caseId}
            hrefOf={({ principal }) => `/doublons/${principal.caseId}`}
            nameOf={({ principal }) => principal.caseNumber}
            columns={columns}
            onNear={({ principal, members }) => {
              for (const { caseId } of [principal, ...members.slice(0, 1).map(({ other }) => other)])
                prefetchCase(caseId);
            }}
          />
        </>
      )}
    </>
  );
}
