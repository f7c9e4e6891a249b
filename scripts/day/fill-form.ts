import type { FormField } from '../../domain/process/process-definition.js';
import type { Answer, Answers } from '../../domain/request/answers.js';
import { isAsked } from '../../domain/request/check-answers.js';
import type { Chance } from './chance.js';
import { townDay } from './received-at.js';

/** What is known of the request whose form an ambassador fills in. */
export interface Known {
  readonly words: string;
  readonly place: string;
}

/** Answers the questions that a form makes obligatory, as an ambassador does while the citizen is on the telephone. */
export function fillForm(fields: readonly FormField[], known: Known, chance: Chance): Answers {
  const answers: Record<string, Answer> = {};
  for (const field of fields) {
    if (!field.required || !isAsked(field, answers)) continue;
    const answer = answerTo(field, known, chance);
    if (answer !== undefined) answers[field.key] = answer;
  }
  return answers;
}

type Filler = (field: FormField, known: Known, chance: Chance) => Answer | undefined;

const text: Filler = ({ maxLength }, { words }) => words.slice(0, Math.min(maxLength ?? 200, 200));
const quantity: Filler = ({ min, max }) => Math.max(min ?? 1, Math.min(max ?? 1, 1));

const FILLERS: Readonly<Record<FormField['type'], Filler>> = {
  shortText: text,
  longText: text,
  yesNo: (_field, _known, chance) => chance.happens(0.5),
  choice: ({ options = [] }, _known, chance) => chance.pick(options)?.value,
  multiChoice: ({ options = [], min }) => options.slice(0, Math.max(1, min ?? 1)).map(({ value }) => value),
  number: quantity,
  amount: quantity,
  date: () => townDay(Date.now()),
  time: () => '10:00',
  place: (_field, { place }) => ({ label: place }),
  address: (_field, { place }) => ({ street: place, postalCode: '51999', city: 'Valmont-sur-Marne' }),
  person: () => ({ familyName: 'Lampadou', givenNames: 'Béatrice', birthDate: '1972-08-08' as never }),
  email: () => 'accueil@valmont.example',
  phone: () => '03 53 01 00 10',
  // Whoever has nothing to attach sends the request without, and is asked for the document later.
  attachment: () => undefined,
};

function answerTo(field: FormField, known: Known, chance: Chance): Answer | undefined {
  return FILLERS[field.type](field, known, chance);
}
