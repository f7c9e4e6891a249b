import { Anchor, Button } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { addressOf } from '../../api/client.js';
import { citizenName, type CitizenDto } from '../../api/citizens.js';
import { useHeldData, type HeldCaseDto, type HeldDataDto } from '../../api/privacy.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { count, moment, typeset } from '../../text/format.js';
import { CITIZEN_FIELD_WORDS, type CitizenField } from '../../../../domain/text/citizen-words.js';
import { fieldInFrench } from '../citizens/citizen-values.js';
import { RequestLine } from './request-line.js';

const FIELDS = Object.keys(CITIZEN_FIELD_WORDS) as readonly CitizenField[];

/** Everything held on a person, to print or to hand over as a file (GDPR, art. 15 and 20). */
export function HeldDataPage(): ReactNode {
  const { citizenId = '' } = useParams();
  const { data, error, isPending, refetch } = useHeldData(citizenId);
  useTitle('Données remises', 'Usager');
  return (
    <>
      <PageHead
        title="Tout ce que la mairie détient"
        lead={data === undefined ? undefined : typeset(`${citizenName(data.citizen)}, ${moment(data.at)}`)}
      />
      <p className="pv-no-print">
        <Anchor component={Link} to={`/usagers/${citizenId}/donnees`}>
          Revenir
        </Anchor>{' '}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            window.print();
          }}
        >
          Imprimer
        </Button>{' '}
        <a href={addressOf(`/citizens/${citizenId}/held-data`)} download={`donnees-${citizenId}.json`}>
          Enregistrer le fichier (JSON)
        </a>
      </p>
      {isPending ? <Loading what="des données" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <Held data={data} />}
    </>
  );
}

function Held({ data }: { readonly data: HeldDataDto }): ReactNode {
  return (
    <>
      <Sheet citizen={data.citizen} />
      <section className="pv-card pv-card-body">
        <h2>Fiches liées</h2>
        {data.ties.length === 0 ? <p>Aucune.</p> : null}
        <ul className="pv-plain-list">
          {data.ties.map((tie) => (
            <li key={tie.id}>{typeset(`${citizenName(tie)} : ${tie.words.toLowerCase()}`)}</li>
          ))}
        </ul>
      </section>
      {data.cases.map((one) => (
        <HeldCase key={one.caseNumber} held={one} />
      ))}
      {data.elsewhere === 0 ? null : (
        <p>
          {typeset(
            `${count(data.elsewhere, 'demande relève', 'demandes relèvent')} d’un autre service, qui répondra pour elles.`,
          )}
        </p>
      )}
      <section className="pv-card pv-card-body">
        <h2>Demandes sur ses données</h2>
        {data.requests.length === 0 ? <p>Aucune.</p> : null}
        <ul className="pv-plain-list">
          {data.requests.map((request) => (
            <li key={request.id}>
              <RequestLine request={request} />
            </li>
          ))}
        </ul>
      </section>
      <section className="pv-card pv-card-body">
        <h2>Qui a modifié la fiche</h2>
        <ul className="pv-plain-list">
          {data.history.map(({ id, at, actor, words }) => (
            <li key={id}>{typeset(`${moment(at)}, ${actor.name} : ${words}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Sheet({ citizen }: { readonly citizen: CitizenDto }): ReactNode {
  return (
    <section className="pv-card pv-card-body">
      <h2>Fiche</h2>
      <dl className="pv-facts pv-answers">
        {FIELDS.map((field) => (
          <Fragment key={field}>
            <dt>{CITIZEN_FIELD_WORDS[field]}</dt>
            <dd>{fieldInFrench(field, citizen) || '—'}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function HeldCase({ held }: { readonly held: HeldCaseDto }): ReactNode {
  const { request, answer, documents, messages, notes, timeline } = held;
  return (
    <section className="pv-card pv-card-body">
      <h2>{typeset(`${held.caseNumber} — ${held.title}`)}</h2>
      <p className="pv-row-sub">{typeset(`Reçue ${moment(held.receivedAt)} · ${held.statusWords}`)}</p>
      <p className="pv-words">{request?.words}</p>
      <dl className="pv-facts pv-answers">
        {request?.answers.map(({ key, label, text, hidden }) => (
          <Fragment key={key}>
            <dt>{label}</dt>
            <dd>{hidden === true ? 'À demander au service' : (text ?? '—')}</dd>
          </Fragment>
        ))}
      </dl>
      {answer?.text === undefined ? null : <p className="pv-words">{typeset(`Réponse : ${answer.text}`)}</p>}
      {messages.map(({ at, words, text }, i) => (
        <section key={`m${String(i)}`}>
          <h3>{typeset(`${words}, ${moment(at)}`)}</h3>
          {text === undefined ? null : <p className="pv-words">{typeset(text)}</p>}
        </section>
      ))}
      <h3>Pièces, notes et historique</h3>
      <ul>
        {documents.map(({ id, name }) => (
          <li key={id}>
            <a href={addressOf(`/documents/${id}`)}>{name}</a>
          </li>
        ))}
        {notes.map(({ id, at, author, body }) => (
          <li key={id}>{typeset(`${moment(at)}, note de ${author.name} : ${body}`)}</li>
        ))}
        {timeline.map(({ id, at, words }) => (
          <li key={id}>{typeset(`${moment(at)} : ${words}`)}</li>
        ))}
      </ul>
    </section>
  );
}
