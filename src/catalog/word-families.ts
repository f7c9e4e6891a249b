import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Words, and turns of several words, that stand for each other in what people say. */
export type WordFamily = readonly string[];

/** `word-families.txt` of a catalogue: a family a line, its words between commas; `#` begins a remark. */
export function readWordFamilies(catalogDir: string): readonly WordFamily[] {
  const file = path.join(catalogDir, 'word-families.txt');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split(',').map((word) => word.trim()))
    .map((words) => words.filter((word) => word !== ''))
    .filter((words) => words.length > 1);
}
