import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLots } from '../../api/steering.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { count, moment, typeset } from '../../text/format.js';

const STATES: Readonly<Record<string, string>> = { prepared: 'À lancer', running: 'En cours', done: 'Terminé' };

/** Lots prepared, running and done: one may leave while a lot runs, and find it again. */
export function LotsPage(): ReactNode {
  const { data, error, isPending, refetch } = useLots();
  useTitle('Lots', 'Pilotage');
  return (
    <>
      <p className="pv-back pv-no-print">
        <Anchor component={Link} to="/pilotage">
          ← Pilotage du jour
        </Anchor>
      </p>
      <PageHead
        title="Mes lots"
        lead="Relances et réattributions groupées, avec le résultat de chaque demande. Un lot se garde 90 jours."
      />
      {isPending ? <Loading what="des lots" /> : null}
      {error === null ? null : <Failure error={error} what="La liste est" onRetry={() => void refetch()} />}
      {data?.length === 0 ? (
        <Empty title="Aucun lot. Sélectionnez des demandes dans le pilotage pour en préparer un." />
      ) : null}
      {data === undefined || data.length === 0 ? null : (
        <ul className="pv-card pv-card-body pv-plain-list" aria-label="Lots">
          {data.map(({ id, title, state, total, done, failed, createdAt }) => (
            <li key={id}>
              <Link to={`/pilotage/lots/${id}`}>{title}</Link> <span className="pv-tag">{STATES[state] ?? state}</span>
              <span className="pv-row-sub">
                {typeset(
                  `${moment(createdAt)} · ${count(total, 'demande')}, ${count(done, 'faite')}${failed === 0 ? '' : `, ${count(failed, 'échec')}`}`,
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
