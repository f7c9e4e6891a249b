/** A run of words that stayed, went or came. */
export interface DiffRun {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond that, two texts are shown as one gone and one new: the table would be too large for a tablet. */
const MOST_WORDS = 3000;

/** What changed between two texts, word by word (longest common subsequence). */
export function diffWords(before: string, now: string): readonly DiffRun[] {
  const [old, fresh] = [wordsOf(before), wordsOf(now)];
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) {
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: now },
    ];
  }
  return joinRuns(walk(old, fresh, commonLengths(old, fresh)));
}

/** Words with the space that follows them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** `table[i][j]`: how many words the ends of both texts, from i and j on, have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const [row, below] = [table[i], table[i + 1]];
    if (row === undefined || below === undefined) continue;
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      row[j] =
        old[i]?.trim() === fresh[j]?.trim() ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function walk(old: readonly string[], fresh: readonly string[], table: readonly Uint16Array[]): readonly DiffRun[] {
  const runs: DiffRun[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [gone, came] = [old[i], fresh[j]];
    if (gone !== undefined && came !== undefined && gone.trim() === came.trim()) {
      runs.push({ kind: 'same', text: came });
      i += 1;
      j += 1;
    } else if (came === undefined || (gone !== undefined && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      runs.push({ kind: 'gone', text: gone ?? '' });
      i += 1;
    } else {
      runs.push({ kind: 'new', text: came });
      j += 1;
    }
  }
  return runs;
}

function joinRuns(runs: readonly DiffRun[]): readonly DiffRun[] {
  return runs.reduce<readonly DiffRun[]>((joined, run) => {
    const last = joined.at(-1);
    if (last?.kind !== run.kind) return [...joined, run];
    return [...joined.slice(0, -1), { kind: run.kind, text: last.text + run.text }];
  }, []);
}
