import type { Form, FormField } from '../process/process-definition.js';
import type { LocalDate } from '../time/local-date.js';
import type { Answer, AnswerFault, Answers } from './answers.js';
import { checkAnswer } from './check-answer.js';
import { isMet } from './condition.js';

export interface CheckedAnswers {
  /** Trimmed; without empty answers and without those to questions that were not asked. */
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
}

/**
 * Checks answers that come from outside against a form, all faults at once. An answer to a question that its condition
 * hides is dropped, not refused: a form that was filled in and then changed may still carry it.
 * `today` is the civil day of the town.
 */
export function checkAnswers(form: Form, given: unknown, today: LocalDate): CheckedAnswers {
  if (!isRecord(given)) return { answers: {}, faults: [{ pointer: '', code: 'answers.not-an-object' }] };
  const known = new Set(form.fields.map(({ key }) => key));
  const faults: AnswerFault[] = Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => ({ pointer: `/${escapePointer(key)}`, code: 'answers.unknown-field' }));
  const answers: Record<string, Answer> = {};
  for (const field of form.fields) {
    if (!isAsked(field, answers)) continue;
    const value = tidy(given[field.key]);
    if (value === undefined) {
      if (field.required) faults.push({ pointer: `/${field.key}`, code: 'answer.required' });
      continue;
    }
    const found = checkAnswer(field, value, today);
    faults.push(...found);
    if (found.length === 0) answers[field.key] = value as Answer;
  }
  return { answers, faults };
}

/**
 * The form as someone fills it in who has no file at hand, at the telephone or for a letter: pieces may follow. An
 * incomplete request is taken, and what is missing asked for (CRPA, art. L. 114-5).
 */
export function withPiecesToFollow({ fields }: Form): Form {
  return { fields: fields.map((field) => (field.type === 'attachment' ? { ...field, required: false } : field)) };
}

/** Whether a question is asked, given the answers to those before it. */
export function isAsked({ showWhen }: FormField, answers: Answers): boolean {
  return showWhen === undefined || isMet(showWhen, answers);
}

/** The few answers that a `when:` of the definition compares: the only ones that leave the database. */
export function routingAnswers(form: Form, answers: Answers): Readonly<Record<string, string | boolean>> {
  const entries = form.fields
    .filter(({ routing }) => routing)
    .flatMap(({ key }): [string, string | boolean][] => {
      const answer = answers[key];
      return typeof answer === 'string' || typeof answer === 'boolean' ? [[key, answer]] : [];
    });
  return Object.fromEntries(entries);
}

/** Ids of the documents that the answers name. */
export function documentIds(form: Form, answers: Answers): readonly string[] {
  return form.fields
    .filter(({ type }) => type === 'attachment')
    .flatMap(({ key }) => {
      const answer = answers[key];
      return Array.isArray(answer) ? (answer as readonly string[]) : [];
    });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts without spaces around them, Unicode composed; what is empty is no answer. */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') {
    const text = value.normalize('NFC').trim();
    return text === '' ? undefined : text;
  }
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => tidy(item)).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (isRecord(value)) {
    const entries = Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, tidy(item)])
      .filter(([, item]) => item !== undefined);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return value ?? undefined;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
