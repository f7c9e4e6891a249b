/** A search remembered is no letter: beyond that many words, what was pasted is somebody's story. */
const MOST_WORDS = 12;

/**
 * What was searched, without what looks like a person: mail and web addresses, whatever holds a digit, and every word that
 * begins with a capital elsewhere than at the start of a sentence.
 */
export function withoutPersons(text: string): string {
  return text
    .slice(0, 300)
    .replace(/\S*@\S*|https?:\/\/\S*|www\.\S*/giu, ' ')
    .replace(/\S*\d\S*/gu, ' ')
    .replace(/(?<=[\p{L},;]['’]?\s+|['’-])\p{Lu}[\p{L}'’-]*/gu, ' ')
    .replace(/\b(m|mm|mme|mlle|monsieur|madame|docteur|dr|maître)\.?\s+[\p{L}'’-]+/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What is kept: the words that name nobody; undefined where too few are left to mean anything. */
export function wordsToKeep(words: readonly string[], names: ReadonlySet<string>): string | undefined {
  const kept = words.filter((word) => !names.has(word)).slice(0, MOST_WORDS);
  return kept.some((word) => word.length >= 3) ? kept.join(' ') : undefined;
}
