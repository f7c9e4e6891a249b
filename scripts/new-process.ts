import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { readSchemas } from '../src/catalog/catalog-schema.js';
import { loadCatalog } from '../src/catalog/load-catalog.js';
import { readSharedFiles } from '../src/catalog/read-shared-parts.js';
import { commandLine } from './catalog/command-line.js';
import { neighboursOf } from './catalog/neighbours.js';
import { mayBeRefused, natureOf, newProcessFiles } from './catalog/new-process-files.js';
import type { NewProcess } from './catalog/new-process-files.js';
import { faultsOfNewProcess } from './catalog/new-process-faults.js';

/**
 * `npm run new-process`: asks a few questions, writes a definition, its reply and a scenario, says what remains.
 * Without a terminal: `--id … --title … --department … [--nature …] [--promise 2|10] [--signed-by …] [--sensitive]`.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `Usage : npm run new-process [-- --id voirie.banc-casse --title "Signaler un banc cassé" --department voirie
       --nature report --promise 10 --signed-by electedOfficial --sensitive]
Écrit un processus, sa lettre et son scénario, et dit ce qui reste à écrire. Ce qui n’est pas donné est demandé ; sans
terminal, seuls l’identifiant, le titre et le service sont indispensables.
  --nature      procedure (démarche), report (signalement), information, question, complaint (réclamation) ;
                sans elle, celle que dit le premier mot du titre
  --promise     2 (réponse connue) ou 10 (recherche, visite, décision) jours ouvrés ; 10 sans rien dire
  --signed-by   headOfDepartment (responsable de service), director (direction), dga, dgs, electedOfficial (élue ou élu) ;
                sans elle, personne ne signe
  --sensitive   aide sociale, santé, enfance, violences : le dossier ne sort pas du service`;
const { values } = commandLine(USAGE, {
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
  {
    option: 'nature',
    ask: 'Nature : procedure (démarche), report (signalement), information, question ou complaint (réclamation)',
  },
  { option: 'department', ask: 'Service qui répond (colonne department de departments.csv)' },
  { option: 'promise', ask: 'Promesse en jours ouvrés : 2 ou 10', fallback: '10' },
  {
    option: 'signed-by',
    ask: 'Qui signe : personne, headOfDepartment, director, dga, dgs ou electedOfficial',
    fallback: 'personne',
  },
];

async function askAll(): Promise<Readonly<Record<Question['option'], string>>> {
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const answers: [string, string][] = [];
  for (const question of QUESTIONS) {
    const assumed = question.option === 'nature' ? natureOf(titleAmong(answers)) : (question.fallback ?? '');
    const given = (values[question.option] ?? (await terminal?.question(promptOf(question, assumed))) ?? '').trim();
    answers.push([question.option, given === '' ? assumed : given]);
  }
  terminal?.close();
  return Object.fromEntries(answers) as Readonly<Record<Question['option'], string>>;
}

function promptOf({ ask }: Question, assumed: string): string {
  return assumed === '' ? `${ask} : ` : `${ask} [${assumed}] : `;
}

function titleAmong(answers: readonly (readonly [option: string, given: string])[]): string {
  return answers.find(([option]) => option === 'title')?.[1] ?? '';
}

function write(file: string, content: string): void {
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
const files = newProcessFiles(asked);
const places = [
  { file: path.join(values.catalog, files.definition.path), content: files.definition.content },
  { file: path.join(values.catalog, files.reply.path), content: files.reply.content },
  { file: path.join(values.scenarios, files.scenario.path), content: files.scenario.content },
];
const taken = places.filter(({ file }) => existsSync(file));
const faults = [
  ...faultsOfNewProcess(asked, shared),
  ...taken.map(({ file }) => `« ${path.relative(process.cwd(), file)} » existe déjà : choisir un autre identifiant`),
];
if (faults.length > 0) {
  process.stderr.write(`Rien n’est écrit :\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n\n${USAGE}\n`);
  process.exitCode = 1;
} else {
  const [theme = ''] = asked.id.split('.');
  const neighbours = neighboursOf(asked.title, loadCatalog(values.catalog));
  if (neighbours.length > 0) {
    process.stdout.write('Le catalogue a déjà ceci : à lire d’abord, car un doublon se perd dans la recherche.\n');
    for (const { id, title } of neighbours) process.stdout.write(`  ${title}   npm run catalog:show -- ${id}\n`);
    process.stdout.write('\n');
  }
  for (const { file, content } of places) write(file, content);
  process.stdout.write(
    `Écrits :\n${places.map(({ file }) => `  ${path.relative(process.cwd(), file)}`).join('\n')}\n\n`,
  );
  if (mayBeRefused(asked) && asked.signedBy === undefined)
    process.stdout.write(
      'Cette demande peut être refusée et personne ne signe : une décision individuelle est signée (guide, « steps » ; option --signed-by).\n',
    );
  process.stdout.write(
    `Nature : ${asked.nature}. Reste à remplacer chaque « À écrire » de la fiche et de la lettre, puis à donner au scénario les réponses du formulaire\n(guide : process-catalog/README.md ; modèle : voirie.nid-de-poule).\n`,
  );
  process.stdout.write(
    [
      'Puis, dans cet ordre :',
      `  npm run catalog:check -- --only ${theme}   ce qui manque encore, ligne par ligne, sauf la publication`,
      `  npm run catalog:show -- ${asked.id}   le relire en toutes lettres`,
      '  npm run catalog:bump -- --new   le publier',
      '  npm run test:scenarios   jouer son scénario',
      '',
    ].join('\n'),
  );
}
