import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { read } from '../api/client.js';
import type { FollowedCaseDto } from '../api/schema/types.generated.js';
import { moment, plainDate, typeset } from '../text/format.js';
import { Partial } from './state/failure.js';
import { Loading } from './state/loading.js';

/** What the citizen reads when they follow this request, through the code of the public page. Read when it is opened. */
export function CitizenSees({ caseId }: { readonly caseId: string }): ReactNode {
  const [opened, setOpened] = useState(false);
  const { data, isPending, isError, refetch } = useQuery({
    queryKey: ['cases', 'as-citizen', caseId],
    queryFn: ({ signal }) => read<FollowedCaseDto>(`/cases/${caseId}/as-citizen`, undefined, signal),
    enabled: opened,
  });
  return (
    <details
      className="pv-no-print"
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary>Ce que l’usager voit</summary>
      {opened && isPending ? <Loading what="du suivi" rows={2} /> : null}
      {isError ? <Partial what="Le suivi" onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <Followed followed={data} />}
    </details>
  );
}

function Followed({ followed }: { readonly followed: FollowedCaseDto }): ReactNode {
  const { caseNumber, title, stateWords, promise, awaited, messages, contact, closedOn, reopenUntil } = followed;
  const facts = [
    ...(promise?.dueOn === undefined
      ? []
      : [`Réponse promise le ${plainDate(promise.dueOn)}, ${promise.words.toLowerCase()}`]),
    ...(closedOn === undefined ? [] : [`Close le ${plainDate(closedOn)}`]),
    ...(reopenUntil === undefined ? [] : [`Peut être rouverte jusqu’au ${plainDate(reopenUntil)}`]),
    ...awaited.map(({ items }) => `Il lui est demandé : ${items.join(', ')}`),
    `Contact : ${contact.department}, ${contact.phone}`,
  ];
  return (
    <>
      <p>
        <strong>{typeset(`${stateWords} — ${title}, ${caseNumber}`)}</strong>
      </p>
      {facts.map((fact) => (
        <p key={fact} className="pv-row-sub">
          {typeset(fact)}
        </p>
      ))}
      <ul className="pv-plain-list">
        {messages.map(({ at, direction, text }) => (
          <li key={`${at} ${direction}`}>
            {text}
            <span className="pv-row-sub">
              {typeset(`${direction === 'in' ? 'Son message' : 'La mairie'}, ${moment(at)}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
