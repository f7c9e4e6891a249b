import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProcessDefinition } from '../domain/process/process-definition.js';
import { printFault } from '../src/catalog/catalog-fault.js';
import { readSchemas } from '../src/catalog/catalog-schema.js';
import { namesInColumns, SHARED_LISTS, sharedNames } from '../src/catalog/known-names.js';
import type { SharedList } from '../src/catalog/known-names.js';
import { loadCatalog } from '../src/catalog/load-catalog.js';
import { didYouMean } from '../src/catalog/nearest-name.js';
import { processDiagram } from '../src/catalog/process-diagram.js';
import { AS_WRITTEN } from '../src/catalog/process-names.js';
import { processWords } from '../src/catalog/process-words.js';
import { readSharedFiles } from '../src/catalog/read-shared-parts.js';
import { replyPreviews } from '../src/design/example-case.js';
import { readTown } from '../src/town/read-town.js';
import type { Town } from '../src/town/town.js';
import { commandLine } from './catalog/command-line.js';
import { dueLines } from './catalog/due-lines.js';
import { namesBesideKeys } from './catalog/names-beside-keys.js';
import { processNames } from './catalog/process-names-on-disk.js';
import { TOWN_LISTS, townNames } from './catalog/check/town-names.js';
import type { TownList } from './catalog/check/town-names.js';

/** `npm run catalog:show -- <id> [--svg FILE]`: one process in words, its letters, its diagram, and its dates if it were opened now. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const LISTS = [...SHARED_LISTS, ...TOWN_LISTS];
const USAGE = `Usage : npm run catalog:show -- <identifiant> [--svg FICHIER]
       npm run catalog:show -- --list forms
Dit un processus en toutes lettres, avec ses lettres et ses échéances s’il était ouvert à l’instant, et le dessine.
  --list   ce qu’une fiche peut nommer, un nom par ligne : forms (formulaires partagés), chains (circuits de visa),
           clocks (délais légaux), remedies (voies de recours), themes (thèmes), departments (services), teams (équipes),
           tariffs (tarifs), numbers (numéros de téléphone), links (adresses de la ville)`;
const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    svg: { type: 'string' },
    list: { type: 'string' },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
    town: { type: 'string', default: path.join(root, 'town/demo') },
  },
});

function show(id: string): boolean {
  const catalog = loadCatalog(values.catalog, id.split('.')[0]);
  const loaded = catalog.definitions.get(id);
  if (loaded === undefined) {
    const faults = catalog.faults.filter(({ file }) => file === `processes/${id.replace('.', '/')}.yaml`);
    const unknown = `Processus inconnu : « ${id} ».${didYouMean(id, processNames(values.catalog))}`;
    process.stderr.write(`${faults.length === 0 ? unknown : faults.map((fault) => printFault(fault)).join('\n')}\n`);
    return false;
  }
  const town = readTown(values.town);
  const dues = dueLines(loaded.definition, town, Date.now());
  const names = namesBesideKeys(catalog, town);
  const sections = [...processWords(loaded.definition, names), { heading: 'Ouvert à l’instant', lines: dues }];
  const words = sections.map(({ heading, lines }) => `${heading}\n${lines.map((line) => `  - ${line}`).join('\n')}`);
  const file = values.svg ?? path.join(root, 'dist/catalog', `${id}.svg`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, processDiagram(loaded.definition, AS_WRITTEN, dues));
  const told = [loaded.definition.title, ...words, ...letters(loaded.definition, town)];
  process.stdout.write(`${told.join('\n\n')}\n\nSchéma : ${path.relative(process.cwd(), file)}\n`);
  return true;
}

/** What the citizen reads, for each way of answering: in brackets, what a person writes. */
function letters(definition: ProcessDefinition, town: Town): readonly string[] {
  const sheet = town.organisations.find(({ id }) => id === definition.organisation);
  if (sheet === undefined) return [];
  return replyPreviews(definition, {
    sheet,
    telephones: new Map(town.phoneNumbers.map((phone) => [phone.key, phone])),
  }).map(({ name, text }) => {
    const lines = text.split('\n').map((line) => `  | ${line}`.trimEnd());
    return [`La lettre : ${name}`, ...lines].join('\n');
  });
}

/** Everything that a definition may name of one kind, in columns. */
function showList(asked: string): boolean {
  const list = LISTS.find((name) => name === asked);
  if (list === undefined) {
    process.stderr.write(`Liste inconnue : « ${asked} ».${didYouMean(asked, LISTS)}\n\n${USAGE}\n`);
    return false;
  }
  const names = isOfTown(list)
    ? townNames(list, readTown(values.town))
    : sharedNames(list, readSharedFiles(values.catalog, readSchemas(values.catalog)));
  process.stdout.write(namesInColumns(names));
  return true;
}

function isOfTown(list: SharedList | TownList): list is TownList {
  return TOWN_LISTS.some((name) => name === list);
}

const [id] = positionals;
if (!showAsked()) process.exitCode = 1;

function showAsked(): boolean {
  if (values.list !== undefined) return showList(values.list);
  if (id !== undefined) return show(id);
  process.stderr.write(`${USAGE}\n`);
  return false;
}
