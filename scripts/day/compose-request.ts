import type { Chance } from './chance.js';
import { fillForm } from './fill-form.js';
import type { ProcessSheet } from './process-sheets.js';
import type { DayRequest } from './request-lines.js';

/** A citizen and a place, lent by one of the town's written requests. */
export type Sample = Pick<DayRequest, 'citizen' | 'place' | 'replyChannel'>;

/** How a saying of the catalogue becomes a request: as an agent notes it, or as the citizen writes it. */
const AS_SAID: Readonly<Record<string, (saying: string, place: string) => string>> = {
  frontDesk: (saying) => `La personne dit : « ${saying} »`,
  quartierCouncil: (saying) => `Dit au conseil de quartier : « ${saying} »`,
  neighbourhoodTour: (saying, place) => `Entendu pendant le tour de quartier, ${place} : « ${saying} »`,
  selfReferral: (saying, place) => `Signalé en passant, ${place} : « ${saying} »`,
  letter: (saying) =>
    `Madame, Monsieur,\n\nJe vous écris pour ceci : ${saying}.\n\nJe vous prie d’agréer mes salutations distinguées.`,
  email: (saying) => `Bonjour,\n\n${saying}\n\nMerci d’avance.`,
};

/** Hours of arrival, from and to: at night too where no one has to be at the desk. */
const HOURS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  telephone: [8, 17],
  frontDesk: [9, 16],
  letter: [9, 10],
  quartierCouncil: [18, 20],
  neighbourhoodTour: [9, 11],
  selfReferral: [6, 15],
};

const ELSEWHERE = '3 rue du Vieux-Cuir';

/** A request for this process: in the words its sheet says citizens use, with the form filled in as they fill it in. */
export function composeRequest(
  sheet: ProcessSheet,
  { channel, sample, chance }: { readonly channel: string; readonly sample: Sample; readonly chance: Chance },
): DayRequest {
  const place = sample.place ?? { text: ELSEWHERE };
  const saying = sayingOf(sheet, chance);
  const words = AS_SAID[channel]?.(saying, place.text) ?? saying;
  const citizen = channel === 'selfReferral' ? undefined : sample.citizen;
  const attached = channel === 'teleservice' || channel === 'email' || channel === 'frontDesk';
  return {
    source: sheet.id,
    channel,
    processId: sheet.id,
    words,
    answers: fillForm(
      sheet.form.fields,
      { words: saying, place: place.text, citizen, attached, optional: 0.5 },
      chance,
    ),
    ...(citizen === undefined ? {} : { citizen }),
    place,
    replyChannel: citizen === undefined ? 'none' : sample.replyChannel,
    saidAt: hourOf(channel, chance),
  };
}

function sayingOf({ phrasings, title }: ProcessSheet, chance: Chance): string {
  const first = chance.pick(phrasings) ?? title;
  const second = chance.happens(0.3) ? chance.pick(phrasings.filter((one) => one !== first)) : undefined;
  return second === undefined ? first : `${first} ; ${second}`;
}

function hourOf(channel: string, chance: Chance): string {
  const [from, to] = HOURS[channel] ?? [0, 23];
  const padded = (n: number): string => String(n).padStart(2, '0');
  return `${padded(chance.between(from, to))}:${padded(chance.between(0, 59))}`;
}
