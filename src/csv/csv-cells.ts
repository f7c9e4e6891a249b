import { Readable } from 'node:stream';
import { foldWords } from '../../domain/text/fold-words.js';
import { countOf, typeset } from '../../domain/text/french-typography.js';
import { cellsOf, CsvReader, type CsvRecord } from './csv-records.js';

/** The columns of a file that people fill in: those that its header must name, and the one without which a line says nothing. */
export interface CsvColumns<Column extends string> {
  readonly all: readonly Column[];
  readonly expected: readonly Column[];
  readonly key: Column;
  /** Beyond, nothing is read. */
  readonly mostLines: number;
}

/** What is wrong in a file, and where. */
export interface CsvFault<Column extends string> {
  /** Of the file; its header is line 1. */
  readonly line: number;
  readonly column?: Column;
  /** Stable: `missing`, `unknown`, `taken`… */
  readonly code: string;
  /** A French sentence. */
  readonly detail: string;
}

/** A line with the cells that hold something. */
export interface CsvCells<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

export interface CsvFile<Column extends string> {
  readonly lines: readonly CsvCells<Column>[];
  /** Lines that could not be read. */
  readonly faults: readonly CsvFault<Column>[];
}

/** Why nothing of a file is read: a French sentence. */
export interface CsvFileRefused {
  readonly refused: string;
}

/** Reads the cells of a file by the names of its columns: UTF-8 with or without a byte order mark, commas or semicolons. */
export async function readCsvCells<Column extends string>(
  content: string,
  columns: CsvColumns<Column>,
): Promise<CsvFile<Column> | CsvFileRefused> {
  if (content.includes('\uFFFD')) return refused('Ce fichier n’est pas en UTF-8 : enregistrez-le « CSV UTF-8 ».');
  const reader = new CsvReader(Readable.from([content]) as AsyncIterable<string>);
  const first = (await reader.header())?.text;
  if (first === undefined) return refused('Ce fichier est vide : sa première ligne nomme les colonnes.');
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  const header = headerOf(cellsOf(first, delimiter) ?? [], columns);
  if ('refused' in header) return header;
  const { mostLines } = columns;
  const records = await recordsOf(reader, delimiter, mostLines);
  if (records.length > mostLines)
    return refused(`Ce fichier a plus de ${countOf(mostLines, 'ligne')} : coupez-le en plusieurs.`);
  if (records.length === 0) return refused('Ce fichier n’a aucune ligne sous celle des colonnes.');
  return sorted(
    records.map((one) => lineOf(one, header)),
    columns.key,
  );
}

async function recordsOf(reader: CsvReader, delimiter: string, most: number): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  let record = await reader.next(delimiter);
  while (record !== undefined && records.length <= most) {
    records.push(record);
    record = await reader.next(delimiter);
  }
  return records;
}

function refused(sentence: string): CsvFileRefused {
  return { refused: typeset(sentence) };
}

/** A column misspelt would be left out in silence: it refuses the file. */
function headerOf<Column extends string>(
  names: readonly string[],
  { all, expected }: CsvColumns<Column>,
): readonly Column[] | CsvFileRefused {
  const header: Column[] = [];
  for (const name of names) {
    const column = all.find((one) => foldWords(one) === foldWords(name));
    if (column === undefined)
      return refused(`La ligne 1 nomme la colonne « ${name} », qui n’est pas de celles que la page décrit.`);
    if (header.includes(column)) return refused(`La ligne 1 nomme deux fois la colonne « ${column} ».`);
    header.push(column);
  }
  const missing = expected.find((column) => !header.includes(column));
  return missing === undefined ? header : refused(`La colonne « ${missing} » manque à la ligne 1.`);
}

function lineOf<Column extends string>(
  record: CsvRecord,
  header: readonly Column[],
): CsvCells<Column> | CsvFault<Column> {
  const { line } = record;
  if (record.kind === 'fault') return { line, code: record.code, detail: typeset(UNREADABLE[record.code]) };
  const { cells } = record;
  if (cells.length > header.length)
    return { line, code: 'tooManyCells', detail: 'Cette ligne a plus de cases que l’en-tête n’a de colonnes.' };
  const filled = header.flatMap((column, i) => (cells[i] === undefined || cells[i] === '' ? [] : [[column, cells[i]]]));
  return { line, cells: Object.fromEntries(filled) as CsvCells<Column>['cells'] };
}

const UNREADABLE = {
  brokenQuotes: 'Un guillemet ouvert n’est pas refermé.',
  lineTooLong: 'Cette ligne est trop longue.',
} as const;

function sorted<Column extends string>(
  read: readonly (CsvCells<Column> | CsvFault<Column>)[],
  key: Column,
): CsvFile<Column> {
  const lines: CsvCells<Column>[] = [];
  const faults: CsvFault<Column>[] = [];
  for (const one of read) {
    if ('code' in one) faults.push(one);
    else if (one.cells[key] !== undefined) lines.push(one);
    else if (Object.keys(one.cells).length > 0)
      faults.push({ line: one.line, column: key, code: 'missing', detail: typeset(`La case « ${key} » est vide.`) });
  }
  return { lines, faults };
}
