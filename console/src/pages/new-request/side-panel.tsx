import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCases } from '../../api/cases.js';
import { usePromise } from '../../api/processes.js';
import type { ProcessSheetDto } from '../../api/schema/types.generated.js';
import { DueBadge } from '../../components/due-badge.js';
import { Notice } from '../../components/state/notice.js';
import { dayAndMonth, dayOf, typeset } from '../../text/format.js';
import type { RequestForm } from './request-form.js';

const SIMILAR = 5;

/** What the agent reads while speaking: danger first, the promise in words, the script, what is known already. */
export function SidePanel({
  sheet,
  form,
}: {
  readonly sheet: ProcessSheetDto | undefined;
  readonly form: RequestForm;
}): ReactNode {
  if (sheet === undefined)
    return <p className="pv-row-sub">Le script et la date promise viennent dès que le processus est choisi.</p>;
  return (
    <>
      {sheet.stoppers.map(({ when, phone, say }) => (
        <Notice key={when} tone="late" icon="phone" title={typeset(`${when} : ${phone.number}`)}>
          <p>{say}</p>
        </Notice>
      ))}
      <PromiseLine sheet={sheet} receivedOn={form.receivedOn} />
      <Script sheet={sheet} />
      <Similar processId={sheet.id} quartier={form.place.quartier} />
    </>
  );
}

function PromiseLine({
  sheet,
  receivedOn,
}: {
  readonly sheet: ProcessSheetDto;
  readonly receivedOn: string | undefined;
}): ReactNode {
  const { data } = usePromise(
    receivedOn === undefined ? undefined : sheet.id,
    receivedOn === undefined ? undefined : `${receivedOn}T12:00:00Z`,
  );
  const { words, promisedOn } = data ?? sheet.promisedNow;
  if (promisedOn === undefined) return null;
  return (
    <p className="pv-promise" role="status">
      {words ?? typeset(`Vous aurez une réponse au plus tard ${dayAndMonth(promisedOn)}.`)}
    </p>
  );
}

function Script({ sheet }: { readonly sheet: ProcessSheetDto }): ReactNode {
  const { opening, questions, say, handOver, urgent } = sheet.script;
  return (
    <>
      <h3>À dire</h3>
      {opening === undefined ? null : <p className="pv-say">{opening}</p>}
      {questions.map(({ ask }) => (
        <p key={ask} className="pv-say">
          {ask}
        </p>
      ))}
      <h3>À faire entendre</h3>
      <ul>
        {say.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>Passer la main</h3>
      <p>{handOver}</p>
      {urgent.map(({ when, call, phone }) => (
        <Notice key={when} tone="soon" icon="phone" title={typeset(`${call} : ${phone.number}`)}>
          <p>{when}</p>
        </Notice>
      ))}
    </>
  );
}

/** The same matter in the same neighbourhood, still open: perhaps it is known already. */
function Similar({
  processId,
  quartier,
}: {
  readonly processId: string;
  readonly quartier: string | undefined;
}): ReactNode {
  const { data } = useCases(
    { processId, quartier: quartier ?? '', status: 'open', limit: SIMILAR },
    quartier !== undefined,
  );
  const found = data?.pages[0]?.items ?? [];
  if (quartier === undefined || found.length === 0) return null;
  return (
    <>
      <h3>Déjà signalé dans ce quartier ?</h3>
      <ul className="pv-plain-list">
        {found.map(({ caseId, caseNumber, citizenName, receivedAt, dueOn, clockState }) => (
          <li key={caseId}>
            <Anchor component={Link} to={`/dossiers/${caseId}`}>
              {caseNumber}
            </Anchor>{' '}
            <DueBadge due={{ dueOn, state: clockState, since: receivedAt }} />
            <span className="pv-row-sub">
              {typeset(
                [citizenName, receivedAt === undefined ? undefined : `reçue le ${dayAndMonth(dayOf(receivedAt))}`]
                  .filter((part) => part !== undefined)
                  .join(' · '),
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
