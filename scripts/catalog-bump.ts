import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { lockFile, printLock, readLock } from '../src/catalog/catalog-lock.js';
import { bumpCatalog } from './catalog/bump-catalog.js';
import { checkCatalog } from './catalog/check-catalog.js';

/**
 * `npm run catalog:bump -- <id>…`: a changed definition becomes its next version. `--new` publishes those that have no
 * version yet, `--changed` all that changed. The lock is written; a published version is never touched.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    new: { type: 'boolean', default: false },
    changed: { type: 'boolean', default: false },
    town: { type: 'string', default: path.join(root, 'town/demo') },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
  },
});

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
    `${String(unsound.size)} processus avec des erreurs ne sont pas publiés : npm run catalog:check\n`,
  );
if (outcome.refused) process.exitCode = 1;
else writeFileSync(lockFile(values.catalog), printLock(outcome.lock));
