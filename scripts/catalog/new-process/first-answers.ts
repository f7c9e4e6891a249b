import type { ProcessDefinition } from '../../../domain/process/process-definition.js';
import { departmentInWords, namesInColumns, sharedNames } from '../../../src/catalog/known-names.js';
import type { Catalog } from '../../../src/catalog/load-catalog.js';
import { AS_WRITTEN } from '../../../src/catalog/process-names.js';
import { processWords } from '../../../src/catalog/process-words.js';
import type { SharedFiles } from '../../../src/catalog/read-shared-parts.js';
import { departmentNamed } from '../departments-like.js';
import { closest, firstQuestions, isSensitive, NOBODY, wordsFor } from './first-questions.js';
import type { FirstAnswers, FirstQuestion, Known } from './first-questions.js';
import { neighbourLines } from './neighbour-lines.js';
import { mentionSearch, neighbourSearch } from '../neighbours.js';
import type { Neighbour } from '../neighbours.js';
import type { NewProcess } from './new-process-answers.js';
import { faultsOfNewProcess, type AskedOption } from './new-process-faults.js';
import { suggestedId } from './new-process-files.js';
import { wordsOf } from '../text-pieces.js';
import type { Writer } from './interview-lines.js';

interface Asking {
  readonly catalog: Catalog;
  /** What the options of the command already say. */
  readonly given: Readonly<Partial<Record<AskedOption, string>>>;
  readonly show: (line: string) => void;
  /** Without one, what is not given is assumed. */
  readonly writer: Writer | undefined;
}

/** What identifies the new process: given, asked, else assumed; undefined once its writer has left. */
export async function firstAnswers(asking: Asking): Promise<NewProcess | undefined> {
  const { writer, catalog } = asking;
  const known = { near: neighbourSearch(catalog), mentions: mentionSearch(catalog) };
  let answers: FirstAnswers = {};
  for (const question of firstQuestions({ ...asking, known })) {
    const { option } = question;
    const before = { ...answers, [option]: givenOrAssumed(question, answers, asking) };
    const answer =
      writer === undefined || !isToBeAsked(question, before, asking)
        ? before[option]
        : await hear(question, before, { ...asking, writer });
    if (answer === undefined) return undefined;
    answers = { ...before, [option]: answer };
    if (option === 'title' && !(await readNeighbours(answers, asking, known))) return undefined;
    if (writer !== undefined) showUnderstood(option, answers, asking);
  }
  return processFrom(answers, catalog);
}

function isToBeAsked({ option, isAsked }: FirstQuestion, before: FirstAnswers, { given }: Asking): boolean {
  return given[option] === undefined && (isAsked?.(before) ?? true);
}

function givenOrAssumed({ option, assumed }: FirstQuestion, before: FirstAnswers, { given }: Asking): string {
  const typed = (given[option] ?? '').trim();
  return typed === '' ? (assumed?.(before) ?? '') : typed;
}

/** Those that may already answer it are listed, and read if one wants to; false when they leave. */
async function readNeighbours(
  { title = '' }: FirstAnswers,
  { show, writer, catalog }: Asking,
  known: Known,
): Promise<boolean> {
  for (const line of neighbourLines(known.near(title), known.mentions(title))) show(line);
  return writer === undefined || readSome(closest(title, known), { catalog, show, writer });
}

async function readSome(
  found: readonly Neighbour[],
  { catalog, show, writer }: Pick<Asking, 'catalog' | 'show'> & { readonly writer: Writer },
): Promise<boolean> {
  if (found.length === 0) return true;
  const which = found.length > 1 ? ', par son numéro' : ' (1)';
  for (;;) {
    const typed = await writer.ask(`Lire ici${which} ; Entrée : continuer ; Ctrl+C : arrêter > `);
    if (typed === undefined) return false;
    if (typed === '') return true;
    const { definition } = catalog.definitions.get(found[Number(typed) - 1]?.id ?? '') ?? {};
    show(definition === undefined ? `  « ${typed} » n’est pas un de ces numéros` : sheetOf(definition));
  }
}

/** Enough of it to tell whether it is the same thing. */
const TELLING = ['En bref', 'Ce que disent les gens', 'À demander', 'Formulaire'];
const MOST_LINES = 6;

function sheetOf(definition: ProcessDefinition): string {
  const sections = processWords(definition, AS_WRITTEN).filter(({ heading }) => TELLING.includes(heading));
  const told = sections.map(({ heading, lines }) => [
    heading,
    ...lines.slice(0, MOST_LINES).map((line) => `  - ${line}`),
  ]);
  return `${told.flat().join('\n')}\nEn entier : npm run catalog:show -- ${definition.id}\n`;
}

/** An id is typed by its theme, a department by a word of its name: what was understood is said. */
function showUnderstood(
  option: AskedOption,
  { id = '', department = '' }: FirstAnswers,
  { catalog, show }: Asking,
): void {
  const row = catalog.shared.departments.get(department);
  if (option === 'id') show(`  → ${id}`);
  if (option === 'department' && row !== undefined) show(`  → ${departmentInWords(row)}`);
}

/** Asks again what cannot be used: nobody should begin anew because of one word. */
async function hear(
  question: FirstQuestion,
  before: FirstAnswers,
  asking: Asking & { readonly writer: Writer },
): Promise<string | undefined> {
  const { writer, catalog } = asking;
  const proposed = proposedBy(question, before);
  for (;;) {
    const typed = await writer.ask(promptOf(question, before));
    if (typed === undefined) return undefined;
    const help = typed === '?' || typed + proposed === '' ? helpOf(question, catalog.shared) : undefined;
    const meant = typed === '' ? proposed : meantBy(question, { ...before, [question.option]: typed }, catalog.shared);
    const said = help ?? faultOf(question, { ...before, [question.option]: meant }, catalog);
    if (said === undefined) return meant;
    writer.show(said);
  }
}

function helpOf({ list, explained }: FirstQuestion, shared: SharedFiles): string | undefined {
  return list === undefined ? explained : namesInColumns(sharedNames(list, shared)).trimEnd();
}

/** Why that answer cannot be used. */
function faultOf({ option, words }: FirstQuestion, answers: FirstAnswers, catalog: Catalog): string | undefined {
  const { [option]: answer = '' } = answers;
  if (words !== undefined)
    return Object.hasOwn(words(answers), answer) ? undefined : `  « ${answer} » n’est pas proposé ici`;
  const faults = faultsOfNewProcess(processFrom(answers, catalog), catalog.shared);
  return faults.filter((fault) => fault.option === option).map(({ message }) => `  ${message}`)[0];
}

/** Shown between brackets, and taken by the key Enter. */
function proposedBy({ option, suggested }: FirstQuestion, before: FirstAnswers): string {
  const assumed = before[option] ?? '';
  return assumed === '' ? (suggested?.(before) ?? '') : assumed;
}

function promptOf(question: FirstQuestion, before: FirstAnswers): string {
  const words = question.words?.(before) ?? {};
  const choices = Object.values(words).join(', ');
  const ask = choices === '' ? question.ask : `${question.ask} : ${choices}`;
  const proposed = proposedBy(question, before);
  const named = question.named?.(proposed) ?? wordsFor(proposed, words);
  return proposed === '' ? `${ask} : ` : `${ask} [${named}] : `;
}

/** A theme alone is enough for an id, a word of its name for a department, French words or their beginning for a choice. */
function meantBy({ option, words }: FirstQuestion, before: FirstAnswers, shared: SharedFiles): string {
  const { title = '', [option]: typed = '' } = before;
  if (option === 'id' && shared.themes.has(typed)) return suggestedId(title, typed);
  if (option === 'department') return departmentTyped(typed, shared);
  return words === undefined ? typed : (choiceTyped(typed, Object.entries(words(before))) ?? typed);
}

function departmentTyped(typed: string, shared: SharedFiles): string {
  return shared.departments.has(typed) ? typed : (departmentNamed(typed, shared)?.department ?? typed);
}

function choiceTyped(typed: string, choices: readonly (readonly [key: string, words: string])[]): string | undefined {
  const said = wordsOf(typed).join(' ');
  const folded = choices.map(([key, words]) => [key, wordsOf(words).join(' ')] as const);
  const exact = folded.find(([, words]) => words === said);
  const begun = said.length < 3 ? undefined : folded.find(([, words]) => words.startsWith(said));
  return (exact ?? begun)?.[0];
}

function processFrom(answers: FirstAnswers, catalog: Catalog): NewProcess {
  const { id = '', title = '', nature = '', department = '', promise = '', 'signed-by': signedBy = NOBODY } = answers;
  return {
    ...{ id, title, nature, department, sensitive: isSensitive(answers) },
    organisation: catalog.shared.departments.get(department)?.organisation ?? '',
    promiseDays: promise,
    ...(signedBy === NOBODY ? {} : { signedBy }),
  };
}
