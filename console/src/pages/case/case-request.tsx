import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { Notice } from '../../components/state/notice.js';
import { WaitedFor } from '../../components/waited-for.js';
import { answerLine } from '../../text/answer-line.js';

/** What was sent, never changed afterwards; what is being waited for; what was answered. */
export function CaseRequest({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { request, openRequests, answer, sentBack, failedEffects } = caseFile;
  return (
    <>
      <WaitedFor openRequests={openRequests} />
      {sentBack === undefined ? null : (
        <Notice tone="soon" icon="back" title="Réponse renvoyée pour correction">
          <p className="pv-words">{sentBack.remark}</p>
        </Notice>
      )}
      {failedEffects.length === 0 ? null : (
        <Notice
          tone="late"
          icon="alert"
          title="Une action automatique n’a pas abouti. L’administration de Parvis est prévenue."
        />
      )}
      {request === undefined ? (
        <Notice title="Le contenu de la demande n’est pas disponible." />
      ) : (
        <section className="pv-card pv-card-body">
          {request.keptWords === undefined ? null : (
            <>
              <h2>Ce dont il s’agit ici</h2>
              <p className="pv-words">{request.keptWords}</p>
              <p className="pv-row-sub">Le reste du message est devenu d’autres demandes, liées à celle-ci.</p>
            </>
          )}
          <h2>Avec ses mots</h2>
          {request.words === '' ? <p>Effacés.</p> : <p className="pv-words">{request.words}</p>}
          {request.answers.length === 0 ? null : (
            <dl className="pv-facts pv-answers">
              {request.answers.map(({ key, label, text, hidden }) => (
                <div key={key}>
                  <dt>{label}</dt>
                  <dd>{hidden === true ? <em>Réservé au service</em> : (text ?? '—')}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      )}
      {answer === undefined ? null : (
        <section className="pv-card pv-card-body">
          <h2>La réponse</h2>
          <p className="pv-row-sub">{answerLine(answer)}</p>
          <p className="pv-words">{answer.text ?? 'Texte effacé en application des durées de conservation.'}</p>
        </section>
      )}
    </>
  );
}
