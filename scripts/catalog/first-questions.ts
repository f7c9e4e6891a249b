import { namesInColumns, sharedNames, type SharedList } from '../../src/catalog/known-names.js';
import type { Catalog } from '../../src/catalog/load-catalog.js';
import type { SharedFiles } from '../../src/catalog/read-shared-parts.js';
import { habitsOf } from './department-habits.js';
import { departmentNamed } from './departments-like.js';
import { neighbourLines } from './neighbour-lines.js';
import { mentionSearch, neighbourSearch, type Neighbour } from './neighbours.js';
import type { NewProcess } from './new-process-answers.js';
import { faultsOfNewProcess, type AskedOption } from './new-process-faults.js';
import { suggestedId } from './new-process-files.js';
import { natureOf, promiseOf } from './process-natures.js';
import type { Writer } from './text-interview.js';

/** What is typed for a signature when nobody signs. */
export const NOBODY = 'personne';

interface Asking {
  readonly catalog: Catalog;
  /** What the options of the command already say. */
  readonly given: Readonly<Partial<Record<AskedOption, string>>>;
  readonly sensitive: boolean;
  readonly show: (line: string) => void;
  /** Without one, what is not given is assumed. */
  readonly writer: Writer | undefined;
}

interface Known {
  readonly near: ReturnType<typeof neighbourSearch>;
  readonly mentions: ReturnType<typeof mentionSearch>;
}

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

/** What identifies the new process: given, asked, else assumed; undefined once its writer has left. */
export async function firstAnswers(asking: Asking): Promise<NewProcess | undefined> {
  const { given, writer, catalog } = asking;
  const known = { near: neighbourSearch(catalog), mentions: mentionSearch(catalog) };
  let answers: Answers = {};
  for (const question of questionsOf(asking, known)) {
    const { option } = question;
    answers = { ...answers, [option]: givenOrAssumed(question, answers, asking) };
    if (writer !== undefined && given[option] === undefined) {
      const heard = await hear(question, answers, { ...asking, writer });
      if (heard === undefined) return undefined;
      answers = { ...answers, [option]: heard };
    }
    if (option === 'title') showNeighbours(answers, asking, known);
  }
  return processFrom(answers, asking);
}

function givenOrAssumed({ option, assumed }: Question, before: Answers, { given }: Asking): string {
  const typed = (given[option] ?? '').trim();
  return typed === '' ? (assumed?.(before) ?? '') : typed;
}

function showNeighbours({ title = '' }: Answers, { show }: Asking, { near, mentions }: Known): void {
  for (const line of neighbourLines(near(title), mentions(title))) show(line);
}

function questionsOf({ catalog, sensitive }: Asking, { near, mentions }: Known): readonly Question[] {
  const closest = (title: string): readonly Neighbour[] => [...near(title), ...mentions(title)];
  return [
    { option: 'title', ask: 'Titre (la démarche à l’infinitif, ou la question)' },
    {
      option: 'id',
      ask: 'Identifiant, <thème>.<sujet>, par exemple voirie.banc-casse (? : les thèmes)',
      suggested: ({ title = '' }) => suggestedId(title, closest(title)),
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
      suggested: ({ title = '' }) =>
        closest(title).map(({ id }) => catalog.definitions.get(id)?.definition.department ?? '')[0] ?? '',
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
      assumed: ({ nature = '', department = '' }) => {
        const { organisation = '' } = catalog.shared.departments.get(department) ?? {};
        return habitsOf({ nature, department, organisation, sensitive }, catalog).signedBy ?? NOBODY;
      },
    },
  ];
}

/** Asks again what cannot be used: nobody should begin anew because of one word. */
async function hear(
  question: Question,
  before: Answers,
  asking: Asking & { readonly writer: Writer },
): Promise<string | undefined> {
  const { option, ask, list } = question;
  const { writer, catalog } = asking;
  const proposed = proposedBy(question, before);
  for (;;) {
    const typed = await writer.ask(proposed === '' ? `${ask} : ` : `${ask} [${proposed}] : `);
    if (typed === undefined) return undefined;
    if (list !== undefined && (typed === '?' || typed + proposed === '')) {
      writer.show(namesInColumns(sharedNames(list, catalog.shared)).trimEnd());
      continue;
    }
    const meant = typed === '' ? proposed : meantBy({ ...before, [option]: typed }, option, catalog.shared);
    const asked = processFrom({ ...before, [option]: meant }, asking);
    const fault = faultsOfNewProcess(asked, catalog.shared).find((one) => one.option === option);
    if (fault === undefined) return meant;
    writer.show(`  ${fault.message}`);
  }
}

/** Shown between brackets, and taken by the key Enter. */
function proposedBy({ option, suggested }: Question, before: Answers): string {
  const assumed = before[option] ?? '';
  return assumed === '' ? (suggested?.(before) ?? '') : assumed;
}

/** A theme alone is enough for an id, a word of its name for a department. */
function meantBy({ title = '', ...typed }: Answers, option: AskedOption, shared: SharedFiles): string {
  const { id = '', department = '' } = typed;
  if (option === 'id' && shared.themes.has(id)) return suggestedId(title, [{ id }]);
  if (option === 'department') return departmentNamed(department, shared)?.department ?? department;
  return { title, ...typed }[option] ?? '';
}

function processFrom(answers: Answers, { catalog, sensitive }: Asking): NewProcess {
  const { id = '', title = '', nature = '', department = '', promise = '', 'signed-by': signedBy = NOBODY } = answers;
  return {
    ...{ id, title, nature, department, sensitive },
    organisation: catalog.shared.departments.get(department)?.organisation ?? '',
    promiseDays: promise,
    ...(signedBy === NOBODY ? {} : { signedBy }),
  };
}
