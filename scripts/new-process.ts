import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSchemas } from '../src/catalog/catalog-schema.js';
import { readSharedFiles } from '../src/catalog/read-shared-parts.js';
import { newProcessFiles } from './catalog/new-process-files.js';
import type { NewProcess } from './catalog/new-process-files.js';
import { faultsOfNewProcess } from './catalog/new-process-faults.js';

/**
 * `npm run new-process`: asks a few questions, writes a definition, its reply and a scenario, says what remains.
 * Without a terminal: `--id … --title … --department … [--nature …] [--promise 2|10] [--signed-by …] [--sensitive]`.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values } = parseArgs({
  options: {
    id: { type: 'string' },
    title: { type: 'string' },
    nature: { type: 'string' },
    department: { type: 'string' },
    promise: { type: 'string' },
    'signed-by': { type: 'string' },
    sensitive: { type: 'boolean', default: false },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
    scenarios: { type: 'string', default: path.join(root, 'test/scenarios') },
  },
});

interface Question {
  readonly option: 'id' | 'title' | 'nature' | 'department' | 'promise' | 'signed-by';
  readonly ask: string;
  readonly fallback?: string;
}

const QUESTIONS: readonly Question[] = [
  { option: 'id', ask: 'Identifiant, <thème>.<sujet> (par exemple voirie.banc-casse)' },
  { option: 'title', ask: 'Titre (la démarche à l’infinitif, ou la question)' },
  { option: 'nature', ask: 'Nature : procedure, report, information, question ou complaint', fallback: 'question' },
  { option: 'department', ask: 'Service qui répond (colonne department de departments.csv)' },
  { option: 'promise', ask: 'Promesse en jours ouvrés : 2 ou 10', fallback: '10' },
  {
    option: 'signed-by',
    ask: 'Qui signe : personne, headOfDepartment, director, dgs ou electedOfficial',
    fallback: 'personne',
  },
];

async function askAll(): Promise<Readonly<Record<Question['option'], string>>> {
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const answers: [string, string][] = [];
  for (const { option, ask, fallback = '' } of QUESTIONS) {
    const hint = fallback === '' ? '' : ` [${fallback}]`;
    const given = values[option] ?? (await terminal?.question(`${ask}${hint} : `)) ?? '';
    answers.push([option, given.trim() || fallback]);
  }
  terminal?.close();
  return Object.fromEntries(answers) as Readonly<Record<Question['option'], string>>;
}

function write(file: string, content: string): void {
  if (existsSync(file)) throw new Error(`« ${file} » existe déjà : choisir un autre identifiant.`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const answers = await askAll();
const shared = readSharedFiles(values.catalog, readSchemas(values.catalog));
const asked: NewProcess = {
  id: answers.id,
  title: answers.title,
  nature: answers.nature,
  department: answers.department,
  organisation: shared.departments.get(answers.department)?.organisation ?? '',
  promiseDays: answers.promise,
  ...(answers['signed-by'] === 'personne' ? {} : { signedBy: answers['signed-by'] }),
  sensitive: values.sensitive,
};
const faults = faultsOfNewProcess(asked, shared);
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const files = newProcessFiles(asked);
  const [theme = ''] = asked.id.split('.');
  write(path.join(values.catalog, files.definition.path), files.definition.content);
  write(path.join(values.catalog, files.reply.path), files.reply.content);
  write(path.join(values.scenarios, files.scenario.path), files.scenario.content);
  process.stdout.write(
    `Écrits :\n  ${files.definition.path}\n  ${files.reply.path}\n  test/scenarios/${files.scenario.path}\n\n`,
  );
  process.stdout.write(
    `Reste à écrire (chaque « À écrire ») : les tournures, le script, la lettre, les questions du formulaire.\n`,
  );
  process.stdout.write(
    `Puis :\n  npm run catalog:check -- --only ${theme}\n  npm run catalog:bump -- --new\n  npm run catalog:show -- ${asked.id}\n`,
  );
}
