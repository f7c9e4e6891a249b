import { foldWords } from './fold-words.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What a list may be narrowed by; each is a parameter of the address. */
export type OperatorName = 'department' | 'status' | 'due' | 'quartier';

export interface Operator {
  readonly name: OperatorName;
  /** As it is typed, before its colon. */
  readonly word: string;
  readonly options: readonly Option[];
}

export interface TypedSearch {
  /** What is left once the operators are taken out. */
  readonly words: string;
  readonly values: Readonly<Partial<Record<OperatorName, string>>>;
  /** Operators whose value means nothing, as they were typed. */
  readonly unknown: readonly string[];
}

export const LATE = 'late';
const TYPED = /(?:^|\s)(\p{L}+)\s*:\s*/u;
/** « <3j », « 3 j », « <3 »: due in less than so many working days. */
const WITHIN = /^<?\s*(\d{1,2})(?:\s*j\p{L}*)?(?=\s|$)/iu;

/** « lampadaire service:voirie échéance:<3j »: the words, and what narrows them. Without accents and capitals as well. */
export function readTyped(text: string, operators: readonly Operator[]): TypedSearch {
  const found = nextOperator(text, operators);
  if (found === undefined) return { words: tidy(text), values: {}, unknown: [] };
  const { operator, before, after } = found;
  const value = readValue(operator, after);
  const others = readTyped(after.slice(value.length), operators);
  const typed = after.slice(0, value.length).trim();
  // An operator begun and left without a value asks for nothing.
  const unknown = typed === '' || value.means !== undefined ? [] : [`${operator.word}:${typed}`];
  return {
    words: tidy(`${before} ${others.words}`),
    values: value.means === undefined ? others.values : { [operator.name]: value.means, ...others.values },
    unknown: [...unknown, ...others.unknown],
  };
}

/** The operator whose value is being typed, at the end of the text. */
export function operatorAtEnd(
  text: string,
  operators: readonly Operator[],
): { readonly operator: Operator; readonly before: string; readonly typed: string } | undefined {
  const found = nextOperator(text, operators);
  if (found === undefined) return undefined;
  const later = operatorAtEnd(found.after, operators);
  if (later !== undefined) return { ...later, before: text.slice(0, text.length - found.after.length) + later.before };
  return { operator: found.operator, before: found.before, typed: found.after };
}

/** The values that what is typed may become. */
export function optionsFor({ options }: Operator, typed: string): readonly Option[] {
  const asked = foldWords(typed);
  return options.filter(({ label }) => foldWords(label).includes(asked));
}

interface FoundOperator {
  readonly operator: Operator;
  readonly before: string;
  readonly after: string;
}

function nextOperator(text: string, operators: readonly Operator[]): FoundOperator | undefined {
  const match = TYPED.exec(text);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  const operator = operators.find(({ word }) => foldWords(word) === foldWords(match[1] ?? ''));
  if (operator !== undefined) return { operator, before: text.slice(0, match.index), after: text.slice(end) };
  const later = nextOperator(text.slice(end), operators);
  return later === undefined ? undefined : { ...later, before: text.slice(0, end) + later.before };
}

interface Value {
  readonly length: number;
  readonly means?: string;
}

function readValue(operator: Operator, text: string): Value {
  const whole = operator.options
    .filter(({ label }) => foldWords(text.slice(0, label.length)) === foldWords(label))
    .sort((one, other) => other.label.length - one.label.length)[0];
  if (whole !== undefined) return { length: whole.label.length, means: whole.value };
  const [within, days] = (operator.name === 'due' ? WITHIN.exec(text) : null) ?? [];
  if (within !== undefined && days !== undefined) return { length: within.length, means: String(Number(days)) };
  const typed = /^\S*/.exec(text)?.[0] ?? '';
  const begins =
    typed === '' ? undefined : operator.options.find(({ label }) => foldWords(label).startsWith(foldWords(typed)));
  return { length: typed.length, ...(begins === undefined ? {} : { means: begins.value }) };
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
