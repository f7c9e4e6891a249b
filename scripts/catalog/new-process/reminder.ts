import { firstWord } from '../neighbours.js';
import { mayBeRefused } from './process-natures.js';

/** What a letter says was done, for the infinitive that begins a title; French. */
const DONE: Readonly<Record<string, string | undefined>> = {
  connaître: 'nous avez interrogés sur',
  contester: 'avez contesté',
  déclarer: 'nous avez déclaré',
  demander: 'avez demandé',
  obtenir: 'avez demandé',
  proposer: 'nous avez proposé',
  réclamer: 'avez réclamé',
  savoir: 'nous avez demandé',
  signaler: 'nous avez signalé',
  suggérer: 'nous avez suggéré',
  trouver: 'nous avez demandé où trouver',
};
/** One does not write « vous avez demandé à » be, pay or thank; « se » would have to become « vous ». */
const NOT_ASKED_FOR = new Set(['comprendre', 'déposer', 'donner', 'être', 'faire', 'payer', 'poser', 'remercier']);
/** « Interrogés sur pourquoi », « réclamé pour » are not French. */
const NO_OBJECT = /^(?:auprès|ce que|combien|comment|pourquoi|pour|quand|qui|si)\s/u;

interface Titled {
  readonly title: string;
  readonly nature: string;
}

/**
 * The sentence of a letter that recalls what was asked, for its writer to take or to better: « Le <date>, vous avez demandé à
 * emprunter un vélo. », in the shorthand of `letter-shorthand.ts`; undefined where its title does not lend itself to it.
 */
export function reminderOf({ title, nature }: Titled): string | undefined {
  const done = doneWith(title.trim());
  if (done === undefined) return undefined;
  return `Le <date>, vous ${done}${nature === 'report' ? '[ (<lieu>)]' : ''}.`;
}

/** The same, of what cannot be granted, with its reason. */
export function refusalOf(asked: Titled): string | undefined {
  const reminder = mayBeRefused(asked) ? reminderOf(asked) : undefined;
  if (reminder?.includes('vous avez demandé') !== true) return undefined;
  return `${reminder.slice(0, -1)} ; nous ne pouvons pas donner suite à cette demande, pour la raison suivante : <motif>.`;
}

function doneWith(title: string): string | undefined {
  const first = firstWord(title);
  const rest = addressed(title.slice(first.length).trim());
  if (rest === '' || /[?!.:,]/u.test(title)) return undefined;
  const done = DONE[first];
  if (done !== undefined) return done !== 'nous avez demandé' && NO_OBJECT.test(rest) ? undefined : `${done} ${rest}`;
  const hasSecondVerb = /\sou \p{L}+(?:er|ir|re)\s/u.test(rest);
  if (hasSecondVerb || NOT_ASKED_FOR.has(first) || !/..(?:er|ir|re)$/u.test(first)) return undefined;
  return `avez demandé à ${first} ${rest}`;
}

/** As it is written to the person whose title says « mon », or « son ». */
function addressed(rest: string): string {
  return rest.replace(/(?<=^|\s)(?:[sm]on|[sm]a)(?=\s)/gu, 'votre').replace(/(?<=^|\s)[sm]es(?=\s)/gu, 'vos');
}
