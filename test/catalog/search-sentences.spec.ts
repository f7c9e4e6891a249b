import path from 'node:path';
import { phrasingPieces, wordsOf } from '../../scripts/catalog/text-pieces.js';
import { loadCatalog } from '../../src/catalog/load-catalog.js';
import { readSentences } from '../../src/catalog/search-figures.js';

/** Words that make two sentences no more alike. */
const EMPTY = new Set(
  'a ai au aux avec c ce ces cet cette d dans de des du elle en est et il ils j je l la le les leur m ma mes mon n ne notre nos on ou par pas pour qu que qui s sa se ses son sont sur t te tu un une vos votre vous y nous me bonjour svp'.split(
    ' ',
  ),
);
/** Of all the words of two sentences, the share they have in common that makes one a copy of the other. */
const NEARLY = 0.75;

const catalog = loadCatalog(path.resolve('process-catalog'));
const sentences = [...readSentences(path.resolve('test/search')).values()].flat().map(({ sentence }) => sentence);

const tellingWords = (text: string): ReadonlySet<string> => new Set(wordsOf(text).filter((word) => !EMPTY.has(word)));

function isNearly(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const common = [...one].filter((word) => other.has(word)).length;
  return common >= 2 && common / (one.size + other.size - common) > NEARLY;
}

describe('the sentences that search is measured with', () => {
  it('are no phrasing of the catalogue, nor nearly one: it would be measured on what it was told', () => {
    const asked = sentences.map((sentence) => ({ sentence, words: tellingWords(sentence) }));
    const copies = [...catalog.definitions.values()].flatMap((loaded) =>
      phrasingPieces(loaded).flatMap(({ text }) => {
        const words = tellingWords(text);
        const copied = asked.find((one) => isNearly(one.words, words));
        return copied === undefined
          ? []
          : [`${loaded.definition.id} : « ${text} », mesurée par « ${copied.sentence} »`];
      }),
    );
    expect(copies).toEqual([]);
  });
});
