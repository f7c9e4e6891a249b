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

/** What may be named, with one line that says what it is. */
export interface KnownName {
  readonly name: string;
  readonly what: string;
}

/** The advice under a name that nothing has: the nearest ones, each with what it is, and the command that lists them all. */
export function nameAdvice(word: string, known: readonly KnownName[], list: string): string {
  const near = nearest(
    word,
    known.map(({ name }) => name),
  ).flatMap((name) => known.filter((one) => one.name === name));
  const said = near.map(({ name, what }) => `« ${name} » (${what})`).join(' ou ');
  const all = `npm run catalog:show -- --list ${list}`;
  return said === '' ? `en prendre un qui existe ; les voir tous : ${all}` : `écrire ${said} ; les voir tous : ${all}`;
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
