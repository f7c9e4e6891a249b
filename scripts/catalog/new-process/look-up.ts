import { namesInColumns, sharedNames } from '../../../src/catalog/known-names.js';
import type { Catalog } from '../../../src/catalog/load-catalog.js';
import { tellingWords } from '../neighbours.js';
import { phrasingPieces } from '../text-pieces.js';

const MOST = 5;

/** The departments when nothing is asked, else the processes that say all of these words, those whose title does first; in French. */
export function lookUp(asked: string, { definitions, shared }: Catalog): string {
  if (asked.trim() === '') return namesInColumns(sharedNames('departments', shared)).trimEnd();
  const words = [...tellingWords(asked)];
  const saysAll = (text: string): boolean => {
    const said = tellingWords(text);
    return words.length > 0 && words.every((word) => said.has(word));
  };
  const all = [...definitions.values()];
  const titled = all.filter(({ definition }) => saysAll(definition.title));
  const speaking = all.filter((loaded) => phrasingPieces(loaded).some(({ text }) => saysAll(text)));
  const found = [...new Set([...titled, ...speaking])].slice(0, MOST);
  if (found.length === 0) return `    aucune démarche ne parle de « ${asked} »`;
  return found.map(({ definition: { title } }) => `    « ${title} »`).join('\n');
}
