import type { Form, FormField } from '../../domain/process/process-definition.js';
import type { AnswerFault, Answers } from '../../domain/request/answers.js';
import { checkAnswers, withPiecesToFollow } from '../../domain/request/check-answers.js';
import type { LocalDate } from '../../domain/time/local-date.js';

export interface PlayedAnswers {
  /** Those that stand. */
  readonly answers: Answers;
  /** What is wrong with the others: a citizen's request would be refused for it. */
  readonly faults: readonly AnswerFault[];
  /** The questions that a citizen could not leave empty, or half answered. */
  readonly missing: readonly FormField[];
}

/** The answers of a play, judged as those of a request, except that a designer answers what they want. */
export function playedAnswers(form: Form, given: unknown, today: LocalDate): PlayedAnswers {
  const { answers, faults } = checkAnswers(withPiecesToFollow(form), given, today);
  const empty = new Set(faults.filter(isMissing).map(({ pointer }) => pointer.split('/')[1]));
  return {
    answers,
    faults: faults.filter((fault) => !isMissing(fault)),
    missing: form.fields.filter(({ key }) => empty.has(key)),
  };
}

function isMissing({ code }: AnswerFault): boolean {
  return code === 'answer.required';
}
