import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { printFault } from '../src/catalog/catalog-fault.js';
import { loadCatalog } from '../src/catalog/load-catalog.js';
import { processDiagram } from '../src/catalog/process-diagram.js';
import { AS_WRITTEN } from '../src/catalog/process-names.js';
import { processWords } from '../src/catalog/process-words.js';
import { readTown } from '../src/town/read-town.js';
import { commandLine, didYouMean } from './catalog/command-line.js';
import { dueLines } from './catalog/due-lines.js';

/** `npm run catalog:show -- <id> [--svg FILE]`: one process in words, its diagram, and its dates if it were opened now. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `Usage : npm run catalog:show -- <identifiant> [--svg FICHIER]
Dit un processus en toutes lettres, avec ses échéances s’il était ouvert à l’instant, et le dessine.`;
const { values, positionals } = commandLine(USAGE, {
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
    const unknown = `Processus inconnu : « ${id} ».${didYouMean(id, knownIds())}`;
    process.stderr.write(`${faults.length === 0 ? unknown : faults.map((fault) => printFault(fault)).join('\n')}\n`);
    return false;
  }
  const dues = dueLines(loaded.definition, readTown(values.town), Date.now());
  const sections = [...processWords(loaded.definition, AS_WRITTEN), { heading: 'Ouvert à l’instant', lines: dues }];
  const words = sections.map(({ heading, lines }) => `${heading}\n${lines.map((line) => `  - ${line}`).join('\n')}`);
  const file = values.svg ?? path.join(root, 'dist/catalog', `${id}.svg`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, processDiagram(loaded.definition, AS_WRITTEN, dues));
  process.stdout.write(
    `${loaded.definition.title}\n\n${words.join('\n\n')}\n\nSchéma : ${path.relative(process.cwd(), file)}\n`,
  );
  return true;
}

/** Read from the names of the files: the one that is asked for may be the only one that does not load. */
function knownIds(): readonly string[] {
  return readdirSync(path.join(values.catalog, 'processes'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, '').replace(path.sep, '.'));
}

const [id] = positionals;
if (id === undefined) process.stderr.write(`${USAGE}\n`);
if (id === undefined || !show(id)) process.exitCode = 1;
