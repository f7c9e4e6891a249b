import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useVersions } from '../../api/design.js';
import { CardTable } from '../../components/card-table.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { dayOf, number, plainDate } from '../../text/format.js';

/** Each published version, with the cases that run or ran under it. */
export function Versions({ processId }: { readonly processId: string }): ReactNode {
  const { data, error, isPending, refetch } = useVersions(processId);
  if (isPending) return <Loading what="des versions" rows={3} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <CardTable
      label="Versions du processus"
      rows={data}
      keyOf={({ version }) => version}
      columns={[
        { title: 'Version', cell: (one) => <VersionCell processId={processId} {...one} /> },
        { title: 'Publiée le', cell: ({ publishedAt }) => plainDate(dayOf(publishedAt)) },
        { title: 'En cours', amount: true, cell: ({ open }) => number(open) },
        { title: 'En retard', amount: true, cell: ({ late }) => number(late) },
        { title: 'Closes', amount: true, cell: ({ closed }) => number(closed) },
        { title: 'Engagement manqué', amount: true, cell: ({ missed }) => number(missed) },
        { title: 'Pas pour ce service', amount: true, cell: ({ refused }) => number(refused) },
        { title: 'Requalifiées', amount: true, cell: ({ requalified }) => number(requalified) },
      ]}
    />
  );
}

interface VersionCellProps {
  readonly processId: string;
  readonly version: number;
  readonly current: boolean;
}

function VersionCell({ processId, version, current }: VersionCellProps): ReactNode {
  return (
    <>
      {version}
      {current ? (
        <span className="pv-row-sub">en vigueur</span>
      ) : (
        <Link className="pv-row-sub" to={`/processus/comparer?de=${processId}@${String(version)}&a=${processId}`}>
          {`comparer la ${String(version)} à celle en vigueur`}
        </Link>
      )}
    </>
  );
}
