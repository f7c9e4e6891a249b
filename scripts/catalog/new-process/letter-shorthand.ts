import { BEGINS_WITH_CAPITAL, labelWithName } from '../choice-labels.js';

/**
 * A letter as one types it: `<date>` is a value, and `[ pour le <1>]` holds the answer to the first question and goes with it
 * when it is missing. In a template: `{{ recue_le }}`, `{% if champs.jour %} pour le {{ champs.jour }}{% endif %}`.
 */
const VALUES: Readonly<Record<string, string | undefined>> = {
  date: 'recue_le',
  'date prévue': 'date_prevue',
  motif: 'motif',
  lieu: 'champs.lieu',
};

/** The answer to a question, as a letter prints it. */
export interface PrintedAnswer {
  readonly key: string;
  /** What may be chosen, where something is. */
  readonly options?: readonly string[];
}

/** Liquid, of what was typed; `answers` are those of the questions, in order. A mark that means nothing stays as it is. */
export function templateOf(typed: string, answers: readonly PrintedAnswer[]): string {
  const answerOf = (mark: string): PrintedAnswer | undefined => answers[Number(mark) - 1];
  const nameOf = (mark: string): string | undefined => {
    const key = answerOf(mark)?.key;
    return key === undefined ? VALUES[mark.trim().toLowerCase()] : `champs.${key}`;
  };
  const isAnswer = (name: string | undefined): boolean => name?.startsWith('champs.') ?? false;
  const bracketed = typed.replace(/\[[^[\]]*\]|<([^<>]+)>/g, (whole, mark: string | undefined) =>
    mark !== undefined && isAnswer(nameOf(mark)) ? `[${whole}]` : whole,
  );
  const pieces = bracketed.split(/(<[^<>]+>)/).map((piece, index, all) => {
    const mark = /^<(.+)>$/.exec(piece)?.[1] ?? '';
    const name = nameOf(mark);
    if (name === undefined) return piece;
    return printed(name, answerOf(mark), all.slice(0, index).join('').replaceAll(/[[\]]/g, ''));
  });
  return pieces.join('').replace(/\[([^[\]]*\{\{ (champs\.\w+)[^[\]]*)\]/g, (_whole, inner: string, name: string) => {
    return `{% if ${name} %}${inner}{% endif %}`;
  });
}

/** In the middle of a sentence a label is lowered, or quoted when the capital of a name would be lost with it. */
function printed(name: string, { options }: Partial<PrintedAnswer> = {}, before: string): string {
  if (options === undefined || BEGINS_WITH_CAPITAL.test(before)) return `{{ ${name} }}`;
  return labelWithName(options) === undefined ? `{{ ${name} | downcase }}` : `« {{ ${name} }} »`;
}

/** The other way round, of a template that holds no other condition than whether one value is there. */
export function shorthandOf(template: string): string {
  const marks = Object.entries(VALUES).map(([mark, name]) => [`{{ ${name ?? ''} }}`, `<${mark}>`] as const);
  return marks.reduce(
    (text, [printed, mark]) => text.replaceAll(printed, mark),
    template.replace(/\{% if [\w.]+ %\}(.*?)\{% endif %\}/g, '[$1]'),
  );
}
