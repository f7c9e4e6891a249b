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
  /** The departments, one a line: shown where one is to be named. */
  readonly departments: string;
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
  if (example !== undefined && example !== '') writer.show(`    par exemple : « ${example} »`);
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
  showExpected(interview, expected, pointer);
  const texts: string[] = [];
  for (;;) {
    const typed = await interview.writer.ask('  > ');
    if (typed === undefined && texts.length === 0) return undefined;
    if (typed === undefined || typed === '') return texts;
    texts.push(typed);
  }
}

/** Yes for Enter alone; undefined when they left. */
export async function hearYesNo(writer: Writer, prompt = 'oui ou non'): Promise<boolean | undefined> {
  for (;;) {
    const typed = await writer.ask(`    ${prompt} [oui] > `);
    if (typed === undefined) return undefined;
    if (/^(?:o|oui)?$/i.test(typed)) return true;
    if (/^(?:n|non)$/i.test(typed)) return false;
    writer.show('    répondre oui ou non');
  }
}
