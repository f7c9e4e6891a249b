import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePrivacyRegister, type PrivacyRequestDto } from '../../api/privacy.js';
import { CardTable } from '../../components/card-table.js';
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
    <CardTable
      label="Demandes des usagers sur leurs données"
      rows={requests}
      keyOf={({ id }) => id}
      columns={[
        { title: 'Numéro', cell: ({ number }) => <span className="pv-nowrap">{number}</span> },
        { title: 'Demande', cell: ({ words }) => words },
        {
          title: 'Usager',
          cell: ({ citizenId, citizenName }) =>
            citizenName === undefined ? (
              'Effacé, ou d’un autre secteur'
            ) : (
              <Link to={`/usagers/${citizenId}/donnees`}>{citizenName}</Link>
            ),
        },
        { title: 'Reçue le', cell: ({ receivedOn }) => plainDate(receivedOn) },
        { title: 'Réponse', cell: (one) => <AnswerCell request={one} /> },
      ]}
    />
  );
}

function AnswerCell({ request }: { readonly request: PrivacyRequestDto }): ReactNode {
  const { answeredOn, answeredBy, late, dueOn, outcomeWords, rectified } = request;
  return (
    <>
      {answeredOn === undefined
        ? typeset(`${late ? 'En retard : due' : 'Due'} le ${plainDate(dueOn)}`)
        : typeset(`${outcomeWords ?? ''} le ${plainDate(answeredOn)} par ${answeredBy?.name ?? ''}`)}
      {rectified === undefined ? null : (
        <span className="pv-row-sub">{typeset(`Corrigé : ${rectified.join(', ')}`)}</span>
      )}
    </>
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
