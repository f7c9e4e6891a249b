import { Readable } from 'node:stream';
import { ACCOUNT_COLUMNS, MOST_ACCOUNT_LINES, type AccountColumnName } from '../../domain/people/account-columns.js';
import { countOf, typeset } from '../../domain/text/french-typography.js';
import { cellsOf, CsvReader, type CsvRecord } from '../calendar/csv-records.js';
import { foldWords } from '../../domain/text/fold-words.js';

/** What is wrong in a file of accounts, and where. */
export interface AccountFault {
  /** Of the file; its header is line 1. */
  readonly line: number;
  readonly column?: AccountColumnName;
  /** Stable: `missing`, `unknown`, `taken`… */
  readonly code: string;
  /** A French sentence. */
  readonly detail: string;
}

/** A line with the cells that hold something. */
export interface AccountLine {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<AccountColumnName, string>>>;
}

export interface AccountsFile {
  readonly lines: readonly AccountLine[];
  /** Lines that could not be read. */
  readonly faults: readonly AccountFault[];
}

/** Why nothing of a file is read: a French sentence. */
export interface AccountsFileRefused {
  readonly refused: string;
}

type Header = readonly AccountColumnName[];

/** Reads a file of accounts: UTF-8 with or without a byte order mark, commas or semicolons. */
export async function readAccountsFile(content: string): Promise<AccountsFile | AccountsFileRefused> {
  if (content.includes('\uFFFD')) return refused('Ce fichier n’est pas en UTF-8 : enregistrez-le « CSV UTF-8 ».');
  const reader = new CsvReader(Readable.from([content]) as AsyncIterable<string>);
  const first = (await reader.header())?.text;
  if (first === undefined) return refused('Ce fichier est vide : sa première ligne nomme les colonnes.');
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  const header = headerOf(cellsOf(first, delimiter) ?? []);
  if ('refused' in header) return header;
  const records = await recordsOf(reader, delimiter);
  if (records.length > MOST_ACCOUNT_LINES)
    return refused(`Ce fichier a plus de ${countOf(MOST_ACCOUNT_LINES, 'ligne')} : coupez-le en plusieurs.`);
  if (records.length === 0) return refused('Ce fichier n’a aucune ligne sous celle des colonnes.');
  return sorted(records.map((one) => lineOf(one, header)));
}

async function recordsOf(reader: CsvReader, delimiter: string): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  let record = await reader.next(delimiter);
  while (record !== undefined && records.length <= MOST_ACCOUNT_LINES) {
    records.push(record);
    record = await reader.next(delimiter);
  }
  return records;
}

function refused(sentence: string): AccountsFileRefused {
  return { refused: typeset(sentence) };
}

/** A column misspelt would be left out in silence: it refuses the file. */
function headerOf(names: readonly string[]): Header | AccountsFileRefused {
  const header: AccountColumnName[] = [];
  for (const name of names) {
    const column = ACCOUNT_COLUMNS.find((one) => foldWords(one.name) === foldWords(name))?.name;
    if (column === undefined)
      return refused(`La ligne 1 nomme la colonne « ${name} », qui n’est pas de celles que la page décrit.`);
    if (header.includes(column)) return refused(`La ligne 1 nomme deux fois la colonne « ${column} ».`);
    header.push(column);
  }
  return header.includes('identifiant') ? header : refused('La colonne « identifiant » manque à la ligne 1.');
}

function lineOf(record: CsvRecord, header: Header): AccountLine | AccountFault {
  const { line } = record;
  if (record.kind === 'fault') return { line, code: record.code, detail: typeset(UNREADABLE[record.code]) };
  const { cells } = record;
  if (cells.length > header.length)
    return { line, code: 'tooManyCells', detail: 'Cette ligne a plus de cases que l’en-tête n’a de colonnes.' };
  const filled = header.flatMap((column, i) => (cells[i] === undefined || cells[i] === '' ? [] : [[column, cells[i]]]));
  return { line, cells: Object.fromEntries(filled) as AccountLine['cells'] };
}

const UNREADABLE = {
  brokenQuotes: 'Un guillemet ouvert n’est pas refermé.',
  lineTooLong: 'Cette ligne est trop longue.',
} as const;

function sorted(read: readonly (AccountLine | AccountFault)[]): AccountsFile {
  const lines: AccountLine[] = [];
  const faults: AccountFault[] = [];
  for (const one of read) {
    if ('code' in one) faults.push(one);
    else if (one.cells.identifiant !== undefined) lines.push(one);
    else if (Object.keys(one.cells).length > 0)
      faults.push({ line: one.line, column: 'identifiant', code: 'missing', detail: 'L’identifiant manque.' });
  }
  return { lines, faults };
}
