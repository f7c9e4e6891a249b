import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { LocalDate } from '../../domain/time/local-date.js';
import { isLocalDate } from '../../domain/time/local-date.js';
import type { Faults } from './town-error.js';

/** Where files are read from, and where faults go. */
export interface TownFolder {
  readonly folder: string;
  readonly faults: Faults;
}

/** The lines of one CSV file with a header. A missing file or column is a fault, and gives no line. */
export function readTable(source: TownFolder, file: string, columns: readonly string[]): readonly CsvLine[] {
  const full = path.join(source.folder, file);
  if (!existsSync(full)) {
    source.faults.add({ file, message: 'ce fichier manque dans le dossier de la ville.' });
    return [];
  }
  const records = recordsOf(source, file, readFileSync(full, 'utf8'));
  const header = records[0]?.record ?? [];
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const message = `l’en-tête doit porter les colonnes ${columns.join(', ')} ; il manque ${missing.join(', ')}.`;
    source.faults.add({ file, line: 1, message });
    return [];
  }
  return records.slice(1).map(({ record, info }) => new CsvLine(source, { file, line: info.lines, header, record }));
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function recordsOf({ faults }: TownFolder, file: string, text: string): readonly CsvRecord[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    return parse(text, options) as unknown as readonly CsvRecord[];
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    faults.add({ file, line, message: 'cette ligne n’est pas du CSV : vérifiez les guillemets et les virgules.' });
    return [];
  }
}

interface LineContent {
  readonly file: string;
  readonly line: number;
  readonly header: readonly string[];
  readonly record: readonly string[];
}

/** One line of a CSV file, read cell by cell; what is wrong in a cell becomes a fault of this line. */
export class CsvLine {
  constructor(
    private readonly source: TownFolder,
    private readonly content: LineContent,
  ) {
    if (content.record.length > content.header.length) this.fault('il y a plus de valeurs que de colonnes.');
  }

  get line(): number {
    return this.content.line;
  }

  fault(message: string): void {
    this.source.faults.add({ file: this.content.file, line: this.content.line, message });
  }

  optional(column: string): string | undefined {
    const cell = this.content.record[this.content.header.indexOf(column)];
    return cell === undefined || cell === '' ? undefined : cell;
  }

  text(column: string): string {
    const cell = this.optional(column);
    if (cell === undefined) this.fault(`la colonne ${column} est vide.`);
    return cell ?? '';
  }

  /** Several values in a cell, separated by spaces. */
  words(column: string): readonly string[] {
    return this.optional(column)?.split(/\s+/) ?? [];
  }

  oneOf<T extends string>(column: string, values: readonly [T, ...T[]]): T {
    const cell = this.text(column);
    const found = values.find((value) => value === cell);
    if (found === undefined) this.fault(`${column} vaut « ${cell} » ; écrivez ${values.join(', ')}.`);
    return found ?? values[0];
  }

  date(column: string): LocalDate {
    const cell = this.text(column);
    if (isLocalDate(cell)) return cell;
    this.fault(`${column} vaut « ${cell} » ; écrivez une date qui existe, par exemple 2026-05-15.`);
    return '0000-01-01' as LocalDate;
  }

  integer(column: string): number {
    const cell = this.text(column);
    if (!/^\d+$/.test(cell)) this.fault(`${column} vaut « ${cell} » ; écrivez un nombre entier.`);
    return Number.parseInt(cell, 10);
  }

  /** Euros with two decimals, as whole cents: money is never a fraction. */
  cents(column: string): number {
    const parts = /^(\d+)[.,](\d{2})$/.exec(this.text(column));
    if (parts === null) this.fault(`${column} doit être un montant en euros avec deux décimales, par exemple 12.50.`);
    return parts === null ? 0 : Number(parts[1]) * 100 + Number(parts[2]);
  }

  /** Minutes since local midnight. */
  time(column: string): number {
    const minutes = minutesOf(this.text(column));
    if (minutes === undefined) this.fault(`${column} doit être une heure, par exemple 12:00.`);
    return minutes ?? 0;
  }

  /** The id in the cell, which must be among the known ones. */
  reference(column: string, known: ReadonlySet<string>): string {
    const id = this.text(column);
    if (id !== '') this.mustBeKnown(column, id, known);
    return id;
  }

  optionalReference(column: string, known: ReadonlySet<string>): string | undefined {
    const id = this.optional(column);
    if (id !== undefined) this.mustBeKnown(column, id, known);
    return id;
  }

  references(column: string, known: ReadonlySet<string>): readonly string[] {
    const ids = this.words(column);
    for (const id of ids) this.mustBeKnown(column, id, known);
    return ids;
  }

  private mustBeKnown(column: string, id: string, known: ReadonlySet<string>): void {
    if (!known.has(id)) this.fault(`${column} nomme « ${id} », qui n’existe pas.`);
  }
}

/** Minutes since midnight of `HH:MM`; undefined for what is no time. */
export function minutesOf(text: string): number | undefined {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
}

/** The ids of a table; one given twice is a fault. */
export function idsOf(lines: readonly CsvLine[], column = 'id'): ReadonlySet<string> {
  const firstLine = new Map<string, number>();
  for (const line of lines) {
    const id = line.text(column);
    const first = firstLine.get(id);
    if (first !== undefined) line.fault(`${column} « ${id} » est déjà pris à la ligne ${String(first)}.`);
    else firstLine.set(id, line.line);
  }
  return new Set(firstLine.keys());
}
