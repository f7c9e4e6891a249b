import { Anchor, Button } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { CHANNEL_WORDS } from '../../../../domain/text/case-words.js';
import { countReading, useSheetUses } from '../../api/catalog-uses.js';
import { useProcess, type ProcessSheetDto } from '../../api/processes.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { amountInEuros, capital, count, daysUntil, plainDate, typeset } from '../../text/format.js';
import { processLead } from '../../text/process-lead.js';
import { copyText } from '../../shell/copy-text.js';
import { useTitle } from '../../shell/title.js';
import { ReportError } from './report-error.js';

/** A fact older than that is said to be checked again. */
const STALE_AFTER_DAYS = 365;

/** What to say and what to know of one subject. */
export function ProcessSheet({
  processId,
  inPane = false,
}: {
  readonly processId: string;
  readonly inPane?: boolean;
}): ReactNode {
  const { data: sheet, error, isPending, refetch } = useProcess(processId);
  const found = sheet !== undefined;
  useEffect(() => {
    if (found) countReading(processId);
  }, [found, processId]);
  if (sheet === undefined) {
    return (
      <>
        {inPane ? null : <Titled title="Fiche" hidden />}
        {isPending ? <Loading what="de la fiche" /> : <Failure error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  const Title = inPane ? 'h2' : 'h1';
  return (
    <article aria-label={sheet.title}>
      {inPane ? null : <Titled title={sheet.title} />}
      <div className="pv-page-head">
        <div>
          <Title>{sheet.title}</Title>
          <p>{processLead(sheet)}</p>
          <Uses processId={processId} />
        </div>
      </div>
      <StaleFacts sheet={sheet} />
      {sheet.stoppers.map(({ when, phone, say }) => (
        <Notice key={when} tone="late" icon="phone" title={typeset(`${when} : ${phone.number}`)}>
          <p>{say}</p>
        </Notice>
      ))}
      <Answer sheet={sheet} />
      <Practical sheet={sheet} />
      <Sources sheet={sheet} />
      <ReportError sheet={sheet} />
    </article>
  );
}

/** How much it serves: a sheet that many read is worth keeping right. */
function Uses({ processId }: { readonly processId: string }): ReactNode {
  const { data } = useSheetUses(processId);
  const uses = data?.[0];
  if (uses === undefined) return null;
  const answered =
    uses.answeredAtOnce === 0
      ? ''
      : `, ${count(uses.answeredAtOnce, 'réponse donnée', 'réponses données')} au premier contact`;
  return (
    <p className="pv-row-sub">{typeset(`En trente jours : lue ${count(uses.read, 'fois', 'fois')}${answered}.`)}</p>
  );
}

function Titled({ title, hidden = false }: { readonly title: string; readonly hidden?: boolean }): ReactNode {
  useTitle(title, 'Connaissances');
  return hidden ? <h1 className="pv-hidden">{title}</h1> : null;
}

function StaleFacts({ sheet }: { readonly sheet: ProcessSheetDto }): ReactNode {
  const old = sheet.facts.filter(({ checkedOn, toConfirm }) => toConfirm || daysUntil(checkedOn) < -STALE_AFTER_DAYS);
  if (old.length === 0) return null;
  return (
    <Notice tone="soon" icon="alert" title="Des points de cette fiche sont à confirmer par la ville.">
      <ul>
        {old.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Answer({ sheet }: { readonly sheet: ProcessSheetDto }): ReactNode {
  const { opening, questions, say, handOver, urgent } = sheet.script;
  const copied = [...say, sheet.promisedNow.words].filter((line) => line !== undefined).join('\n');
  return (
    <section className="pv-card pv-card-body">
      <h2>À dire</h2>
      {opening === undefined ? null : <p>{opening}</p>}
      <ul>
        {say.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {sheet.promisedNow.words === undefined ? null : (
        <p>
          <strong>{sheet.promisedNow.words}</strong>
        </p>
      )}
      {sheet.firstContact === undefined ? null : <p>{sheet.firstContact}</p>}
      <Button
        variant="default"
        size="compact-sm"
        className="pv-no-print"
        onClick={() => void copyText(copied, 'Le texte est copié.')}
      >
        Copier pour une réponse
      </Button>
      {questions.length === 0 ? null : (
        <>
          <h3>À demander</h3>
          <ul>
            {questions.map(({ ask }) => (
              <li key={ask}>{ask}</li>
            ))}
          </ul>
        </>
      )}
      <h3>Passer la main</h3>
      <p>{handOver}</p>
      {urgent.map(({ when, call, phone }) => (
        <Notice key={when} tone="soon" icon="phone" title={typeset(`${call} : ${phone.number}`)}>
          <p>{when}</p>
        </Notice>
      ))}
    </section>
  );
}

function Practical({ sheet }: { readonly sheet: ProcessSheetDto }): ReactNode {
  const words: Readonly<Record<string, string>> = CHANNEL_WORDS;
  return (
    <section className="pv-card pv-card-body">
      <h2>Pratique</h2>
      <dl className="pv-facts">
        <dt>Pour qui</dt>
        <dd>{sheet.audience}</dd>
        {sheet.owner === undefined ? null : (
          <>
            <dt>Responsable</dt>
            <dd>{`${sheet.owner}, ${sheet.department.name}`}</dd>
          </>
        )}
        <dt>Engagement</dt>
        <dd>{sheet.promise}</dd>
        <dt>Prix</dt>
        <dd>{priceOf(sheet)}</dd>
        <dt>Par où</dt>
        <dd>{capital(sheet.channels.map((channel) => words[channel] ?? channel).join(', '))}</dd>
        <dt>Ce qu’il faut</dt>
        {(sheet.needed.length === 0 ? [NOTHING_NEEDED] : sheet.needed).map((one) => (
          <dd key={one}>{one}</dd>
        ))}
        {sheet.season === undefined ? null : (
          <>
            <dt>Saison</dt>
            <dd>{sheet.season}</dd>
          </>
        )}
      </dl>
      {sheet.seeAlso.length === 0 ? null : (
        <p>
          {'Voir aussi : '}
          {sheet.seeAlso.map(({ id, name }, index) => (
            <span key={id}>
              {index === 0 ? '' : ', '}
              <Anchor component={Link} to={`/connaissances/${id}`}>
                {name}
              </Anchor>
            </span>
          ))}
        </p>
      )}
      <h3>Les étapes</h3>
      <ol>
        {sheet.steps.map(({ kind, words: step }) => (
          <li key={`${kind} ${step}`}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

const NOTHING_NEEDED = 'Rien de particulier';

function priceOf({ price }: ProcessSheetDto): string {
  if (price === undefined) return 'Gratuit';
  const amount = price.cents === undefined ? '' : `${amountInEuros(price.cents / 100)} `;
  return typeset(`${amount}${price.unit === undefined ? '' : `par ${price.unit}. `}${price.note}`);
}

function Sources({ sheet }: { readonly sheet: ProcessSheetDto }): ReactNode {
  if (sheet.facts.length === 0) return null;
  return (
    <section className="pv-card pv-card-body">
      <h2>Sources</h2>
      <ul className="pv-plain-list">
        {sheet.facts.map(({ text, reference, url, checkedOn, toConfirm }) => (
          <li key={text}>
            {text}
            <span className="pv-row-sub">
              {url === undefined ? reference : <a href={url}>{reference}</a>}
              {typeset(
                toConfirm
                  ? `, relevé le ${plainDate(checkedOn)}, à confirmer par la ville`
                  : `, vérifié le ${plainDate(checkedOn)}`,
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
