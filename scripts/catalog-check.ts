import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { printFault } from '../src/catalog/catalog-fault.js';
import type { CatalogFault } from '../src/catalog/catalog-fault.js';
import { readSchemas } from '../src/catalog/catalog-schema.js';
import { loadCatalog } from '../src/catalog/load-catalog.js';
import { readSharedFiles } from '../src/catalog/read-shared-parts.js';
import { checkCatalog } from './catalog/check-catalog.js';
import { commandLine, didYouMean } from './catalog/command-line.js';
import { catalogLinks } from './catalog/link-rules.js';
import { tryLinks } from './catalog/try-links.js';

/**
 * `npm run catalog:check [-- --only <theme>] [--no-lock] [--links]`: every rule over every definition, French sentences with file
 * and line. Exit status 1 on an error; warnings alone pass.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `Usage : npm run catalog:check [-- --only <thème>] [--no-lock] [--links]
Vérifie tout le catalogue, ou un thème seul ; dit le fichier, la ligne, ce qui ne va pas et quoi écrire.
  --only voirie   ne dire que les fautes d’un thème, sans regarder ce qui est publié
  --no-lock       tout vérifier, sans regarder ce qui est publié
  --links         essayer aussi chaque adresse du web (il faut le réseau)`;
const { values } = commandLine(USAGE, {
  options: {
    only: { type: 'string' },
    lock: { type: 'boolean', default: true },
    links: { type: 'boolean', default: false },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
    town: { type: 'string', default: path.join(root, 'town/demo') },
  },
  allowNegative: true,
});

/** French counts zero and one in the singular. */
function counted(count: number, word: string, plural = 's'): string {
  return `${String(count)} ${word}${count > 1 ? plural : ''}`;
}

function print(faults: readonly CatalogFault[]): void {
  const shownFrom = `${path.relative(process.cwd(), values.catalog)}/`;
  for (const fault of faults)
    process.stdout.write(`${printFault(fault, fault.file.startsWith('..') ? '' : shownFrom)}\n`);
}

/** Prints which addresses lead nowhere. They are warnings: a site has bad days. */
async function checkLinks(): Promise<void> {
  const { tried, offline, faults } = await tryLinks(catalogLinks(loadCatalog(values.catalog, values.only)));
  print(faults);
  const outcome = offline
    ? 'aucune ne répond d’ici : pas de réseau, ou pas vers l’extérieur'
    : counted(faults.length, 'avertissement');
  process.stdout.write(`${counted(tried, 'adresse')} essayée${tried > 1 ? 's' : ''}, ${outcome}\n`);
}

/** Prints what is wrong; true when nothing is an error. */
function check(): boolean {
  const started = performance.now();
  const { faults, checked } = checkCatalog({
    catalogDir: values.catalog,
    townDir: values.town,
    // While a theme is being written its new entries are not published yet.
    withLock: values.lock && values.only === undefined,
    ...(values.only === undefined ? {} : { only: values.only }),
  });
  print(faults);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const found = `${counted(errors, 'erreur')}, ${counted(faults.length - errors, 'avertissement')}`;
  process.stdout.write(`${counted(checked, 'processus', '')} ${checked > 1 ? 'lus' : 'lu'}, ${found} (${seconds} s)\n`);
  return errors === 0;
}

const themes = [...readSharedFiles(values.catalog, readSchemas(values.catalog)).themes.keys()];
if (values.only !== undefined && !themes.includes(values.only)) {
  process.stderr.write(`Thème inconnu : « ${values.only} ».${didYouMean(values.only, themes)}\n`);
  process.exitCode = 2;
} else {
  if (!check()) process.exitCode = 1;
  if (values.links) await checkLinks();
}
