import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useVersions } from '../../api/design.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { dayOf, number, plainDate } from '../../text/format.js';

/** Each published version, with the cases that run or ran under it. */
export function Versions({ processId }: { readonly processId: string }): ReactNode {
  const { data, error, isPending, refetch } = useVersions(processId);
  if (isPending) return <Loading what="des versions" rows={3} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className="pv-card pv-scroll" tabIndex={0} role="region" aria-label="Versions du processus">
      <table className="pv-table">
        <caption className="pv-hidden">Versions du processus</caption>
        <thead>
          <tr>
            {[
              'Version',
              'Publiée le',
              'En cours',
              'En retard',
              'Clos',
              'Engagement manqué',
              'Pas pour ce service',
              'Requalifiées',
            ].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((one) => (
            <tr key={one.version}>
              <th scope="row">
                {one.version}
                {one.current ? (
                  <span className="pv-row-sub">en vigueur</span>
                ) : (
                  <Link
                    className="pv-row-sub"
                    to={`/processus/comparer?de=${processId}@${String(one.version)}&a=${processId}`}
                  >
                    {`comparer la ${String(one.version)} à celle en vigueur`}
                  </Link>
                )}
              </th>
              <td>{plainDate(dayOf(one.publishedAt))}</td>
              {[one.open, one.late, one.closed, one.missed, one.refused, one.requalified].map((value, index) => (
                <td key={index}>{number(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
