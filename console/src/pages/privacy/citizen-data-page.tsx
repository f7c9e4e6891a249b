import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { citizenName, useCitizen, type CitizenDto } from '../../api/citizens.js';
import { useErasurePlan, usePrivacyRequests, type PrivacyRequestDto } from '../../api/privacy.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { plainDate, typeset } from '../../text/format.js';
import { AnswerRequest } from './answer-request.js';
import { HoldForm } from './holds.js';
import { RectifyRequest } from './rectify-request.js';
import { RequestLine } from './request-line.js';

/** The rights of one citizen, answered: what is asked, what would go, what the law keeps and until when. */
export function CitizenDataPage(): ReactNode {
  const { citizenId = '' } = useParams();
  const citizen = useCitizen(citizenId);
  const requests = usePrivacyRequests(citizenId);
  useTitle('Données personnelles', 'Usager');
  const name = citizen.data === undefined ? undefined : citizenName(citizen.data);
  const waiting = (requests.data ?? []).filter(({ answeredOn }) => answeredOn === undefined);
  return (
    <>
      <PageHead title="Données personnelles" lead={name} />
      <p className="pv-no-print">
        <Anchor component={Link} to={`/usagers/${citizenId}`}>
          Revenir à la fiche
        </Anchor>
        {' · '}
        <Anchor component={Link} to={`/usagers/${citizenId}/donnees/remise`}>
          Tout ce que la mairie détient sur cette personne
        </Anchor>
      </p>
      {requests.isPending ? <Loading what="des demandes" /> : null}
      {requests.data === undefined && !requests.isPending ? (
        <Failure error={requests.error} onRetry={() => void requests.refetch()} />
      ) : null}
      {requests.data !== undefined && waiting.length === 0 ? <p>Aucune demande n’attend de réponse.</p> : null}
      {waiting.map((request) => (
        <section key={request.id} className="pv-card pv-card-body" aria-label={request.number}>
          <RequestLine request={request} />
          <Answering request={request} citizen={citizen.data} />
        </section>
      ))}
      <Plan citizenId={citizenId} />
      <section className="pv-card pv-card-body" aria-labelledby="pv-freeze">
        <h2 id="pv-freeze">Geler toutes ses demandes</h2>
        <p>Un recours ou un contrôle en cours : rien ne s’efface avant la fin du gel.</p>
        <HoldForm of={{ citizenId }} />
      </section>
    </>
  );
}

interface AnsweringProps {
  readonly request: PrivacyRequestDto;
  readonly citizen: CitizenDto | undefined;
}

function Answering({ request, citizen }: AnsweringProps): ReactNode {
  if (request.kind !== 'rectification') return <AnswerRequest request={request} />;
  return citizen === undefined ? null : <RectifyRequest request={request} citizen={citizen} />;
}

function Plan({ citizenId }: { readonly citizenId: string }): ReactNode {
  const { data, error, isPending, refetch } = useErasurePlan(citizenId);
  if (isPending) return <Loading what="de ce qui peut partir" />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <section className="pv-card pv-card-body" aria-labelledby="pv-plan">
      <h2 id="pv-plan">Ce qui peut s’effacer, ce que la loi garde</h2>
      <p>{typeset(data.sheetWords)}</p>
      <ul className="pv-plain-list">
        {data.cases.map(({ caseId, caseNumber, title, goes, why, goesOn }) => (
          <li key={caseId}>
            <Link to={`/dossiers/${caseId}`}>{typeset(`${caseNumber} — ${title}`)}</Link>{' '}
            <span className="pv-tag">{goes ? 'Peut partir' : 'Gardée'}</span>
            <span className="pv-row-sub">
              {typeset(`${why}${goes || goesOn === undefined ? '' : ` ; partira le ${plainDate(goesOn)}`}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
