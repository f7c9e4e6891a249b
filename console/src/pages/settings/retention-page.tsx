import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useRetention } from '../../api/settings.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { ReadOnly } from '../../components/state/standing.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { number } from '../../text/format.js';
import { Purges } from '../privacy/purges.js';

/** How long personal data are kept, and what is over its time this month. What goes, goes by a list that somebody approved. */
export function RetentionPage(): ReactNode {
  useTitle('Conservation des données');
  const { data, error, isPending, refetch } = useRetention();
  return (
    <>
      <PageHead title="Conservation des données" lead={data?.sentence} />
      <ReadOnly why="Les durées sont fixées par chaque processus" />
      <Purges />
      {isPending ? <Loading what="des durées" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <div className="pv-card pv-scroll" tabIndex={0} role="region" aria-label="Durées de conservation">
          <table className="pv-table">
            <caption className="pv-hidden">Durées de conservation par processus</caption>
            <thead>
              <tr>
                <th scope="col">Processus</th>
                <th scope="col">Conservation après clôture</th>
                <th scope="col" className="pv-amount">
                  À effacer ce mois-ci
                </th>
                <th scope="col" className="pv-amount">
                  Encore conservés
                </th>
              </tr>
            </thead>
            <tbody>
              {data.rules.map(({ process, kept, dueThisMonth, within }) => (
                <tr key={process.id}>
                  <th scope="row">
                    <Link to={`/processus/${process.id}`}>{process.name}</Link>
                  </th>
                  <td>{kept}</td>
                  <td className="pv-amount">{number(dueThisMonth)}</td>
                  <td className="pv-amount">{number(within)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
