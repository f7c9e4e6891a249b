import type { ReactNode } from 'react';
import type { FollowedCaseDto } from '../api/schema/types.generated.js';
import { Notice } from './state/notice.js';
import { capital, longDate, moment, typeset } from '../text/format.js';

/** A request as its citizen reads it on the public page, in words said to them; agents see the very same. */
export function FollowedCase({ followed }: { readonly followed: FollowedCaseDto }): ReactNode {
  const { title, awaited, messages, blockedFiles } = followed;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <dl className="pv-facts">
        {factsOf(followed).map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{typeset(text)}</dd>
          </div>
        ))}
      </dl>
      {awaited.map(({ openRequest, items, until }) => (
        <div key={openRequest}>
          <p>
            <strong>
              {typeset(
                `Pour continuer, la mairie vous demande${until === undefined ? '' : `, avant le ${longDate(until)}`} :`,
              )}
            </strong>
          </p>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      ))}
      {blockedFiles.length === 0 ? null : (
        <Notice
          tone="late"
          icon="alert"
          title="Notre antivirus a bloqué des fichiers que vous avez envoyés : personne à la mairie ne peut les ouvrir."
        >
          <ul>
            {blockedFiles.map((name, index) => (
              <li key={`${name} ${String(index)}`}>{name}</li>
            ))}
          </ul>
          <p>Envoyez-les dans un autre format, par exemple une photo ou un PDF, ou apportez-les à l’accueil.</p>
        </Notice>
      )}
      {messages.length === 0 ? null : (
        <ul className="pv-plain-list" aria-label="Messages">
          {messages.map(({ at, direction, text }) => (
            <li key={`${at} ${direction}`}>
              <span className="pv-words">{text}</span>
              <span className="pv-row-sub">
                {typeset(`${direction === 'in' ? 'Votre message' : 'La mairie'}, ${moment(at)}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Fact = readonly [label: string, text: string];

function factsOf(followed: FollowedCaseDto): readonly Fact[] {
  const { caseNumber, stateWords, receivedOn, plannedOn, passedTo, closedOn, reopenUntil, contact } = followed;
  return [
    ['Numéro', caseNumber],
    ['Où elle en est', stateWords],
    ['Reçue', longDate(receivedOn)],
    ...promiseFacts(followed.promise),
    ...dated('Travaux prévus', plannedOn),
    ...(passedTo === undefined ? [] : [['Transmise à', passedTo] as const]),
    ...dated('Close', closedOn),
    ...(reopenUntil === undefined
      ? []
      : [
          [
            'Ce n’est pas réglé ?',
            `Écrivez-nous jusqu’au ${longDate(reopenUntil)} : elle peut être rouverte.`,
          ] as const,
        ]),
    ['Qui s’en occupe', `${contact.department}, ${contact.organisation}`],
    ['Nous joindre', `${contact.phone}, ${contact.email}, ${contact.hours}`],
  ];
}

function promiseFacts(promise: FollowedCaseDto['promise']): readonly Fact[] {
  if (promise === undefined) return [];
  const { dueOn, promisedOn, words, limit, pauses } = promise;
  const on = dueOn ?? promisedOn;
  if (on === undefined) return [];
  const stood = pauses
    .map(({ from, to }) =>
      to === undefined ? `depuis le ${longDate(from)}` : `du ${longDate(from)} au ${longDate(to)}`,
    )
    .join(', ');
  return [
    ['Réponse promise', `au plus tard le ${longDate(on)} (${limit}). ${capital(words)}.`],
    ...(stood === '' ? [] : [['Délai suspendu', `${stood}, dans l’attente d’un élément de votre part`] as const]),
  ];
}

function dated(label: string, day: string | undefined): readonly Fact[] {
  return day === undefined ? [] : [[label, longDate(day)]];
}
