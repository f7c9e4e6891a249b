import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/**
 * The options of a catalogue command, or their usage instead: `--help` shows it, and so does an option that does not
 * exist, in French and without a stack. The command goes no further in both cases.
 */
export function commandLine<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const [option = ''] = /'[^']+'/.exec(error instanceof Error ? error.message : '') ?? [];
    process.stderr.write(`Option refusée : ${option.replaceAll("'", '')}\n\n${usage}\n`);
    process.exit(2);
  }
}

/** What the writer may have meant: the known names nearest to a word that is none of them. */
export function nearest(word: string, known: readonly string[], count = 3): readonly string[] {
  const pairs = pairsOf(word);
  const measured = known.map((name) => ({ name, common: sharedPairs(pairs, pairsOf(name)) }));
  const best = Math.max(...measured.map(({ common }) => common));
  return measured
    .filter(({ common }) => common >= Math.max(0.5, best - 0.1))
    .sort((a, b) => b.common - a.common)
    .slice(0, count)
    .map(({ name }) => name);
}

/** « Vouliez-vous dire … ? », or nothing when no name comes near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const names = nearest(word, known);
  return names.length === 0 ? '' : ` Vouliez-vous dire ${names.join(' ou ')} ?`;
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}

/** Dice's measure: two words with the same pairs of letters give 1, none in common 0. */
function sharedPairs(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const left = [...b];
  const common = a.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * common) / (a.length + b.length);
}
