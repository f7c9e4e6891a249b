import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Sql } from '../database/database.js';
import { searchProcesses } from './process-search.js';

/** A sentence of `test/search`, and what answers it. */
export interface Sentence {
  readonly sentence: string;
  /** One id, or several that answer as well. */
  readonly expected: readonly string[];
  readonly theme: string;
}

/** How often the right process came first, or among the three that are shown at a glance. */
export interface SearchFigures {
  readonly asked: number;
  readonly first: number;
  readonly amongThree: number;
}

/** The sentences of a folder, by the file they came with: each file was written before search had seen a line of it. */
export function readSentences(folder: string): ReadonlyMap<string, readonly Sentence[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort();
  return new Map(files.map((file) => [path.parse(file).name, parseSentences(path.join(folder, file))]));
}

function parseSentences(file: string): readonly Sentence[] {
  const rows: Record<'sentence' | 'expected' | 'theme', string>[] = parse(readFileSync(file), { columns: true });
  return rows.map(({ sentence, expected, theme }) => ({ sentence, expected: expected.split('|'), theme }));
}

/** The figures by theme, in the order of the themes' names. */
export async function measureSearch(
  sql: Sql,
  sentences: readonly Sentence[],
): Promise<ReadonlyMap<string, SearchFigures>> {
  const themes = new Map<string, SearchFigures>();
  for (const { sentence, expected, theme } of sentences) {
    const { results } = await searchProcesses(sql, sentence);
    const rank = results.findIndex(({ processId }) => expected.includes(processId));
    const figures = {
      asked: 1,
      first: rank === 0 ? 1 : 0,
      amongThree: rank >= 0 && rank < 3 ? 1 : 0,
    };
    themes.set(theme, addFigures([themes.get(theme) ?? NONE, figures]));
  }
  return new Map([...themes].sort(([one], [other]) => one.localeCompare(other)));
}

const NONE: SearchFigures = { asked: 0, first: 0, amongThree: 0 };

export function addFigures(parts: Iterable<SearchFigures>): SearchFigures {
  const sum = { ...NONE };
  for (const { asked, first, amongThree } of parts) {
    sum.asked += asked;
    sum.first += first;
    sum.amongThree += amongThree;
  }
  return sum;
}

/** For the README of the catalogue: a line for each theme, and one for each file of sentences. */
export function figuresTable(rows: ReadonlyMap<string, SearchFigures>): string {
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1).replace('.', ',')} %`;
  const lines = [...rows].map(
    ([name, { asked, first, amongThree }]) =>
      `| ${name} | ${String(asked)} | ${percent(first, asked)} | ${percent(amongThree, asked)} |`,
  );
  return ['|  | phrases | en premier | parmi trois |', '|---|---:|---:|---:|', ...lines, ''].join('\n');
}
