import { lockState } from '../../src/catalog/catalog-lock.js';
import type { CatalogLock } from '../../src/catalog/catalog-lock.js';
import { loadCatalog } from '../../src/catalog/load-catalog.js';
import type { Catalog, LoadedDefinition } from '../../src/catalog/load-catalog.js';

export interface BumpRequest {
  readonly catalogDir: string;
  /** Definitions whose change becomes a new version. */
  readonly ids: readonly string[];
  /** Publish every definition that was never published. */
  readonly publishNew: boolean;
  /** Every changed definition becomes its next version: after a change of a shared form, chain or clock. */
  readonly allChanged: boolean;
  /** Ids that `catalog:check` refuses: they are not published. */
  readonly unsound: ReadonlySet<string>;
  readonly lock: CatalogLock;
  /** Writes `version: from + 1` into a definition file. */
  readonly raiseVersion: (file: string, from: number) => void;
}

export interface BumpOutcome {
  readonly lock: CatalogLock;
  readonly lines: readonly string[];
  /** Nothing must be written: an id is unknown, its file does not load, or `catalog:check` refuses it. */
  readonly refused: boolean;
}

/** Raises versions in the files, then reads the catalogue again for the hashes that the lock keeps. */
export function bumpCatalog(request: BumpRequest): BumpOutcome {
  const { catalogDir, lock, unsound } = request;
  const before = loadCatalog(catalogDir);
  const asked = request.ids.map((id) => [id, whyNot(id, before, unsound)] as const);
  const refusals = asked.flatMap(([id, reason]) => (reason === undefined ? [] : [`${id} : ${reason}`]));
  if (refusals.length > 0) return { lock, lines: refusals, refused: true };
  for (const loaded of before.definitions.values()) {
    if (isToRaise(loaded, request)) request.raiseVersion(loaded.yaml.file, loaded.definition.version);
  }
  const after = loadCatalog(catalogDir);
  const published = [...after.definitions.values()].filter((loaded) => isToPublish(loaded, request));
  const lines = published.map(({ definition: { id, version } }) => publishedLine(id, version));
  const unchanged = request.ids.filter((id) => !published.some(({ definition }) => definition.id === id));
  return {
    lock: published.reduce(withVersion, lock),
    lines: [...lines, ...unchanged.map((id) => `${id} : rien n’a changé depuis sa dernière version`)],
    refused: false,
  };
}

/** What a new version means for the cases that run. */
function publishedLine(id: string, version: number): string {
  const said = `${id} : version ${String(version)} publiée`;
  if (version === 1) return said;
  return `${said} ; les nouvelles demandes la suivent, les dossiers ouverts gardent la leur`;
}

function whyNot(id: string, catalog: Catalog, unsound: ReadonlySet<string>): string | undefined {
  if (!catalog.definitions.has(id)) return 'processus inconnu, ou fichier fautif';
  return unsound.has(id) ? 'des erreurs restent : npm run catalog:check' : undefined;
}

function isToRaise(loaded: LoadedDefinition, { ids, allChanged, lock, unsound }: BumpRequest): boolean {
  const { id } = loaded.definition;
  return (ids.includes(id) || allChanged) && !unsound.has(id) && stateOf(loaded, lock).kind === 'changed';
}

function stateOf({ definition, hash }: LoadedDefinition, lock: CatalogLock): ReturnType<typeof lockState> {
  return lockState(lock, definition.id, { version: definition.version, hash });
}

function isToPublish(loaded: LoadedDefinition, request: BumpRequest): boolean {
  const { id } = loaded.definition;
  if (request.unsound.has(id) || stateOf(loaded, request.lock).kind !== 'new') return false;
  const neverPublished = request.lock[id] === undefined;
  return request.ids.includes(id) || (neverPublished ? request.publishNew : request.allChanged);
}

function withVersion(lock: CatalogLock, { definition, hash }: LoadedDefinition): CatalogLock {
  return { ...lock, [definition.id]: { ...lock[definition.id], [String(definition.version)]: hash } };
}
