import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import type { ProcessDefinition } from '../domain/process/process-definition.js';
import { ROLE_WORDS } from '../domain/text/case-words.js';
import { NATURES } from '../src/catalog/french-labels.js';
import { namesInColumns, sharedNames, type SharedList } from '../src/catalog/known-names.js';
import { loadCatalog } from '../src/catalog/load-catalog.js';
import { commandLine } from './catalog/command-line.js';
import { habitsOf, mayBeRefused, type Habits } from './catalog/department-habits.js';
import { departmentNamed } from './catalog/departments-like.js';
import { neighbourLines } from './catalog/neighbour-lines.js';
import { mentionSearch, neighbourSearch, type Neighbour } from './catalog/neighbours.js';
import { natureOf, newProcessFiles, promiseOf, suggestedId, type NewProcess } from './catalog/new-process-files.js';
import { faultsOfNewProcess, type AskedOption } from './catalog/new-process-faults.js';

/**
 * `npm run new-process`: asks a few questions, writes a definition, its reply and a scenario, says what remains.
 * Without a terminal: `--id … --title … --department … [--nature …] [--promise 2|10] [--signed-by …] [--sensitive]`.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `Usage : npm run new-process [-- --id voirie.banc-casse --title "Signaler un banc cassé" --department voirie
       --nature report --promise 10 --signed-by electedOfficial --sensitive]
Écrit un processus, sa lettre et son scénario, et dit ce qui reste à écrire. Ce qui n’est pas donné est demandé ; sans
terminal, seuls l’identifiant, le titre et le service sont indispensables.
  --id          <thème>.<sujet> ; les thèmes : npm run catalog:show -- --list themes
  --department  le service qui répond ; les services : npm run catalog:show -- --list departments
  --nature      procedure (démarche), report (signalement), information, question, complaint (réclamation) ;
                sans elle, celle que dit le premier mot du titre
  --promise     2 (réponse connue) ou 10 (recherche, visite, décision) jours ouvrés ; sans elle, 2 pour une information
                ou une question, sinon 10
  --signed-by   headOfDepartment (responsable de service), director (direction), dga, dgs, electedOfficial (élue ou élu),
                ou personne ; sans elle, qui signe d’habitude les décisions de ce service
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
const NOBODY = 'personne';
const catalog = loadCatalog(values.catalog);
const { shared } = catalog;
const neighboursOf = neighbourSearch(catalog);

type Answers = Readonly<Partial<Record<AskedOption, string>>>;

interface Question {
  readonly option: AskedOption;
  readonly ask: string;
  /** What is taken when nothing is said. */
  readonly assumed?: (before: Answers) => string;
  /** A guess, for somebody who reads it and may say otherwise. */
  readonly suggested?: (before: Answers) => string;
  /** Shown when the answer is `?`, or nothing where something is needed. */
  readonly list?: SharedList;
}

const QUESTIONS: readonly Question[] = [
  { option: 'title', ask: 'Titre (la démarche à l’infinitif, ou la question)' },
  {
    option: 'id',
    ask: 'Identifiant, <thème>.<sujet>, par exemple voirie.banc-casse (? : les thèmes)',
    suggested: ({ title = '' }) => suggestedId(title, neighboursOf(title)),
    list: 'themes',
  },
  {
    option: 'nature',
    ask: 'Nature : procedure (démarche), report (signalement), information, question ou complaint (réclamation)',
    assumed: ({ title = '' }) => natureOf(title),
  },
  {
    option: 'department',
    ask: 'Service qui répond : son identifiant, ou un mot de son nom (? : les services)',
    suggested: ({ title = '' }) => definitionOf(neighboursOf(title)[0])?.department ?? '',
    list: 'departments',
  },
  {
    option: 'promise',
    ask: 'Promesse en jours ouvrés : 2 (réponse connue) ou 10',
    assumed: ({ nature = '' }) => promiseOf(nature),
  },
  {
    option: 'signed-by',
    ask: 'Qui signe : personne, headOfDepartment, director, dga, dgs ou electedOfficial',
    assumed: (before) => habitsFor({ ...before, 'signed-by': undefined }).signedBy ?? NOBODY,
  },
];

function definitionOf(neighbour: Neighbour | undefined): ProcessDefinition | undefined {
  return neighbour === undefined ? undefined : catalog.definitions.get(neighbour.id)?.definition;
}

function habitsFor(answers: Partial<Record<AskedOption, string | undefined>>): Habits {
  const { nature = '', department = '' } = answers;
  const signedBy = answers['signed-by'];
  return habitsOf(
    {
      nature,
      department,
      organisation: shared.departments.get(department)?.organisation ?? '',
      sensitive: values.sensitive,
      ...(signedBy === undefined ? {} : { signedBy }),
    },
    catalog,
  );
}

function processFrom(answers: Answers): NewProcess {
  const { id = '', title = '', nature = '', department = '', promise = '', 'signed-by': signedBy = NOBODY } = answers;
  return {
    id,
    title,
    nature,
    department,
    organisation: shared.departments.get(department)?.organisation ?? '',
    promiseDays: promise,
    ...(signedBy === NOBODY ? {} : { signedBy }),
    sensitive: values.sensitive,
  };
}

function faultOf(answers: Answers, option: AskedOption): string | undefined {
  return faultsOfNewProcess(processFrom(answers), shared).find((fault) => fault.option === option)?.message;
}

async function askAll(): Promise<Answers> {
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  let answers: Answers = {};
  for (const question of QUESTIONS) {
    const given = givenOrAssumed(question, answers);
    const isAsked = terminal !== undefined && values[question.option] === undefined;
    answers = isAsked ? await askOne(terminal, question, given) : given;
    if (question.option === 'title') tellNeighbours(answers.title ?? '');
  }
  terminal?.close();
  return answers;
}

function givenOrAssumed({ option, assumed }: Question, before: Answers): Answers {
  const given = (values[option] ?? '').trim();
  return { ...before, [option]: given === '' ? (assumed?.(before) ?? '') : given };
}

/** Asks again what cannot be used: nobody should begin anew because of one word. */
async function askOne(terminal: Interface, question: Question, before: Answers): Promise<Answers> {
  const { option, ask, list } = question;
  const fallback = proposedTo(question, before);
  const prompt = fallback === '' ? `${ask} : ` : `${ask} [${fallback}] : `;
  for (;;) {
    const given = (await terminal.question(prompt)).trim();
    if (list !== undefined && (given === '?' || given + fallback === '')) {
      process.stdout.write(namesInColumns(sharedNames(list, shared)));
      continue;
    }
    const answers = { ...before, [option]: given === '' ? fallback : meant(option, given) };
    const fault = faultOf(answers, option);
    if (fault === undefined) return answers;
    process.stdout.write(`  ${fault}\n`);
  }
}

const meant = (option: AskedOption, given: string): string =>
  option === 'department' ? (departmentNamed(given, shared)?.department ?? given) : given;

/** Shown between brackets, and taken by the key Enter. */
function proposedTo({ option, suggested }: Question, before: Answers): string {
  const assumed = before[option] ?? '';
  return assumed === '' ? (suggested?.(before) ?? '') : assumed;
}

function tellNeighbours(title: string): void {
  const lines = neighbourLines(neighboursOf(title), mentionSearch(catalog)(title));
  for (const line of lines) process.stdout.write(`${line}\n`);
}

function write(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A word of the schema as people read it. */
const inWords = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

function tellWhatRemains({ id, nature, signedBy }: NewProcess): void {
  if (mayBeRefused({ nature }) && signedBy === undefined)
    process.stdout.write(
      'Cette demande peut être refusée et personne ne signe : une décision individuelle est signée (option --signed-by).\n',
    );
  process.stdout.write(
    [
      `Nature : ${inWords(NATURES, nature)} ; signature : ${inWords(ROLE_WORDS, signedBy ?? NOBODY)}. Délais, étapes, circuit et sections de la lettre sont écrits. Restent les textes,`,
      'marqués « À écrire », de sept sortes ; une page dit ce qui est bon pour chacune : process-catalog/ECRIRE.md',
      '',
      'Dans cet ordre :',
      `  npm run catalog:check -- --only ${id}   ce qui manque encore, ligne par ligne, avec un modèle pour chaque texte`,
      `  npm run catalog:show -- ${id}   la relire en toutes lettres`,
      `  npm run catalog:try -- ${id}   jouer un dossier`,
      '  npm run catalog:bump -- --new   la publier',
      '',
    ].join('\n'),
  );
}

/** Leaving in the middle of the questions (Ctrl+C, Ctrl+D) is no fault. */
const answers = await askAll().catch((error: unknown) => {
  if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
  process.stdout.write('\nRien n’est écrit.\n');
  process.exit(1);
});
const asked = processFrom(answers);
const start = {
  habits: habitsFor(answers),
  neighbours: neighboursOf(asked.title).map(({ id }) => id),
  today: new Date().toISOString().slice(0, 10),
};
const files = newProcessFiles(asked, start);
const places = [
  { file: path.join(values.catalog, files.definition.path), content: files.definition.content },
  { file: path.join(values.catalog, files.reply.path), content: files.reply.content },
  { file: path.join(values.scenarios, files.scenario.path), content: files.scenario.content },
];
const faults = [
  ...faultsOfNewProcess(asked, shared).map(({ message }) => message),
  ...places
    .filter(({ file }) => existsSync(file))
    .map(({ file }) => `« ${path.relative(process.cwd(), file)} » existe déjà : choisir un autre identifiant`),
];
if (faults.length > 0) {
  process.stderr.write(`Rien n’est écrit :\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n\n${USAGE}\n`);
  process.exitCode = 1;
} else {
  for (const { file, content } of places) write(file, content);
  const written = places.map(({ file }) => `  ${path.relative(process.cwd(), file)}`);
  process.stdout.write(`Écrits :\n${written.join('\n')}\n\n`);
  tellWhatRemains(asked);
}
