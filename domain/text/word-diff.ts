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
  return joinRuns(walk(old, fresh));
}

/** What changed between two lists, line by line: what stayed keeps its place. */
export function diffLines(before: readonly string[], now: readonly string[]): readonly DiffRun[] {
  return walk(before, now);
}

/** Words with the space that follows them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** How many words the ends of both texts, from two places on, have in common. */
class CommonEnds {
  private readonly rows: readonly Uint16Array[];

  constructor(old: readonly string[], fresh: readonly string[]) {
    this.rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
    for (let i = old.length - 1; i >= 0; i -= 1) {
      for (let j = fresh.length - 1; j >= 0; j -= 1) {
        const longest = isSame(old[i], fresh[j]) ? this.at(i + 1, j + 1) + 1 : Math.max(this.at(i + 1, j), this.at(i, j + 1)); // prettier-ignore
        this.rows[i]?.set([longest], j);
      }
    }
  }

  at(i: number, j: number): number {
    return this.rows[i]?.[j] ?? 0;
  }
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.trim() === other?.trim();
}

function walk(old: readonly string[], fresh: readonly string[]): readonly DiffRun[] {
  const ends = new CommonEnds(old, fresh);
  const runs: DiffRun[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const run = runAt({ gone: old[i], came: fresh[j], goneFirst: ends.at(i + 1, j) >= ends.at(i, j + 1) });
    runs.push(run);
    if (run.kind !== 'new') i += 1;
    if (run.kind !== 'gone') j += 1;
  }
  return runs;
}

interface Crossing {
  readonly gone: string | undefined;
  readonly came: string | undefined;
  readonly goneFirst: boolean;
}

function runAt({ gone, came, goneFirst }: Crossing): DiffRun {
  if (came !== undefined && isSame(gone, came)) return { kind: 'same', text: came };
  if (gone !== undefined && (came === undefined || goneFirst)) return { kind: 'gone', text: gone };
  return { kind: 'new', text: came ?? '' };
}

function joinRuns(runs: readonly DiffRun[]): readonly DiffRun[] {
  return runs.reduce<readonly DiffRun[]>((joined, run) => {
    const last = joined.at(-1);
    if (last?.kind !== run.kind) return [...joined, run];
    return [...joined.slice(0, -1), { kind: run.kind, text: last.text + run.text }];
  }, []);
}
