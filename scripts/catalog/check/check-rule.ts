import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { Catalog, LoadedDefinition } from '../../../src/catalog/load-catalog.js';

/** One rule over the catalogue: what it finds wrong, in the order of the files. */
export type CatalogRule = (catalog: Catalog) => readonly CatalogFault[];

/** Applies a rule to each definition alone. */
export function eachDefinition(
  rule: (loaded: LoadedDefinition, catalog: Catalog) => readonly CatalogFault[],
): CatalogRule {
  return (catalog) => [...catalog.definitions.values()].flatMap((loaded) => rule(loaded, catalog));
}

export interface FaultWords {
  readonly rule: string;
  readonly pointer: string;
  readonly message: string;
  readonly advice: string;
  readonly severity?: CatalogFault['severity'];
}

/** A fault in the definition's own file, on the line of the pointer. */
export function faultIn(loaded: LoadedDefinition, words: FaultWords): CatalogFault {
  return { severity: 'error', ...words, file: loaded.yaml.file, line: loaded.yaml.lineOf(words.pointer) };
}
