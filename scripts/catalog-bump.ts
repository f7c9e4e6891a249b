import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFile, printLock, readLock } from '../src/catalog/catalog-lock.js';
import { loadCatalog } from '../src/catalog/load-catalog.js';
import { bumpCatalog } from './catalog/bump-catalog.js';
import { countsTable, writeCounts } from './catalog/catalog-counts.js';
import { checkCatalog } from './catalog/check/check-catalog.js';
import { commandLine } from './catalog/command-line.js';

/**
 * `npm run catalog:bump -- <id>…`: a changed definition becomes its next version. `--new` publishes those that have no
 * version yet, `--changed` all that changed. The lock is written, and the counts of the README; a
 * published version is never touched.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `Usage : npm run catalog:bump -- <identifiant>… | --changed | --new
Publie : un processus modifié devient sa version suivante, celui qui n’en a pas reçoit la première.
  --new       publier tous ceux qui n’ont pas encore de version
  --changed   donner leur version suivante à tous ceux qui ont changé`;
const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    new: { type: 'boolean', default: false },
    changed: { type: 'boolean', default: false },
    town: { type: 'string', default: path.join(root, 'town/demo') },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
  },
});

if (positionals.length === 0 && !values.new && !values.changed) {
  process.stderr.write(`Rien à publier : dire quoi.\n\n${USAGE}\n`);
  process.exit(2);
}
const check = checkCatalog({ catalogDir: values.catalog, townDir: values.town, withLock: false });
const unsound = new Set(
  check.faults
    .filter(({ severity }) => severity === 'error')
    .map(({ file }) => file.replace(/^(?:processes|replies)\/([^/]+)\/(.+)\.(?:yaml|md)$/, '$1.$2')),
);
const outcome = bumpCatalog({
  catalogDir: values.catalog,
  ids: positionals,
  publishNew: values.new,
  allChanged: values.changed,
  unsound,
  lock: readLock(values.catalog),
  raiseVersion: (file, from) => {
    const full = path.join(values.catalog, file);
    const text = readFileSync(full, 'utf8');
    writeFileSync(full, text.replace(new RegExp(`^version: *${String(from)}\\b`, 'm'), `version: ${String(from + 1)}`));
  },
});
for (const line of outcome.lines) process.stdout.write(`${line}\n`);
if (unsound.size > 0)
  process.stdout.write(
    `${unsound.size > 1 ? `${String(unsound.size)} processus ont des erreurs et ne sont pas publiés` : 'Un processus a des erreurs et n’est pas publié'} : npm run catalog:check\n`,
  );
if (outcome.refused) process.exitCode = 1;
else {
  writeFileSync(lockFile(values.catalog), printLock(outcome.lock));
  writeCounts(values.catalog, countsTable(loadCatalog(values.catalog)));
  if (outcome.lines.length > 0)
    process.stdout.write('Écrits aussi : process-catalog/catalog.lock.json, et les comptes du README du catalogue.\n');
}
