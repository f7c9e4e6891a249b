import type { ReactNode } from 'react';
import type { Language, PreferredChannel, Wish } from '../../../domain/request/citizen-preferences.js';
import { LANGUAGE_WORDS, PREFERRED_CHANNEL_WORDS, WISH_WORDS } from '../../../domain/text/citizen-words.js';
import { typeset } from '../text/format.js';
import { Notice } from './state/notice.js';

interface Preferences {
  readonly wishes: readonly Wish[];
  readonly language?: Language;
  readonly preferredChannel?: PreferredChannel;
}

/** What to know before one speaks or writes to a citizen: not to call them first of all, then what helps. */
export function CitizenAlerts({ citizen }: { readonly citizen: Preferences }): ReactNode {
  const { wishes, language, preferredChannel } = citizen;
  const helps = wishes.filter((wish) => wish !== 'noCalls').map((wish) => WISH_WORDS[wish]);
  const facts = [
    ...(helps.length === 0 ? [] : [`Souhaite : ${helps.join(', ').toLowerCase()}`]),
    ...(language === undefined || language === 'fr' ? [] : [`Parle : ${LANGUAGE_WORDS[language].toLowerCase()}`]),
    ...(preferredChannel === undefined ? [] : [`Préfère : ${PREFERRED_CHANNEL_WORDS[preferredChannel].toLowerCase()}`]),
  ];
  return (
    <>
      {wishes.includes('noCalls') ? <Notice tone="late" icon="alert" title="Ne pas appeler cette personne." /> : null}
      {facts.map((fact) => (
        <p key={fact} className="pv-row-sub">
          {typeset(fact)}
        </p>
      ))}
    </>
  );
}
