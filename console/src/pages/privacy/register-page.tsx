import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePrivacyRegister, type PrivacyRequestDto } from '../../api/privacy.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { count, plainDate, typeset } from '../../text/format.js';
import { Holds } from './holds.js';

/** The register of what citizens ask about their data, and what is frozen. */
export function RegisterPage(): ReactNode {
  useTitle('Registre RGPD');
  const { data, error, isPending, refetch } = usePrivacyRegister();
  return (
    <>
      <PageHead title="Registre RGPD" lead={data === undefined ? undefined : leadOf(data)} />
      {isPending ? <Loading what="du registre" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? (
        <Empty title="Aucune demande au registre. Elles s’inscrivent depuis la fiche d’un usager." />
      ) : null}
      {data === undefined || data.length === 0 ? null : <Register requests={data} />}
      <Holds />
    </>
  );
}

function Register({ requests }: { readonly requests: readonly PrivacyRequestDto[] }): ReactNode {
  return (
    <div className="pv-card pv-scroll" tabIndex={0} role="region" aria-label="Registre">
      <table className="pv-table">
        <caption className="pv-hidden">Demandes des usagers sur leurs données</caption>
        <thead>
          <tr>
            <th scope="col">Numéro</th>
            <th scope="col">Demande</th>
            <th scope="col">Usager</th>
            <th scope="col">Reçue le</th>
            <th scope="col">Réponse</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.number}</th>
              <td>{one.words}</td>
              <td>
                {one.citizenName === undefined ? (
                  'Effacé, ou d’un autre secteur'
                ) : (
                  <Link to={`/usagers/${one.citizenId}/donnees`}>{one.citizenName}</Link>
                )}
              </td>
              <td>{plainDate(one.receivedOn)}</td>
              <td>
                {one.answeredOn === undefined
                  ? typeset(`${one.late ? 'En retard : due' : 'Due'} le ${plainDate(one.dueOn)}`)
                  : typeset(
                      `${one.outcomeWords ?? ''} le ${plainDate(one.answeredOn)} par ${one.answeredBy?.name ?? ''}`,
                    )}
                {one.rectified === undefined ? null : (
                  <span className="pv-row-sub">{typeset(`Corrigé : ${one.rectified.join(', ')}`)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function leadOf(requests: readonly PrivacyRequestDto[]): string {
  const waiting = requests.filter(({ answeredOn }) => answeredOn === undefined);
  const late = waiting.filter((one) => one.late).length;
  const asked =
    waiting.length === 0
      ? 'Aucune demande n’attend de réponse'
      : count(waiting.length, 'demande attend sa réponse', 'demandes attendent leur réponse');
  const words = `${asked}${late === 0 ? '' : `, dont ${String(late)} en retard`}. Un mois pour répondre (RGPD, art. 12).`;
  return typeset(words);
}
