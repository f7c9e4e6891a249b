import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { CatalogLock } from '../../../src/catalog/catalog-lock.js';
import type { Catalog, LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import type { CatalogRule } from './check-rule.js';
import { faultIn } from './check-rule.js';
import { alikePairs, neighbourSearch } from '../neighbours.js';
import { otherPieces, scriptPieces, wordsOf } from '../text-pieces.js';

/**
 * Two processes for one thing are lost in the search: whoever answers opens either. A process that was never published is
 * warned of as `new-process` warned of it; two published ones, when their titles say nearly the same thing.
 */
export function twinRules(lock: CatalogLock): CatalogRule {
  return (catalog) => {
    const all = [...catalog.definitions.values()];
    const published = all.filter(({ definition }) => lock[definition.id] !== undefined);
    const pairs = [...newPairs(all, lock, catalog), ...alikePairs(published)];
    return pairs.filter(([one, other]) => !areToldApart(one, other)).map(([one, other]) => twinFault(one, other));
  };
}

type Pair = readonly [LoadedDefinition, LoadedDefinition];

function newPairs(all: readonly LoadedDefinition[], lock: CatalogLock, catalog: Catalog): readonly Pair[] {
  const fresh = all.filter(({ definition }) => lock[definition.id] === undefined);
  if (fresh.length === 0) return [];
  const neighboursOf = neighbourSearch(catalog);
  return fresh.flatMap((loaded) => {
    const { id, title } = loaded.definition;
    return neighboursOf(title)
      .filter((other) => other.id !== id && (lock[other.id] !== undefined || other.id < id))
      .flatMap((other): readonly Pair[] => {
        const found = catalog.definitions.get(other.id);
        return found === undefined ? [] : [[loaded, found]];
      });
  });
}

/** They name each other under `seeAlso`, or one of them says in its texts when to take the other, by its title. */
function areToldApart(one: LoadedDefinition, other: LoadedDefinition): boolean {
  return (refersTo(one, other) && refersTo(other, one)) || tellsOf(one, other) || tellsOf(other, one);
}

function refersTo({ definition }: LoadedDefinition, other: LoadedDefinition): boolean {
  return definition.seeAlso.includes(other.definition.id);
}

function tellsOf(loaded: LoadedDefinition, other: LoadedDefinition): boolean {
  const title = wordsOf(other.definition.title).join(' ');
  return [...scriptPieces(loaded), ...otherPieces(loaded)]
    .filter(({ pointer }) => pointer !== '/title')
    .some(({ text }) => wordsOf(text).join(' ').includes(title));
}

function twinFault(loaded: LoadedDefinition, { definition: { id, title } }: LoadedDefinition): CatalogFault {
  return faultIn(loaded, {
    rule: 'text.twin',
    pointer: '/title',
    message: `cette fiche ressemble à « ${title} » (${id}), et un doublon se perd dans la recherche`,
    advice: `compléter plutôt cette autre fiche ; si ce sont deux choses, écrire chacune dans le seeAlso de l’autre (seeAlso: [${id}] ici, seeAlso: [${loaded.definition.id}] dans processes/${id.replace('.', '/')}.yaml), ou dire dans firstContact ou handOver quand prendre « ${title} »`,
    severity: 'warning',
  });
}
