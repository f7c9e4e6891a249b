import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { foldWords, likeness, trigramsOf } from './word-likeness.js';

/** A definition with the words it can be found by, folded once. */
export interface SearchableProcess<T> {
  readonly value: T;
  readonly title: readonly string[];
  readonly phrasings: readonly (readonly string[])[];
}

export function searchable<T extends { readonly definition: ProcessDefinition }>(value: T): SearchableProcess<T> {
  const { title, phrasings } = value.definition;
  return { value, title: foldWords(title), phrasings: phrasings.map(foldWords) };
}

/** Below that, what was found has more to do with chance than with the words typed. */
const FLOOR = 0.5;

/**
 * The processes whose title or phrasings hold the words typed, best first; a word may be begun only, or misspelt. The
 * title counts a little more than what citizens say.
 */
export function searchProcesses<T>(processes: readonly SearchableProcess<T>[], text: string): readonly T[] {
  const asked = foldWords(text);
  if (asked.length === 0) return processes.map(({ value }) => value);
  return processes
    .map((process) => ({ value: process.value, score: scoreOf(process, asked) }))
    .filter(({ score }) => score >= FLOOR)
    .sort((one, other) => other.score - one.score)
    .map(({ value }) => value);
}

function scoreOf<T>({ title, phrasings }: SearchableProcess<T>, asked: readonly string[]): number {
  return Math.max(1.1 * shareFound(asked, title), ...phrasings.map((phrase) => shareFound(asked, phrase)));
}

/** The share of the words typed that a text holds, each as well as its best match. */
function shareFound(asked: readonly string[], words: readonly string[]): number {
  const found = asked.map((word) => Math.max(0, ...words.map((other) => wordMatch(word, other))));
  return found.reduce((sum, one) => sum + one, 0) / asked.length;
}

function wordMatch(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length >= 3 && word.startsWith(typed)) return 0.9;
  const alike = likeness(trigramsOf(typed), trigramsOf(word));
  return alike >= 0.4 ? alike : 0;
}
