import type { CountedDay } from '../../domain/time/day-count.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { CsvRecord } from '../csv/csv-records.js';
import { cellsOf, CsvReader } from '../csv/csv-records.js';
import { dueDateOf } from './due-date-of.js';
import type { DueDateColumn, DueDateFault } from './due-date-row.js';
import { DUE_DATE_COLUMNS, readDueDateRow } from './due-date-row.js';
import { printInstant } from './read-instant.js';

/** What is printed for one record, as one line of JSON. */
export type DueDateLine = DueDateAnswer | DueDateError;

export interface DueDateAnswer {
  readonly date: LocalDate;
  /** Exclusive, UTC: the local midnight that ends `date`. */
  readonly endsAt: string;
  /** 17:00 local time on `date`, UTC. */
  readonly closesAt: string;
  /** From day 0 to `date`: counted, or why not. */
  readonly days: readonly CountedDay[];
}

export interface DueDateError {
  /** Physical line of the file, the header being 1. */
  readonly line: number;
  readonly error: DueDateFault;
}

/** Comma, semicolon (French spreadsheets) or tab: the one that finds most of our columns in the header. */
const DELIMITERS = [',', ';', '\t'];

const RECORD_MESSAGES = {
  brokenQuotes: 'Les guillemets de cette ligne ne vont pas par paires.',
  lineTooLong: 'Cette ligne dépasse 100\u202f000 caractères.',
} as const;

/**
 * Answers each record of a CSV with a header, in order, without holding the file in memory. The columns may come in any
 * order, others are ignored, blank lines are skipped. A fault in the header is the only answer; a fault in a record
 * leaves the following ones alone.
 */
export async function* dueDatesOfCsv(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<DueDateLine> {
  const reader = new CsvReader(input);
  const first = await reader.header();
  const header = readHeader(first?.text ?? '');
  if ('error' in header) {
    yield { line: first?.line ?? 1, error: header.error };
    return;
  }
  for (;;) {
    const record = await reader.next(header.delimiter);
    if (record === undefined) return;
    const answer = answerTo(record, header.columns);
    yield 'code' in answer ? { line: record.line, error: answer } : answer;
  }
}

function answerTo(record: CsvRecord, columns: readonly string[]): DueDateAnswer | DueDateFault {
  if (record.kind === 'fault') return { column: null, code: record.code, message: RECORD_MESSAGES[record.code] };
  const { cells } = record;
  if (cells.slice(columns.length).some((cell) => cell !== '')) {
    return {
      column: null,
      code: 'tooManyCells',
      message: `Cette ligne a ${String(cells.length)} valeurs pour ${String(columns.length)} colonnes\u00a0: mettez entre guillemets celles qui contiennent le séparateur.`,
    };
  }
  const question = readDueDateRow((column) => cells[columns.indexOf(column)] ?? '');
  if ('code' in question) return question;
  const count = dueDateOf(question);
  if ('code' in count) return count;
  return {
    date: count.dueOn,
    endsAt: printInstant(count.endsAt),
    closesAt: printInstant(count.closesAt),
    days: count.days,
  };
}

interface Header {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

function readHeader(text: string): Header | { readonly error: DueDateFault } {
  if (text === '') {
    return headerFault(null, 'emptyInput', 'L’entrée est vide\u00a0: la première ligne nomme les colonnes.');
  }
  const { delimiter, columns } = bestHeader(text);
  const missing = DUE_DATE_COLUMNS.filter((column) => !columns.includes(column));
  if (missing[0] !== undefined) {
    const message = `L’en-tête doit nommer ${DUE_DATE_COLUMNS.join(', ')}\u00a0; il manque ${missing.join(', ')}.`;
    return headerFault(missing[0], 'missingColumn', message);
  }
  const doubled = DUE_DATE_COLUMNS.find((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  if (doubled === undefined) return { delimiter, columns };
  return headerFault(doubled, 'doubledColumn', `L’en-tête nomme deux fois la colonne ${doubled}.`);
}

function headerFault(column: DueDateColumn | null, code: string, message: string): { readonly error: DueDateFault } {
  return { error: { column, code, message } };
}

function bestHeader(text: string): Header {
  const candidates = DELIMITERS.map((delimiter) => ({
    delimiter,
    columns: (cellsOf(text, delimiter) ?? []).map((name) => name.toLowerCase()),
  }));
  const found = ({ columns }: Header): number => DUE_DATE_COLUMNS.filter((column) => columns.includes(column)).length;
  return candidates.reduce((best, candidate) => (found(candidate) > found(best) ? candidate : best));
}
