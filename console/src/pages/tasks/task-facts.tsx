import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseDetailDto } from '../../api/cases.js';
import { citizenName } from '../../api/citizens.js';
import { addressOf } from '../../api/client.js';
import { CitizenAlerts } from '../../components/citizen-alerts.js';
import { QuartierName } from '../../components/quartier-name.js';
import { Notice } from '../../components/state/notice.js';
import { moment, phone, typeset } from '../../text/format.js';

/** What is known: the citizen's words and pictures, the place, what was found on the spot, whom to call. */
export function TaskFacts({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { request, documents, caseId, caseNumber, sentBack } = caseFile;
  const pictures = documents.filter(({ type }) => type.startsWith('image/'));
  const files = documents.filter(({ type }) => !type.startsWith('image/'));
  return (
    <section aria-label="La demande">
      {sentBack === undefined ? null : (
        <Notice tone="soon" icon="back" title={typeset(`${sentBack.by.name} vous a renvoyé la réponse`)}>
          <p className="pv-words">{sentBack.remark}</p>
        </Notice>
      )}
      <section className="pv-card pv-card-body">
        <h2>Avec ses mots</h2>
        <p className="pv-words">{request?.words ?? 'Le contenu de la demande n’est pas disponible.'}</p>
        <Answers caseFile={caseFile} />
        {pictures.length === 0 ? null : (
          <ul className="pv-photos" aria-label="Photos">
            {pictures.map(({ id, name }) => (
              <li key={id}>
                <a href={addressOf(`/documents/${id}`, { as: 'inline' })} target="_blank" rel="noreferrer">
                  <img src={addressOf(`/documents/${id}`, { as: 'inline' })} alt={typeset(`Photo jointe : ${name}`)} />
                </a>
              </li>
            ))}
          </ul>
        )}
        {files.map(({ id, name }) => (
          <p key={id}>
            <a href={addressOf(`/documents/${id}`)} download>
              {name}
            </a>
          </p>
        ))}
      </section>
      <Finding caseFile={caseFile} />
      <Whereabouts caseFile={caseFile} />
      <p className="pv-no-print">
        <Anchor component={Link} to={`/dossiers/${caseId}`}>
          {typeset(`Toute la demande ${caseNumber}`)}
        </Anchor>
      </p>
    </section>
  );
}

function Answers({ caseFile: { request } }: { readonly caseFile: CaseDetailDto }): ReactNode {
  if (request === undefined || request.answers.length === 0) return null;
  return (
    <dl className="pv-facts pv-answers">
      {request.answers.map(({ key, label, text, hidden }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{hidden === true ? <em>Réservé au service</em> : (text ?? '—')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What patrollers and colleagues already said of it. */
function Finding({ caseFile: { timeline } }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const said = timeline.filter(({ code, text }) => SAID.has(code) && text !== undefined);
  if (said.length === 0) return null;
  return (
    <section className="pv-card pv-card-body">
      <h2>Ce qui a été vu et dit</h2>
      {said.map(({ id, words, actor, at, text }) => (
        <div key={id}>
          <p className="pv-row-sub">{typeset([words, actor?.name, moment(at)].filter(Boolean).join(' · '))}</p>
          <blockquote className="pv-quote">{text?.body ?? 'Texte effacé.'}</blockquote>
        </div>
      ))}
    </section>
  );
}

const SAID = new Set(['command.giveFinding', 'command.giveOpinion', 'command.citizenAnswered', 'giveFinding']);

function Whereabouts({ caseFile: { request, replyChannelWords } }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { place, citizen } = request ?? {};
  return (
    <section className="pv-card pv-card-body">
      <h2>Où et pour qui</h2>
      {place === undefined ? null : (
        <p className="pv-words">
          {place.text}
          {place.quartier === undefined ? null : (
            <span className="pv-row-sub">
              {typeset('Quartier : ')}
              <QuartierName id={place.quartier} />
            </span>
          )}
        </p>
      )}
      <p>
        {citizen === undefined ? 'Demande anonyme' : citizenName(citizen)}
        {citizen?.phone === undefined ? null : (
          <>
            {' · '}
            <a href={`tel:${citizen.phone}`}>{phone(citizen.phone)}</a>
          </>
        )}
      </p>
      {citizen === undefined ? null : <CitizenAlerts citizen={citizen} />}
      <p className="pv-row-sub">{typeset(replyChannelWords)}</p>
    </section>
  );
}
