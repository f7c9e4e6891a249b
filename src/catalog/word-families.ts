import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** `form`: one word in two shapes; `family`: words that mean the same; `broader`: a narrow word, then the wide one it is a case of. */
export type WordLineKind = 'form' | 'family' | 'broader';

/** A line of `word-families.txt`: who says one of `heard` may mean each of `read`. */
export interface WordLine {
  readonly kind: WordLineKind;
  readonly heard: readonly string[];
  readonly read: readonly string[];
}

/**
 * `word-families.txt` of a catalogue. `a, b, c`: a family; `a = b = c`: forms; `a, b > c, d`: what `a` and `b` are cases of.
 * A line that says nothing is passed over: `catalog:check` reports it.
 */
export function readWordFamilies(catalogDir: string): readonly WordLine[] {
  const file = path.join(catalogDir, 'word-families.txt');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => parseWordLine(line) ?? []);
}

/** Nothing for a remark, an empty line, or a line of one word. */
export function parseWordLine(line: string): WordLine | undefined {
  if (line.startsWith('#')) return undefined;
  const [narrow, wide] = line.split('>').map((side) => wordsBetween(side, ','));
  if (narrow === undefined || narrow.length === 0) return undefined;
  if (wide !== undefined) return wide.length === 0 ? undefined : { kind: 'broader', heard: narrow, read: wide };
  const forms = wordsBetween(line, '=');
  const [kind, words] = forms.length > 1 ? (['form', forms] as const) : (['family', narrow] as const);
  return words.length > 1 ? { kind, heard: words, read: words } : undefined;
}

function wordsBetween(text: string, mark: string): readonly string[] {
  return text
    .split(mark)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
