import type { FieldType, Form, FormField } from '../process/process-definition.js';
import type { LocalDate } from '../time/local-date.js';
import type { Answer, Answers } from './answers.js';
import { checkAnswer } from './check-answer.js';
import { isAsked } from './check-answers.js';

/** An answer that a question of the new form takes over. */
export interface KeptAnswer {
  readonly from: FormField;
  readonly to: FormField;
  readonly value: Answer;
  readonly because: KeptBecause;
}

export type KeptBecause =
  /** Both forms have the question, in the same words. */
  | 'sameQuestion'
  /** Both have one of that name and type, asked in other words: somebody should look. */
  | 'sameName'
  /** Each form has one question of that type, and there is no doubt what it is about: the place of the report. */
  | 'onlyOneOfItsType';

/** An answer that no question of the new form takes: only the history keeps it. */
export interface LostAnswer {
  readonly from: FormField;
  readonly value: Answer;
  readonly because: LostBecause;
}

export type LostBecause = 'noSuchQuestion' | 'notAnAnswerThere' | 'notAskedThere';

/** What becomes of the answers to one form under another. */
export interface MappedAnswers {
  readonly kept: readonly KeptAnswer[];
  readonly lost: readonly LostAnswer[];
  /** Questions of the new form that are asked and have no answer yet, in its order. */
  readonly toAsk: readonly FormField[];
}

/** Types of which a form has one for one purpose: two forms with one each ask for the same thing. */
const SPEAKS_FOR_ITSELF: readonly FieldType[] = ['place', 'attachment'];

/** Maps the answers of a request to the form of the process it goes to. An answer is kept only where it is one there too. */
export function mapAnswers(forms: { from: Form; to: Form }, answers: Answers, today: LocalDate): MappedAnswers {
  const answered = forms.from.fields.flatMap((from): readonly Answered[] => {
    const value = answers[from.key];
    return value === undefined ? [] : [{ from, value, pair: counterpart(from, forms) }];
  });
  const kept: KeptAnswer[] = [];
  const taken: Record<string, Answer> = {};
  for (const to of forms.to.fields) {
    const source = answered.find(({ pair }) => pair?.to === to);
    if (source?.pair === undefined || !isAsked(to, taken) || checkAnswer(to, source.value, today).length > 0) continue;
    taken[to.key] = source.value;
    kept.push({ from: source.from, value: source.value, ...source.pair });
  }
  return {
    kept,
    lost: answered.filter(({ from }) => !kept.some((one) => one.from === from)).map((one) => lostAnswer(one, taken)),
    toAsk: forms.to.fields.filter((field) => taken[field.key] === undefined && isAsked(field, taken)),
  };
}

interface Answered {
  readonly from: FormField;
  readonly value: Answer;
  readonly pair: Pair | undefined;
}

function lostAnswer({ from, value, pair }: Answered, taken: Answers): LostAnswer {
  if (pair === undefined) return { from, value, because: 'noSuchQuestion' };
  return { from, value, because: isAsked(pair.to, taken) ? 'notAnAnswerThere' : 'notAskedThere' };
}

interface Pair {
  readonly to: FormField;
  readonly because: KeptBecause;
}

function counterpart(field: FormField, { from, to }: { from: Form; to: Form }): Pair | undefined {
  const same = to.fields.find(({ key, type }) => key === field.key && type === field.type);
  if (same?.label === field.label) return { to: same, because: 'sameQuestion' };
  // What was asked in confidence is not put, on the strength of a name, under a question that everyone reads.
  if (field.sensitive === true) return undefined;
  if (same !== undefined) return { to: same, because: 'sameName' };
  if (!SPEAKS_FOR_ITSELF.includes(field.type) || ofType(from, field.type).length > 1) return undefined;
  const [only, ...others] = ofType(to, field.type);
  return only === undefined || others.length > 0 ? undefined : { to: only, because: 'onlyOneOfItsType' };
}

function ofType({ fields }: Form, type: FieldType): readonly FormField[] {
  return fields.filter((field) => field.type === type);
}
