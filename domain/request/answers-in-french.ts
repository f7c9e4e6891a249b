import type { FieldType, Form, FormField } from '../process/process-definition.js';
import {
  amountInEuros,
  clockTime,
  groupedNumber,
  listOf,
  longDate,
  plainDate,
  uncapitalised,
} from '../text/french-typography.js';
import type { AddressAnswer, Answer, Answers, PersonAnswer, PlaceAnswer } from './answers.js';

/** An answer ready to be read, beside its question. */
export interface ReadableAnswer {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** What the citizen answered, in the order of the form, for screens. Attachments are shown apart. */
export function readableAnswers(form: Form, answers: Answers): readonly ReadableAnswer[] {
  return form.fields.flatMap((field) => {
    const answer = answers[field.key];
    if (answer === undefined || field.type === 'attachment') return [];
    return [{ key: field.key, label: field.label, text: answerInFrench(field, answer) }];
  });
}

/** The variables `champs.<key>` of a reply template. */
export function templateAnswers(form: Form, answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(readableAnswers(form, answers).map(({ key, text }) => [key, text]));
}

/** One answer in words. */
export function answerInFrench(field: FormField, answer: Answer): string {
  return WORDS[field.type](answer, field);
}

/** `checkAnswers` has made sure that each answer has the shape of its type. */
const WORDS: Readonly<Record<FieldType, (answer: Answer, field: FormField) => string>> = {
  yesNo: (answer) => (answer === true ? 'oui' : 'non'),
  choice: (answer, field) => labelOf(field, answer as string),
  multiChoice: (answer, field) => labelsInFrench((answer as readonly string[]).map((value) => labelOf(field, value))),
  number: (answer) => decimal(answer as number),
  amount: (answer) => amountInEuros(answer as number),
  date: (answer) => longDate(answer as string),
  time: (answer) => clockTime(answer as string),
  place: (answer) => (answer as PlaceAnswer).label,
  address: (answer) => addressInFrench(answer as AddressAnswer),
  person: (answer) => personInFrench(answer as PersonAnswer),
  shortText: (answer) => answer as string,
  longText: (answer) => answer as string,
  email: (answer) => answer as string,
  phone: (answer) => answer as string,
  attachment: (answer) => documentsInFrench((answer as readonly string[]).length),
};

function documentsInFrench(count: number): string {
  return count > 1 ? `${String(count)} documents` : 'un document';
}

/** « Lundi, mardi et jeudi »: only the first keeps the capital it has in the form. */
function labelsInFrench([first = '', ...others]: readonly string[]): string {
  return listOf([first, ...others.map(uncapitalised)]);
}

function labelOf({ options = [] }: FormField, value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** French decimals: « 12 345,5 ». Four digits stay together, as French allows: what is asked as a number may be a year. */
function decimal(n: number): string {
  const [whole = '', fraction] = String(Math.abs(n)).split('.');
  const sign = n < 0 ? '−' : '';
  return `${sign}${whole.length > 4 ? groupedNumber(Number(whole)) : whole}${fraction === undefined ? '' : `,${fraction}`}`;
}

function addressInFrench({ street, postalCode, city, country }: AddressAnswer): string {
  return `${street}, ${postalCode} ${city}${country === undefined ? '' : `, ${country}`}`;
}

function personInFrench({ givenNames, familyName, usageName, birthDate }: PersonAnswer): string {
  const usage = usageName === undefined ? '' : ` (nom d’usage\u00a0: ${usageName})`;
  const born = birthDate === undefined ? '' : ` (naissance le ${plainDate(birthDate)})`;
  return `${givenNames} ${familyName}${usage}${born}`;
}
