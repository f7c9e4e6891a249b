import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printFault } from '../src/catalog/catalog-fault.js';
import { checkCatalog } from './catalog/check-catalog.js';

/**
 * `npm run catalog:check [-- --only <theme>] [--no-lock]`: every rule over every definition, French sentences with file
 * and line. Exit status 1 on an error; warnings alone pass.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    lock: { type: 'boolean', default: true },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
    town: { type: 'string', default: path.join(root, 'town/demo') },
  },
  allowNegative: true,
});
const started = performance.now();
const { faults, checked } = checkCatalog({
  catalogDir: values.catalog,
  townDir: values.town,
  // While a theme is being written its new entries are not published yet.
  withLock: values.lock && values.only === undefined,
  ...(values.only === undefined ? {} : { only: values.only }),
});
const shownFrom = `${path.relative(process.cwd(), values.catalog)}/`;
for (const fault of faults)
  process.stdout.write(`${printFault(fault, fault.file.startsWith('..') ? '' : shownFrom)}\n`);
const errors = faults.filter(({ severity }) => severity === 'error').length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const warnings = String(faults.length - errors);
process.stdout.write(
  `${String(checked)} processus lus, ${String(errors)} erreurs, ${warnings} avertissements (${seconds} s)\n`,
);
if (errors > 0) process.exitCode = 1;
