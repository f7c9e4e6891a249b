import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useRetention } from '../../api/settings.js';
import { CardTable } from '../../components/card-table.js';
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
        <CardTable
          label="Durées de conservation par processus"
          rows={data.rules}
          keyOf={({ process }) => process.id}
          columns={[
            {
              title: 'Processus',
              cell: ({ process }) => <Link to={`/processus/${process.id}`}>{process.name}</Link>,
            },
            { title: 'Conservation après clôture', cell: ({ kept }) => kept },
            { title: 'À effacer ce mois-ci', amount: true, cell: ({ dueThisMonth }) => number(dueThisMonth) },
            { title: 'Encore conservés', amount: true, cell: ({ within }) => number(within) },
          ]}
        />
      )}
    </>
  );
}
