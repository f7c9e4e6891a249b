import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { ROLE_WORDS } from '../domain/text/case-words.js';
import { agree, countOf } from '../domain/text/french-typography.js';
import { NATURES } from '../src/catalog/french-labels.js';
import { loadCatalog } from '../src/catalog/load-catalog.js';
import { commandLine } from './catalog/command-line.js';
import { habitsOf } from './catalog/new-process/department-habits.js';
import { firstAnswers } from './catalog/new-process/first-answers.js';
import { wordsFor } from './catalog/new-process/first-questions.js';
import { neighbourSearch } from './catalog/neighbours.js';
import { lookUp } from './catalog/new-process/look-up.js';
import type { NewProcess } from './catalog/new-process/new-process-answers.js';
import { faultsOfNewProcess } from './catalog/new-process/new-process-faults.js';
import { newProcessFiles, type StartingPoint } from './catalog/new-process/new-process-files.js';
import { mayBeRefused } from './catalog/new-process/process-natures.js';
import type { Writer } from './catalog/new-process/interview-lines.js';
import { interviewFor } from './catalog/new-process/text-interview.js';
import { modelOf, UNWRITTEN } from './catalog/writing-model.js';

/**
 * `npm run new-process`: asks what the process is, then its texts, writes a definition, its reply and a scenario, says
 * what remains.
 * Without a terminal: `--id … --title … --department … [--nature …] [--promise 2|10] [--signed-by …] [--sensitive]`.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `Usage : npm run new-process [-- --id voirie.banc-casse --title "Signaler un banc cassé" --department voirie
       --nature report --promise 10 --signed-by electedOfficial --sensitive]
Écrit un processus, sa lettre et son scénario, et dit ce qui reste à écrire. Dans un terminal, ce qui n’est pas donné est
demandé, puis chaque texte, avec un exemple ; sans terminal, l’identifiant, le titre et le service sont indispensables, et
les textes s’écrivent dans les fichiers.
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
    sensitive: { type: 'boolean' },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
    scenarios: { type: 'string', default: path.join(root, 'test/scenarios') },
  },
});
const catalog = loadCatalog(values.catalog);
const show = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Leaving in the middle (Ctrl+C, Ctrl+D) is no fault. */
function writerAt(terminal: Interface): Writer {
  return {
    show,
    ask: async (prompt) => {
      try {
        return (await terminal.question(prompt)).trim();
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
        show('');
        return undefined;
      }
    },
  };
}

interface Place {
  readonly file: string;
  readonly content: string;
}

/** Everything but the texts. */
function startOf(asked: NewProcess): Omit<StartingPoint, 'texts'> {
  const neighbours = neighbourSearch(catalog)(asked.title).map(({ id }) => id);
  const today = new Date().toISOString().slice(0, 10);
  return { habits: habitsOf(asked, catalog), neighbours, ...teamOf(asked, neighbours), today };
}

function placesFor(asked: NewProcess, start: StartingPoint): readonly Place[] {
  const files = newProcessFiles(asked, start);
  return [
    { file: path.join(values.catalog, files.definition.path), content: files.definition.content },
    { file: path.join(values.catalog, files.reply.path), content: files.reply.content },
    { file: path.join(values.scenarios, files.scenario.path), content: files.scenario.content },
  ];
}

/** The team that deals with what people may take for it, where it is of the same department. */
function teamOf({ department }: NewProcess, neighbours: readonly string[]): { readonly team?: string } {
  const alike = neighbours.flatMap((id) => catalog.definitions.get(id) ?? []);
  const steps = alike.find(({ definition }) => definition.department === department)?.source.steps ?? [];
  const team = steps.flatMap((step) => (step.kind === 'assignment' ? [step.team] : []))[0];
  return team === undefined ? {} : { team };
}

const fromHere = (file: string): string => path.relative(process.cwd(), file);

/** Whoever opens a neighbour for the same words must find the way to the new one. */
function tellNeighbours({ neighbours }: Pick<StartingPoint, 'neighbours'>): void {
  for (const id of neighbours) {
    const title = catalog.definitions.get(id)?.definition.title ?? id;
    const file = path.join(values.catalog, 'processes', `${id.replace('.', '/')}.yaml`);
    show(`« ${title} » lui ressemble : une phrase de son « Passer la main » (handOver, ${fromHere(file)}) y renverra.`);
  }
}

function tellWhatRemains({ id, nature, signedBy }: NewProcess, remaining: number): void {
  if (mayBeRefused({ nature }) && signedBy === undefined)
    show(
      'Cette demande peut être refusée et personne ne signe : une décision individuelle est signée (option --signed-by).',
    );
  const signer = signedBy === undefined ? 'aucune' : wordsFor(signedBy, ROLE_WORDS);
  show(`Nature : ${wordsFor(nature, NATURES)} ; signature : ${signer}. Délais, étapes, circuit et lettre sont écrits.`);
  if (remaining > 0) {
    const texts = `${agree(remaining, 'Reste', 'Restent')} ${countOf(remaining, 'texte')}, « À écrire »`;
    show(`${texts} ; une page dit ce qui est bon à chaque place : process-catalog/ECRIRE.md`);
  }
  show('\nDans cet ordre :');
  show(
    remaining > 0
      ? `  npm run catalog:check -- --only ${id}   ce qui manque encore, ligne par ligne, avec un modèle pour chaque texte`
      : `  npm run catalog:check -- --only ${id}   la vérifier, ligne par ligne`,
  );
  show(`  npm run catalog:show -- ${id}   la relire en toutes lettres`);
  show(`  npm run catalog:try -- ${id}   jouer un dossier`);
  show('  npm run catalog:bump -- --new   la publier');
}

async function main(writer: Writer | undefined): Promise<void> {
  const { sensitive, ...others } = values;
  const given = { ...others, ...(sensitive === true ? { sensitive: 'oui' } : {}) };
  const asked = await firstAnswers({ catalog, given, show, writer });
  if (asked === undefined) {
    show('Rien n’est écrit.');
    process.exitCode = 1;
    return;
  }
  const start = startOf(asked);
  const faults = [
    ...faultsOfNewProcess(asked, catalog.shared).map(({ message }) => message),
    ...placesFor(asked, { ...start, texts: {} })
      .filter(({ file }) => existsSync(file))
      .map(({ file }) => `« ${fromHere(file)} » existe déjà : choisir un autre identifiant`),
  ];
  if (faults.length > 0) {
    process.stderr.write(`Rien n’est écrit :\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n\n${USAGE}\n`);
    process.exitCode = 1;
    return;
  }
  const model = modelOf(asked, catalog);
  const texts =
    writer === undefined
      ? {}
      : await interviewFor({
          asked,
          model,
          lookUp: (words) => lookUp(words, catalog),
          writer,
        });
  const places = placesFor(asked, { ...start, texts });
  for (const { file, content } of places) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  show(`\nÉcrits :\n${places.map(({ file }) => `  ${fromHere(file)}`).join('\n')}\n`);
  tellNeighbours(start);
  tellWhatRemains(asked, places.flatMap(({ content }) => content.match(new RegExp(UNWRITTEN, 'g')) ?? []).length);
}

const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
await main(terminal === undefined ? undefined : writerAt(terminal));
terminal?.close();
