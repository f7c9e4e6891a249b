import { readLock } from '../../src/catalog/catalog-lock.js';
import type { CatalogFault } from '../../src/catalog/catalog-fault.js';
import { loadCatalog } from '../../src/catalog/load-catalog.js';
import type { CatalogRule } from './check-rule.js';
import { clockRules } from './clock-rules.js';
import { formRules } from './form-rules.js';
import { linkRules } from './link-rules.js';
import { lockRules } from './lock-rules.js';
import { overlapRules } from './overlap-rules.js';
import { referenceRules } from './reference-rules.js';
import { replyRules } from './reply-rules.js';
import { servingRules } from './serving-rules.js';
import { stepRules } from './step-rules.js';
import { textRules } from './text-rules.js';
import { townRules } from './town-rules.js';
import { wordRules } from './word-rules.js';

export interface CheckRequest {
  readonly catalogDir: string;
  readonly townDir: string;
  /** Report this theme alone; the others are still read, since texts are compared. */
  readonly only?: string;
  readonly withLock: boolean;
}

export interface CheckResult {
  readonly faults: readonly CatalogFault[];
  readonly checked: number;
}

/** Every rule over a catalogue folder, faults in the order of files and lines. */
export function checkCatalog({ catalogDir, townDir, only, withLock }: CheckRequest): CheckResult {
  const catalog = loadCatalog(catalogDir);
  const rules: readonly CatalogRule[] = [
    referenceRules,
    formRules,
    clockRules,
    stepRules,
    servingRules,
    textRules,
    overlapRules,
    replyRules,
    linkRules(catalogDir),
    townRules(townDir),
    wordRules(catalogDir),
    ...(withLock ? [lockRules(readLock(catalogDir))] : []),
  ];
  const found = [...catalog.faults, ...rules.flatMap((rule) => rule(catalog))];
  const shown = only === undefined ? found : found.filter(({ file }) => isOfTheme(file, only));
  const ids = [...catalog.definitions.keys()].filter((id) => only === undefined || id.startsWith(`${only}.`));
  return { faults: [...shown].sort(byPlace), checked: ids.length };
}

/** Shared files concern every theme. */
function isOfTheme(file: string, theme: string): boolean {
  const [folder, second] = file.split('/');
  return folder === 'processes' || folder === 'replies' ? second === theme || second === 'commun' : true;
}

function byPlace(a: CatalogFault, b: CatalogFault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
