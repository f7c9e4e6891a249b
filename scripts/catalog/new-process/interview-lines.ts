import type { NewProcess } from './new-process-answers.js';
import type { WritingModel } from '../writing-model.js';
import type { WrittenTexts } from './written-texts.js';

/** Somebody who answers, line by line. */
export interface Writer {
  /** Trimmed, `''` for the key Enter alone; undefined once they have left (Ctrl+C, Ctrl+D). */
  readonly ask: (prompt: string) => Promise<string | undefined>;
  readonly show: (line: string) => void;
}

/** What an interview starts from. */
export interface Interview {
  readonly asked: NewProcess;
  /** A finished process, whose texts are shown as examples. */
  readonly model: WritingModel | undefined;
  /** The departments for `''`, else the processes that say these words: shown where one is to be named. */
  readonly lookUp: (words: string) => string;
  readonly writer: Writer;
}

export interface UnderWay extends Interview {
  /** What was said until now. */
  readonly heard: WrittenTexts;
}

/** Typed alone: the part is begun again, or the one before. */
const BACK = '<';

export class WentBack extends Error {
  override readonly name = 'WentBack';
}

/** Nothing more is shown or asked once they have left. */
export function listenedTo(writer: Writer): Writer {
  let hasLeft = false;
  return {
    show: (line) => {
      if (!hasLeft) writer.show(line);
    },
    ask: async (prompt) => {
      const typed = hasLeft ? undefined : await writer.ask(prompt);
      hasLeft = typed === undefined;
      if (typed === BACK) throw new WentBack();
      return typed;
    },
  };
}

export function showExpected({ model, writer }: Interview, expected: string, pointer: string): void {
  writer.show(`    ${expected}`);
  const example = model?.textAt(pointer);
  if (example !== undefined && example !== '') writer.show(`    par exemple : « ${atAGlance(example)} »`);
}

const GLANCE = 110;

/** Its first sentence, cut at a word: an example shows a manner, and is not read to its end. */
function atAGlance(text: string): string {
  const [first = text] = /^.*?[.!?](?=\s|$)/su.exec(text) ?? [];
  return first.length <= GLANCE ? first : `${first.slice(0, GLANCE).replace(/[\s,;:]+\S*$/u, '')}…`;
}

/** One text; undefined when it is for later. */
export async function hearLine(interview: Interview, expected: string, pointer = ''): Promise<string | undefined> {
  showExpected(interview, expected, pointer);
  const typed = await interview.writer.ask('  > ');
  return typed === '' ? undefined : typed;
}

/** As many texts as come, until Enter alone; undefined when they left before the first. */
export async function hearList(
  interview: Interview,
  expected: string,
  pointer: string,
): Promise<readonly string[] | undefined> {
  const { texts, hasLeft } = await hearInTurn(interview, ({ length }) => ({
    ...(length === 0 ? { expected, pointer } : {}),
    isEndedByEnter: true,
  }));
  return hasLeft && texts.length === 0 ? undefined : texts;
}

interface Asked {
  /** Shown before; nothing for another of the same. */
  readonly expected?: string;
  /** Where a finished process says it. */
  readonly pointer?: string;
  readonly isEndedByEnter: boolean;
}

/** Texts one after the other, `''` for one that is passed; what is asked next depends on those before. Going back takes the last away. */
export async function hearInTurn(
  interview: Interview,
  askedAfter: (texts: readonly string[]) => Asked,
): Promise<{ readonly texts: readonly string[]; readonly hasLeft: boolean }> {
  const texts: string[] = [];
  for (;;) {
    const { expected, pointer = '', isEndedByEnter } = askedAfter(texts);
    if (expected !== undefined) showExpected(interview, expected, pointer);
    const typed = await interview.writer.ask('  > ').catch((error: unknown) => takenBack(error, texts.pop()));
    if (typed === undefined) return { texts, hasLeft: true };
    if (typed === '' && isEndedByEnter) return { texts, hasLeft: false };
    if (typeof typed === 'string') texts.push(typed);
    else interview.writer.show(`    retiré : « ${typed.last} »`);
  }
}

/** Going back takes the last text of a list away; from an empty list, it leads out of the list. */
function takenBack(error: unknown, last: string | undefined): { readonly last: string } {
  if (!(error instanceof WentBack) || last === undefined) throw error;
  return { last };
}

const YES_OR_NO = new Map(Object.entries({ o: true, oui: true, n: false, non: false }));

/** Asks until it is yes or no; Enter takes what is assumed, where something is. Undefined when they left. */
export async function hearYesNo(
  writer: Writer,
  { prompt = 'oui ou non', assumed }: { readonly prompt?: string; readonly assumed?: boolean } = {},
): Promise<boolean | undefined> {
  const shown = assumed === undefined ? '' : ` [${assumed ? 'oui' : 'non'}]`;
  for (;;) {
    const typed = await writer.ask(`    ${prompt}${shown} > `);
    if (typed === undefined) return undefined;
    const answer = typed === '' ? assumed : YES_OR_NO.get(typed.toLowerCase());
    if (answer !== undefined) return answer;
    writer.show('    répondre oui ou non');
  }
}
