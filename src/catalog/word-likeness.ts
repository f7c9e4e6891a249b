/** Words that say nothing of the subject. */
const EMPTY_WORDS = new Set(
  'a ai au aux avec ce ces cet cette d dans de des du elle en est et il ils j je jai l la le les leur ma mais me mes mon n ne nos notre nous on ou par pas pour qu que qui s sa sans se ses son sur ta te tes ton tu un une vos votre vous y'.split(
    ' ',
  ),
);

/** The words of a text without accents, case, marks and empty words; all of them where nothing else is left. */
export function foldWords(text: string): readonly string[] {
  const words = text
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** The groups of three letters of a word, its beginning marked: what is left alike when a letter is wrong. */
export function trigramsOf(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}

/** From 0, nothing in common, to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((trigram) => other.has(trigram)).length;
  return common / (one.size + other.size - common);
}
