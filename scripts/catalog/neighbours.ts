import type { Catalog } from '../../src/catalog/load-catalog.js';
import { phrasingPieces, wordsOf } from './text-pieces.js';

/** What the catalogue already has, near a title that somebody is about to add. */
export interface Neighbour {
  readonly id: string;
  readonly title: string;
}

const MOST = 3;
/** Of the telling words of a title, the share that one title or phrasing must hold. */
const NEAR = 0.6;
/** What begins half of the titles, and what joins words. */
const TELLS_NOTHING = new Set(
  'demander signaler obtenir declarer contester connaitre inscrire faire un une des le la les de du dans sur pour par au aux en mon ma mes son sa ses'.split(
    ' ',
  ),
);

/** The processes that people may already mean by such a title, the nearest first; at most three. */
export function neighboursOf(title: string, { definitions }: Catalog): readonly Neighbour[] {
  const asked = tellingWords(title);
  return [...definitions.values()]
    .map((loaded) => {
      const said = [loaded.definition.title, ...phrasingPieces(loaded).map(({ text }) => text)];
      const near = Math.max(...said.map((text) => shareOf(asked, tellingWords(text))));
      return { id: loaded.definition.id, title: loaded.definition.title, near };
    })
    .filter(({ near }) => near >= NEAR)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST)
    .map(({ id, title: own }) => ({ id, title: own }));
}

/** Without the mark of the plural; a word of three letters or fewer joins others. */
function tellingWords(text: string): ReadonlySet<string> {
  const words = wordsOf(text).filter((word) => word.length > 3 && !TELLS_NOTHING.has(word));
  return new Set(words.map((word) => word.replace(/[sx]$/, '')));
}

function shareOf(asked: ReadonlySet<string>, held: ReadonlySet<string>): number {
  const common = [...asked].filter((word) => held.has(word)).length;
  return common < 2 ? 0 : common / asked.size;
}
