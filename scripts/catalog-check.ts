import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { printFault } from '../src/catalog/catalog-fault.js';
import type { CatalogFault } from '../src/catalog/catalog-fault.js';
import { readSchemas } from '../src/catalog/catalog-schema.js';
import { didYouMean } from '../src/catalog/nearest-name.js';
import { loadCatalog } from '../src/catalog/load-catalog.js';
import { readSharedFiles } from '../src/catalog/read-shared-parts.js';
import { checkCatalog } from './catalog/check/check-catalog.js';
import { commandLine } from './catalog/command-line.js';
import { nextSteps } from './catalog/check/next-steps.js';
import { processNames } from './catalog/process-names-on-disk.js';
import { catalogLinks } from './catalog/check/link-rules.js';
import { tryLinks } from './catalog/check/try-links.js';

/**
 * `npm run catalog:check [-- --only <theme or process>] [--no-lock] [--links]`: every rule over every definition, French sentences with file
 * and line. Exit status 1 on an error; warnings alone pass.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `Usage : npm run catalog:check [-- --only <thème ou identifiant>] [--no-lock] [--links]
Vérifie tout le catalogue, un thème ou une fiche ; dit le fichier, la ligne, ce qui ne va pas et quoi écrire.
  --only voirie   ne dire que les fautes d’un thème (ou d’une fiche : --only voirie.nid-de-poule), sans regarder ce qui
                  est publié, et dire à la fin ce qui reste à faire
  --no-lock       tout vérifier, sans regarder ce qui est publié
  --links         essayer aussi chaque adresse du web (il faut le réseau)`;
const { values } = commandLine(USAGE, {
  options: {
    only: { type: 'string' },
    lock: { type: 'boolean', default: true },
    links: { type: 'boolean', default: false },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
    town: { type: 'string', default: path.join(root, 'town/demo') },
    scenarios: { type: 'string', default: path.join(root, 'test/scenarios') },
  },
  allowNegative: true,
});

/** French counts zero and one in the singular. */
function counted(count: number, word: string, plural = 's'): string {
  return `${String(count)} ${word}${count > 1 ? plural : ''}`;
}

function print(faults: readonly CatalogFault[]): void {
  const shownFrom = path.relative(process.cwd(), values.catalog);
  for (const fault of faults)
    process.stdout.write(`${printFault({ ...fault, file: path.join(shownFrom, fault.file) })}\n`);
}

/** Prints which addresses lead nowhere. They are warnings: a site has bad days. */
async function checkLinks(): Promise<void> {
  const { tried, offline, faults } = await tryLinks(
    catalogLinks(loadCatalog(values.catalog, values.only?.split('.')[0])),
  );
  print(faults);
  const outcome = offline
    ? 'aucune ne répond d’ici : pas de réseau, ou pas vers l’extérieur'
    : counted(faults.length, 'avertissement');
  process.stdout.write(`${counted(tried, 'adresse')} essayée${tried > 1 ? 's' : ''}, ${outcome}\n`);
}

/** Prints what is wrong; true when nothing is an error. */
function check(): boolean {
  const started = performance.now();
  const result = checkCatalog({
    catalogDir: values.catalog,
    townDir: values.town,
    scenariosDir: values.scenarios,
    // While a theme is being written its new entries are not published yet.
    withLock: values.lock && values.only === undefined,
    ...(values.only === undefined ? {} : { only: values.only }),
  });
  const { faults, checked } = result;
  print(faults);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const found = `${counted(errors, 'erreur')}, ${counted(faults.length - errors, 'avertissement')}`;
  process.stdout.write(`${counted(checked, 'processus', '')} ${checked > 1 ? 'lus' : 'lu'}, ${found} (${seconds} s)\n`);
  if (values.only !== undefined)
    process.stdout.write(
      nextSteps(values.only, result)
        .map((line) => `${line}\n`)
        .join(''),
    );
  return errors === 0;
}

/** A process may be asked for before its file loads: its name is enough. */
function knownScopes(): readonly string[] {
  const themes = [...readSharedFiles(values.catalog, readSchemas(values.catalog)).themes.keys()];
  return [...themes, ...processNames(values.catalog)];
}

if (values.only !== undefined && !knownScopes().includes(values.only)) {
  process.stderr.write(`Thème ou processus inconnu : « ${values.only} ».${didYouMean(values.only, knownScopes())}\n`);
  process.exitCode = 2;
} else {
  if (!check()) process.exitCode = 1;
  if (values.links) await checkLinks();
}
