import { themeOf } from '../../../domain/process/expand.js';
import { lockState, readLock } from '../../../src/catalog/catalog-lock.js';
import type { LockState } from '../../../src/catalog/catalog-lock.js';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import { loadCatalog } from '../../../src/catalog/load-catalog.js';
import type { Catalog } from '../../../src/catalog/load-catalog.js';
import type { CatalogRule } from './check-rule.js';
import { clockRules } from './clock-rules.js';
import { formRules } from './form-rules.js';
import { linkRules } from './link-rules.js';
import { lockRules } from './lock-rules.js';
import { overlapRules } from './overlap-rules.js';
import { referenceRules } from './reference-rules.js';
import { remedyRules } from './remedy-rules.js';
import { replyRules } from './reply-rules.js';
import { processOfScenario, scenarioRules } from './scenario-rules.js';
import { servingRules } from './serving-rules.js';
import { signerRules } from './signer-rules.js';
import { stepRules } from './step-rules.js';
import { textRules } from './text-rules.js';
import { townRules } from './town-rules.js';
import { twinRules } from './twin-rules.js';
import { unwrittenRules } from './unwritten-rules.js';
import { wordRules } from './word-rules.js';

export interface CheckRequest {
  readonly catalogDir: string;
  readonly townDir: string;
  /** Where the scenarios lie, to be played; none are where it is left out. */
  readonly scenariosDir?: string;
  /** Report this theme or this process alone; the others are still read, since texts are compared. */
  readonly only?: string;
  readonly withLock: boolean;
}

export interface CheckResult {
  readonly faults: readonly CatalogFault[];
  readonly checked: number;
  /** Of those that are reported, the ids that were never published, and those that changed since they were. */
  readonly unpublished: readonly string[];
  readonly changed: readonly string[];
}

/** Every rule over a catalogue folder, faults in the order of files and lines. */
export function checkCatalog({ catalogDir, townDir, scenariosDir, only, withLock }: CheckRequest): CheckResult {
  const catalog = loadCatalog(catalogDir);
  const lock = readLock(catalogDir);
  const rules: readonly CatalogRule[] = [
    referenceRules,
    formRules,
    clockRules,
    stepRules,
    servingRules,
    textRules,
    unwrittenRules,
    twinRules(lock),
    signerRules(lock),
    overlapRules,
    replyRules,
    remedyRules,
    linkRules(catalogDir),
    townRules(townDir),
    wordRules(catalogDir),
    ...(scenariosDir === undefined ? [] : [scenarioRules(scenariosDir, townDir)]),
    ...(withLock ? [lockRules(lock)] : []),
  ];
  const found = [...catalog.faults, ...rules.flatMap((rule) => rule(catalog))];
  const shown = only === undefined ? found : found.filter(({ file }) => concerns(file, only, catalog));
  const reported = [...catalog.definitions.values()].filter(({ definition: { id } }) => isReported(id, only));
  const inState = (kind: LockState['kind']): readonly string[] =>
    reported
      .filter(({ definition: { id, version }, hash }) => lockState(lock, id, { version, hash }).kind === kind)
      .map(({ definition }) => definition.id);
  return {
    faults: [...shown].sort(byPlace),
    checked: reported.length,
    unpublished: inState('new'),
    changed: inState('changed'),
  };
}

function isReported(id: string, only: string | undefined): boolean {
  return only === undefined || id === only || themeOf(id) === only;
}

/** Shared files concern every theme and every process. */
function concerns(file: string, only: string, { definitions }: Catalog): boolean {
  const told = processOfScenario(file);
  if (told !== undefined) return isReported(told, only);
  const [folder, theme] = file.split('/');
  if ((folder !== 'processes' && folder !== 'replies') || theme === 'commun' || theme === only) return true;
  return file === `processes/${only.replace('.', '/')}.yaml` || file === definitions.get(only)?.reply.file;
}

function byPlace(a: CatalogFault, b: CatalogFault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
