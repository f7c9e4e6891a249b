import type { Catalog, LoadedDefinition } from '../../src/catalog/load-catalog.js';
import { phrasingPieces, wordsOf } from './text-pieces.js';

/** What the catalogue already has, near a title that somebody is about to add. */
export interface Neighbour {
  readonly id: string;
  readonly title: string;
}

const MOST = 3;
/** Of the telling words of a title, the share that one title or phrasing must hold, */
const NEAR = 0.6;
/** and the share where rare ones count more: two common words of three (« marché de Noël ») tell little without the third. */
const NEAR_BY_WEIGHT = 0.55;
/**
 * One phrasing may hold them by chance (« miroir cassé » is said of sorting waste too): of the phrasings of a neighbour,
 * this many hold a third of them.
 */
const SPEAKING = 3;
/** What begins half of the titles, and what joins words. */
const TELLS_NOTHING = new Set(
  (
    'demander signaler obtenir declarer contester connaitre inscrire faire poser question savoir trouver aider tenir etre avoir ' +
    'une des les dans sur pour par aux mon mes son ses qui que quoi est pas avec sans chez comment quand bien'
  ).split(' '),
);

/** The processes that people may already mean by a title, the nearest first; at most three. Made once for many titles. */
export function neighbourSearch({ definitions }: Catalog): (title: string) => readonly Neighbour[] {
  const held = heldWords(definitions);
  const weigh = weightOf(held.map(({ spoken }) => spoken));
  return (title) => {
    const asked = tellingWords(title);
    const shareOf = (words: ReadonlySet<string>): number => {
      const common = [...asked].filter((word) => words.has(word));
      return common.length === 0 || weigh(common) / weigh(asked) < NEAR_BY_WEIGHT ? 0 : common.length / asked.size;
    };
    return nearest(held, ({ said }) => nearnessOf(said.map(shareOf), asked.size), NEAR);
  };
}

/**
 * Of the telling words of a title, rare ones counting more, the share that a process must say somewhere: measured on titles
 * that had yet to be written, above it stand the processes that one would have to read first.
 */
const MENTIONED = 0.65;
/** Two common words (« rendez-vous ») are said everywhere: together, the words in common weigh at least as much as one rare word. */
const LEAST_WEIGHT = 5;

/** The processes that speak of the same thing, here and there, though none of their phrasings says it all; at most three. */
export function mentionSearch({ definitions }: Catalog): (title: string) => readonly Neighbour[] {
  const held = heldWords(definitions);
  const weigh = weightOf(held.map(({ spoken }) => spoken));
  return (title) => {
    const asked = [...tellingWords(title)];
    const nearOf = ({ spoken }: HeldWords): number => {
      const common = weigh(asked.filter((word) => spoken.has(word)));
      return common < LEAST_WEIGHT ? 0 : common / weigh(asked);
    };
    return nearest(held, nearOf, MENTIONED);
  };
}

/** The telling words of a process. */
interface HeldWords extends Neighbour {
  /** Of its title first, then of each of its phrasings. */
  readonly said: readonly ReadonlySet<string>[];
  /** All of them. */
  readonly spoken: ReadonlySet<string>;
}

function heldWords(definitions: Catalog['definitions']): readonly HeldWords[] {
  return [...definitions.values()].map((loaded) => {
    const { id, title } = loaded.definition;
    const said = [title, ...phrasingPieces(loaded).map(({ text }) => text)].map(tellingWords);
    return { id, title, said, spoken: new Set(said.flatMap((words) => [...words])) };
  });
}

/** Those that are at least so near, the nearest first. */
function nearest(held: readonly HeldWords[], nearOf: (one: HeldWords) => number, least: number): readonly Neighbour[] {
  return held
    .map((one) => ({ one, near: nearOf(one) }))
    .filter(({ near }) => near >= least)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST)
    .map(({ one: { id, title } }) => ({ id, title }));
}

/** Of the share that its title holds, then each of its phrasings. */
function nearnessOf([title = 0, ...phrasings]: readonly number[], asked: number): number {
  // One word alone is said of too many things to tell one of them.
  if (title >= NEAR || asked < 2) return title;
  const speaking = phrasings.filter((share) => share >= 1 / 3).length;
  return speaking < SPEAKING ? 0 : Math.max(...phrasings);
}

/**
 * Of two titles, the share of their telling words that both have, rare words counting more: measured on the catalogue,
 * above it stand the processes that one really takes for each other (two kinds of permit, three gracious appeals, two
 * pounds), and below it those that merely name a place alike (« sur la voie publique »).
 */
const ALIKE = 0.65;

/** The pairs of processes whose titles say nearly the same thing. */
export function alikePairs(
  all: readonly LoadedDefinition[],
): readonly (readonly [LoadedDefinition, LoadedDefinition])[] {
  const titles = all.map(({ definition }) => tellingWords(definition.title));
  const weigh = weightOf(titles);
  return all.flatMap((loaded, index) =>
    all.slice(0, index).flatMap((other, before) => {
      const [own, its] = [titles[index] ?? new Set<string>(), titles[before] ?? new Set<string>()];
      const common = [...own].filter((word) => its.has(word));
      if (common.length < 2) return [];
      return weigh(common) / Math.max(weigh(own), weigh(its)) < ALIKE ? [] : [[loaded, other] as const];
    }),
  );
}

function weightOf(titles: readonly ReadonlySet<string>[]): (words: Iterable<string>) => number {
  const counts = new Map<string, number>();
  for (const word of titles.flatMap((title) => [...title])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (words) => [...words].reduce((sum, word) => sum + Math.log(1 + titles.length / (counts.get(word) ?? 1)), 0);
}

/** « réserver », of « Réserver une salle » ; « s », of « S’inscrire ». */
export function firstWord(title: string): string {
  const [first = ''] = title
    .trim()
    .toLowerCase()
    .split(/[\s’']+/);
  return first;
}

const BOOKING = new Set(['réserver', 'louer', 'emprunter']);

/** Whether a title asks for the use of something for a time: a room, a day, equipment. */
export function isBooking(title: string): boolean {
  return BOOKING.has(firstWord(title));
}

/** Whether a word, folded, says anything of what a title is about. */
export function tells(word: string): boolean {
  return !TELLS_NOTHING.has(word);
}

/** Without the mark of the plural; a word of two letters joins others. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = wordsOf(text).filter((word) => word.length > 2 && tells(word));
  return new Set(words.map((word) => word.replace(/[sx]$/, '')));
}
