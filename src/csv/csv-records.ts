import { parse } from 'csv-parse/sync';

/** A record and the number of the physical line it begins on (the first line of the file is 1). */
export type CsvRecord =
  | { readonly kind: 'cells'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'fault'; readonly line: number; readonly code: 'brokenQuotes' | 'lineTooLong' };

interface PhysicalLine {
  readonly line: number;
  /** Absent: longer than anything we read. */
  readonly text?: string;
}

const LONGEST_LINE = 100_000;

/** How many lines one quoted field may span: beyond, the quote is taken for a fault of its first line alone. */
const LONGEST_RECORD = 20;

/**
 * Reads CSV piece by piece, so that a file of any length takes little memory, and goes on after a broken line: an
 * ordinary parser takes one forgotten quote for a field that ends with the file. Blank lines are skipped.
 */
export class CsvReader {
  private readonly lines: AsyncIterator<PhysicalLine>;
  private readonly ahead: PhysicalLine[] = [];

  /** UTF-8, with or without a byte order mark; lines end in CRLF, LF or CR. */
  constructor(input: AsyncIterable<Uint8Array | string>) {
    this.lines = physicalLines(input);
  }

  /** The first line that is not blank, undivided: it tells which delimiter the file uses. */
  async header(): Promise<PhysicalLine | undefined> {
    return this.nextFilledLine();
  }

  async next(delimiter: string): Promise<CsvRecord | undefined> {
    const first = await this.nextFilledLine();
    if (first === undefined) return undefined;
    const { line, text } = first;
    if (text === undefined) return { kind: 'fault', line, code: 'lineTooLong' };
    const cells = hasOpenQuote(text) ? await this.readOn(text, delimiter) : cellsOf(text, delimiter);
    return cells === undefined ? { kind: 'fault', line, code: 'brokenQuotes' } : { kind: 'cells', line, cells };
  }

  /** Looks for the line that closes the quote; puts back what it took when there is none. */
  private async readOn(text: string, delimiter: string): Promise<readonly string[] | undefined> {
    const taken: PhysicalLine[] = [];
    while (taken.length < LONGEST_RECORD) {
      const next = await this.nextLine();
      if (next === undefined) break;
      taken.push(next);
      if (next.text === undefined) break;
      if (!hasOpenQuote(next.text)) continue;
      const cells = cellsOf([text, ...taken.map((line) => line.text)].join('\n'), delimiter);
      if (cells !== undefined) return cells;
      break;
    }
    this.ahead.unshift(...taken);
    return undefined;
  }

  private async nextFilledLine(): Promise<PhysicalLine | undefined> {
    let next = await this.nextLine();
    while (next?.text?.trim() === '') next = await this.nextLine();
    return next;
  }

  private async nextLine(): Promise<PhysicalLine | undefined> {
    const put = this.ahead.shift();
    if (put !== undefined) return put;
    const next = await this.lines.next();
    return next.done === true ? undefined : next.value;
  }
}

/** The cells of one record, without the blanks around them; undefined when its quotes do not match. */
export function cellsOf(text: string, delimiter: string): readonly string[] | undefined {
  try {
    const records: string[][] = parse(text, { delimiter, trim: true, relax_column_count: true });
    return records.length === 1 ? records[0] : undefined;
  } catch {
    return undefined;
  }
}

/** A doubled quote stands for itself, so it changes nothing. */
function hasOpenQuote(text: string): boolean {
  return text.split('"').length % 2 === 0;
}

async function* physicalLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<PhysicalLine> {
  let line = 1;
  let rest = '';
  let tooLong = false;
  for await (const text of decoded(input)) {
    // A final CR waits: the LF of the same line end may come with the next piece.
    const held = text.endsWith('\r') ? '\r' : '';
    const pieces = (rest + text.slice(0, text.length - held.length)).split(/\r\n|\n|\r/);
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield lineOf(line, piece, tooLong);
      line += 1;
      tooLong = false;
    }
    tooLong ||= last.length > LONGEST_LINE;
    rest = (tooLong ? '' : last) + held;
  }
  if (tooLong || rest !== '') yield lineOf(line, rest, tooLong);
}

function lineOf(line: number, text: string, tooLong: boolean): PhysicalLine {
  return tooLong || text.length > LONGEST_LINE ? { line } : { line, text };
}

async function* decoded(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let atStart = true;
  for await (const piece of input) {
    const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    yield atStart && text.startsWith('\uFEFF') ? text.slice(1) : text;
    atStart &&= text === '';
  }
  yield decoder.decode();
}
