import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { useLetterChanges, type ParapheurItemDto } from '../../api/parapheur.js';
import { Timeline } from '../../components/timeline.js';
import { QuartierName } from '../../components/quartier-name.js';
import { answerLine } from '../../text/answer-line.js';
import { moment, typeset } from '../../text/format.js';
import { diffWords } from '../../../../domain/text/word-diff.js';

interface ReadingAsideProps {
  readonly item: ParapheurItemDto;
  readonly caseFile: CaseDetailDto;
}

const ELEMENTS = { same: 'span', gone: 'del', new: 'ins' } as const;

/** What the reply is about, who has endorsed it, what changed since the reader last saw it. */
export function ReadingAside({ item, caseFile }: ReadingAsideProps): ReactNode {
  const { request, answer, sentBack, timeline } = caseFile;
  return (
    <>
      <Changes item={item} />
      {sentBack === undefined ? null : (
        <section className="pv-card pv-card-body">
          <h2>Dernier renvoi</h2>
          <p className="pv-row-sub">{typeset(`${sentBack.by.name}, ${moment(sentBack.at)}`)}</p>
          <p className="pv-words">{sentBack.remark}</p>
        </section>
      )}
      <section className="pv-card pv-card-body">
        <h2>La demande</h2>
        <p className="pv-words">{request?.words}</p>
        {request?.place === undefined ? null : (
          <p className="pv-row-sub">
            {request.place.text}
            {request.place.quartier === undefined ? null : (
              <>
                {' · '}
                <QuartierName id={request.place.quartier} />
              </>
            )}
          </p>
        )}
        {answer === undefined ? null : <p className="pv-row-sub">{answerLine(answer)}</p>}
      </section>
      <Chain item={item} />
      <section className="pv-card pv-card-body">
        <h2>Historique</h2>
        <Timeline entries={timeline} />
      </section>
    </>
  );
}

function Changes({ item }: { readonly item: ParapheurItemDto }): ReactNode {
  const { data } = useLetterChanges(item.id, item.letterHash);
  if (data?.before === undefined || data.now === undefined) return null;
  const runs = diffWords(data.before, data.now);
  return (
    <section className="pv-card pv-card-body" data-testid="changes">
      <h2>Ce qui a changé depuis votre lecture</h2>
      <p className="pv-row-sub">
        {data.openedAt === undefined ? null : typeset(`Version lue ${moment(data.openedAt)}`)}
      </p>
      {runs.every(({ kind }) => kind === 'same') ? (
        <p>Le texte est le même ; seule la mise en page de la lettre diffère.</p>
      ) : (
        <p className="pv-diff">
          {runs.map(({ kind, text }, index) => {
            const Element = ELEMENTS[kind];
            return <Element key={index}>{text}</Element>;
          })}
        </p>
      )}
    </section>
  );
}

function Chain({ item: { visas } }: { readonly item: ParapheurItemDto }): ReactNode {
  return (
    <section className="pv-card pv-card-body">
      <h2>Qui a visé</h2>
      {visas.length === 0 ? (
        <p>Personne encore.</p>
      ) : (
        <ul className="pv-plain-list">
          {visas.map(({ person, onBehalfOf, roleWords, at }) => (
            <li key={`${person.id} ${at}`}>
              {typeset(`${person.name}${onBehalfOf === undefined ? '' : `, pour ${onBehalfOf.name}`}`)}
              <span className="pv-row-sub">{typeset(`${roleWords}, ${moment(at)}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
