import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printFault } from '../src/catalog/catalog-fault.js';
import { loadCatalog } from '../src/catalog/load-catalog.js';
import { processDiagram } from '../src/catalog/process-diagram.js';
import { processWords } from '../src/catalog/process-words.js';
import { readTown } from '../src/town/read-town.js';
import { dueLines } from './catalog/due-lines.js';

/** `npm run catalog:show -- <id> [--svg FILE]`: one process in words, its diagram, and its dates if it were opened now. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    svg: { type: 'string' },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
    town: { type: 'string', default: path.join(root, 'town/demo') },
  },
});

function show(id: string): boolean {
  const catalog = loadCatalog(values.catalog, id.split('.')[0]);
  const loaded = catalog.definitions.get(id);
  if (loaded === undefined) {
    const faults = catalog.faults.filter(({ file }) => file === `processes/${id.replace('.', '/')}.yaml`);
    process.stderr.write(
      `${[`Processus inconnu ou fautif : « ${id} »`, ...faults.map((fault) => printFault(fault))].join('\n')}\n`,
    );
    return false;
  }
  const dues = dueLines(loaded.definition, readTown(values.town), Date.now());
  const sections = [...processWords(loaded.definition), { heading: 'Ouvert à l’instant', lines: dues }];
  const words = sections.map(({ heading, lines }) => `${heading}\n${lines.map((line) => `  - ${line}`).join('\n')}`);
  const file = values.svg ?? path.join(root, 'dist/catalog', `${id}.svg`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, processDiagram(loaded.definition, dues));
  process.stdout.write(`${loaded.definition.title}\n\n${words.join('\n\n')}\n\nSchéma : ${file}\n`);
  return true;
}

const [id] = positionals;
if (id === undefined) process.stderr.write('Usage : npm run catalog:show -- <identifiant> [--svg FICHIER]\n');
if (id === undefined || !show(id)) process.exitCode = 1;
