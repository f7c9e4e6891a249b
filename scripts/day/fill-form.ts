import type { FormField } from '../../domain/process/process-definition.js';
import { isAsked } from '../../domain/request/check-answers.js';
import type { Answer, Answers } from '../../domain/request/answers.js';
import { addDays } from '../../domain/time/local-date.js';
import type { Chance } from './chance.js';
import { townDay } from './received-at.js';

/** What is known of the request whose form is filled in. */
export interface Known {
  readonly words: string;
  readonly place: string;
  readonly citizen?: Readonly<Record<string, unknown>> | undefined;
  /** Whether there are files to attach: names of files stand in the answers. */
  readonly attached?: boolean;
  /** How often a question that need not be answered is answered. */
  readonly optional?: number;
}

/** Answers the questions of a form, as a citizen does, or an ambassador while the citizen is on the telephone. */
export function fillForm(fields: readonly FormField[], known: Known, chance: Chance): Answers {
  const answers: Record<string, Answer> = {};
  for (const field of fields) {
    if (!isAsked(field, answers)) continue;
    if (!field.required && !chance.happens(known.optional ?? 0)) continue;
    const answer = FILLERS[field.type](field, known, chance);
    if (answer !== undefined) answers[field.key] = answer;
  }
  return answers;
}

type Filler = (field: FormField, known: Known, chance: Chance) => Answer | undefined;

/** What people write in a box whose answer they do not have before their eyes. */
const OFFHAND = [
  'Je ne sais pas au juste',
  'À confirmer',
  'Comme l’an dernier',
  'Voir avec moi par téléphone',
] as const;

/** For boxes with a format of their own. */
const FORMATTED = [
  '12345678901234',
  '2025',
  '123456789012345',
  'AB 123',
  'AB-123-CD',
  'W511000000',
  'A1B2C3D4E5',
] as const;

const TOWN = { postalCode: '51999', city: 'Valmont-sur-Marne' } as const;
const FILES = ['justificatif.pdf', 'devis.pdf', 'photo-chaussee.png'] as const;

const shortText: Filler = ({ maxLength = 200, pattern }, _known, chance) => {
  if (pattern === undefined) return chance.one(OFFHAND).slice(0, maxLength).trim();
  const format = new RegExp(`^(?:${pattern})$`, 'u');
  return FORMATTED.find((text) => format.test(text));
};

const longText: Filler = ({ maxLength = 200 }, { words }) => words.slice(0, maxLength).trim();
const quantity: Filler = ({ min = 1, max = min + 4 }, _known, chance) => chance.between(min, Math.min(max, min + 12));

const date: Filler = ({ earliest, latest }, _known, chance) => {
  const today = townDay(Date.now());
  if (latest === 'today') return addDays(today, -chance.between(0, 60));
  return earliest === 'today' ? addDays(today, chance.between(3, 90)) : today;
};

const person: Filler = (_field, { citizen }) => ({
  familyName: textOf(citizen?.['lastName']) ?? 'Lampadou',
  givenNames: textOf(citizen?.['firstName']) ?? 'Béatrice',
  birthDate: addDays(townDay(Date.now()), -12_345),
});

const FILLERS: Readonly<Record<FormField['type'], Filler>> = {
  shortText,
  longText,
  yesNo: (_field, _known, chance) => chance.happens(0.5),
  choice: ({ options = [] }, _known, chance) => chance.pick(options)?.value,
  multiChoice: ({ options = [], min = 1 }, _known, chance) =>
    chance
      .shuffle(options)
      .slice(0, Math.max(1, min))
      .map(({ value }) => value),
  number: quantity,
  amount: quantity,
  date,
  time: (_field, _known, chance) => chance.one(['08:30', '10:00', '14:15', '20:45']),
  place: (_field, { place }) => ({ label: place }),
  address: (_field, { place }) => ({ street: place, ...TOWN }),
  person,
  email: (_field, { citizen }) => textOf(citizen?.['email']) ?? 'accueil@valmont.example',
  phone: () => '03 53 01 00 10',
  // Whoever has nothing to attach sends the request without, and is asked for the piece later.
  attachment: ({ key, min = 1 }, { attached = false }) => {
    if (!attached) return undefined;
    return key.startsWith('photo') ? FILES.toReversed().slice(0, min) : FILES.slice(0, min);
  },
};

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
