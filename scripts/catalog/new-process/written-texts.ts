import { subjectWords } from './subject-words.js';
import { UNWRITTEN } from '../writing-model.js';

/** The texts of a new process that its writer has already given; what is absent is left to be written. French. */
export interface WrittenTexts {
  readonly audience?: string;
  readonly phrasings?: readonly string[];
  /** Empty when nothing is needed. */
  readonly needed?: readonly string[];
  /** What the price or the deposit depends on, without an amount; empty when it is free. */
  readonly price?: string;
  readonly questions?: readonly WrittenQuestion[];
  readonly say?: readonly string[];
  readonly handOver?: string;
  readonly firstContact?: string;
  /** False where no text obliges the town to say yes: a loan, a place, a courtesy. */
  readonly isDue?: boolean;
  readonly summary?: string;
  readonly facts?: readonly WrittenFact[];
  /** Section by section: `answered`, `done`, `planned`, `refused`. */
  readonly letter?: Readonly<Record<string, string>>;
}

/** A rule, and where it comes from, as typed. */
export interface WrittenFact {
  readonly text: string;
  readonly reference: string;
}

/** A question asked on the phone, and read on the form. */
export interface WrittenQuestion {
  readonly ask: string;
  readonly label: string;
  readonly answer: AnswerType;
  readonly required: boolean;
}

export interface AnswerType {
  readonly type: string;
  /** Of a choice. */
  readonly options?: readonly string[];
}

const TYPES: Readonly<Record<string, string | undefined>> = {
  texte: 'shortText',
  'texte long': 'longText',
  'oui/non': 'yesNo',
  date: 'date',
  heure: 'time',
  nombre: 'number',
  document: 'attachment',
};

/** What may be typed for the kind of an answer; French. */
export const ANSWER_WORDS = `les choix séparés par « ; » (s’il peut y en avoir plusieurs : « plusieurs : … ; … »), ou ${Object.keys(TYPES).join(', ')}`;

/** « plusieurs : Cartons ; Verre » */
const SEVERAL = /^\s*plusieurs\s*:/iu;

/** « date » is a date, « Cassé ; Tourné » a choice; undefined for anything else. */
export function answerTypeOf(typed: string): AnswerType | undefined {
  const options = typed
    .replace(SEVERAL, '')
    .split(';')
    .map((option) => option.trim())
    .filter((option) => option !== '');
  if (options.length > 1) return { type: SEVERAL.test(typed) ? 'multiChoice' : 'choice', options };
  const type = TYPES[typed.trim().toLowerCase()];
  return type === undefined ? undefined : { type };
}

/** `kind` of a source, by the words it is told with: an article, a usage, else a decision of the town. */
export function sourceKindOf(reference: string): 'code' | 'practice' | 'local' {
  if (/\b(?:art\.|article|loi|décret)/iu.test(reference)) return 'code';
  return /^\s*usage/iu.test(reference) ? 'practice' : 'local';
}

/** The keys of the shared forms that a new report takes. */
export const REPORT_FORMS = ['lieu', 'photos'] as const;

/** A key for each question, one of the words that name what it asks; no two alike. */
export function fieldKeys(labels: readonly string[]): readonly string[] {
  return labels.reduce<readonly string[]>((keys, label) => {
    const words = subjectWords(label).filter((word) => /^[a-z]/.test(word));
    const isFree = (key: string): boolean => ![...REPORT_FORMS, ...keys].includes(key);
    const numbered = (words[0] ?? 'reponse') + String(keys.length + 1);
    return [...keys, words.find(isFree) ?? numbered];
  }, []);
}

/** The text in YAML, or the mark of what is to be written. Between quotes: one may write over it any character but a double quote. */
export function written(text: string | undefined, expected: string): string {
  return JSON.stringify(text ?? `${UNWRITTEN} : ${expected}`);
}

/** At least as many as are expected; those that were not given are left to be written. */
export function writtenList(texts: readonly string[] = [], expected: readonly string[] = []): readonly string[] {
  const rest = expected.slice(texts.length);
  return [...texts.map((text) => written(text, '')), ...rest.map((what) => written(undefined, what))];
}
