import type { Habits } from './department-habits.js';
import { EXPECTED, letterSections } from './expected-texts.js';
import { isBooking } from '../neighbours.js';
import type { NewProcess } from './new-process-answers.js';
import { formOf, questionsOf } from './new-process-form.js';
import { isAnswer, mayBeRefused } from './process-natures.js';
import { subjectWords } from './subject-words.js';
import { UNWRITTEN } from '../writing-model.js';
import { sourceKindOf, written, writtenList } from './written-texts.js';
import type { WrittenFact, WrittenTexts } from './written-texts.js';

/** What the catalogue and its writer add to it. */
export interface StartingPoint {
  readonly habits: Habits;
  /** Who deals with it; the department's referents without one. */
  readonly team?: string;
  /** Ids of processes that people may take for it. */
  readonly neighbours: readonly string[];
  /** Day on which it is written, `2026-11-25`. */
  readonly today: string;
  readonly texts: WrittenTexts;
}

/** What begins a title before its subject: « Demander », « Se faire aider », « Savoir comment tenir ». */
const VERBS = /^\s*(?:s(?:e\s|['’]))?\p{L}+(?:er|oir|ir|re)\s(?:comment\s)?(?:\p{L}+(?:er|ir|re)\s)?/iu;

/** An id that its writer may keep: a theme, and the words of the title that name its subject, without its verb. */
export function suggestedId(title: string, theme: string | undefined): string {
  const words = subjectWords(title.replace(VERBS, ''));
  const subject = words.slice(0, 3).join('-');
  return theme === undefined || subject === '' ? '' : `${theme}.${subject}`;
}

interface NewFile {
  /** From the catalogue's folder; for a scenario, from `test/scenarios`. */
  readonly path: string;
  readonly content: string;
}

/** A definition that follows the schema, its reply, and a scenario that plays: at most texts are left to be written. */
export function newProcessFiles(
  asked: NewProcess,
  start: StartingPoint,
): Readonly<Record<'definition' | 'reply' | 'scenario', NewFile>> {
  const place = asked.id.replace('.', '/');
  return {
    definition: { path: `processes/${place}.yaml`, content: definitionOf(asked, start) },
    reply: { path: `replies/${place}.md`, content: replyOf(asked, start.texts) },
    scenario: { path: `${place}.scenario.yaml`, content: scenarioOf(asked, start) },
  };
}

function definitionOf(asked: NewProcess, start: StartingPoint): string {
  const { habits, neighbours, today, texts } = start;
  return [
    '# yaml-language-server: $schema=../../schema/process.schema.json',
    `id: ${asked.id}`,
    'version: 1',
    `title: ${JSON.stringify(asked.title)}`,
    `nature: ${asked.nature}`,
    `organisation: ${asked.organisation}`,
    `department: ${asked.department}`,
    ...(asked.sensitive ? ['sensitive: true'] : []),
    `audience: ${written(texts.audience, EXPECTED.audience)}`,
    'phrasings:',
    ...writtenList(texts.phrasings, EXPECTED.phrasings).map((text) => `  - ${text}`),
    ...neededOf(asked, texts),
    ...priceOf(asked, texts),
    'script:',
    ...questionsOf(asked, texts),
    '  say:',
    ...writtenList(texts.say, texts.say === undefined ? EXPECTED.say : []).map((text) => `    - ${text}`),
    `  handOver: ${written(texts.handOver, EXPECTED.handOver)}`,
    ...formOf(asked, texts),
    'clocks:',
    ...clocksOf(asked, habits).map((clock) => `  - ${clock}`),
    'steps:',
    ...stepsOf(asked, start).map((step) => `  - ${step}`),
    ...(isAnswer(asked)
      ? ['answerAtOnce: [ambassador]', `firstContact: ${written(texts.firstContact, EXPECTED.firstContact)}`]
      : []),
    ...appealOf(asked, texts),
    `teleservice: { kind: ${asked.nature === 'information' ? 'information' : 'form'}, summary: ${written(texts.summary, EXPECTED.summary)} }`,
    ...(neighbours.length === 0 ? [] : [`seeAlso: [${neighbours.join(', ')}]`]),
    ...(asked.nature === 'report' && !asked.sensitive ? ['duplicatesRadius: 30'] : []),
    ...factsOf(texts, today),
    '',
  ].join('\n');
}

function factsOf({ facts }: WrittenTexts, today: string): readonly string[] {
  if (facts?.length === 0) return [];
  const all: readonly Partial<WrittenFact>[] = facts ?? [{}];
  const lines = all.map(({ text, reference }) => {
    const source = `{ kind: ${sourceKindOf(reference ?? '')}, reference: ${written(reference, EXPECTED.reference)} }`;
    return `  - { text: ${written(text, EXPECTED.fact)}, source: ${source}, checkedOn: ${today}, confirm: true }`;
  });
  return ['facts:', ...lines];
}

function neededOf(asked: NewProcess, { needed }: WrittenTexts): readonly string[] {
  if (needed === undefined ? isAnswer(asked) : needed.length === 0) return [];
  return ['needed:', ...writtenList(needed, [EXPECTED.needed]).map((text) => `  - ${text}`)];
}

/** Without a price, a process says that it is free. */
function priceOf(asked: NewProcess, { price }: WrittenTexts): readonly string[] {
  if (price === '' || (price === undefined && !mayBeRefused(asked))) return [];
  return price === undefined
    ? ['# Un prix ou une caution : écrire ici « price: { note: "…" } », sans montant ; sinon la fiche dit « gratuit »']
    : [`price: { note: ${written(price, '')} }`];
}

/** The appeal that is named by default is that of a decision; no text gives a right to what is lent. */
function appealOf(asked: NewProcess, { isDue }: WrittenTexts): readonly string[] {
  if (!mayBeRefused(asked) || isDue === true) return [];
  if (isDue === false) return ['appeal: recours-sans-droit'];
  return isBooking(asked.title)
    ? ['appeal: recours-sans-droit # à retirer si un texte oblige à l’accorder']
    : [
        '# Un prêt, une place, une aide que rien n’oblige à donner : écrire ici la ligne « appeal: recours-sans-droit » (les autres : npm run catalog:show -- --list remedies)',
      ];
}

function clocksOf(asked: NewProcess, { silence }: Habits): readonly string[] {
  const promise = `{ promise: ${asked.promiseDays} workingDays }`;
  if (asked.nature === 'information') return [promise];
  return [
    promise,
    '{ use: accuse-reception }',
    ...(mayBeRefused(asked) ? [`{ use: ${asked.nature === 'complaint' ? 'silence-rejet' : silence} }`] : []),
  ];
}

/** Where the department has no habit for that signer, the head of department endorses unless they sign themselves. */
function endorsedBy({ signedBy }: NewProcess, { chain, chainRoles }: Habits): readonly [string, readonly string[]] {
  if (chain !== undefined && signedBy !== undefined) return [chain, chainRoles];
  return signedBy === undefined || signedBy === 'headOfDepartment' ? ['', []] : ['chef', ['headOfDepartment']];
}

function stepsOf(
  asked: NewProcess,
  { habits, team = `${asked.department}.referents` }: StartingPoint,
): readonly string[] {
  const [chain] = endorsedBy(asked, habits);
  return [
    `{ kind: assignment, team: ${team}${habits.byQuartier ? ', byQuartier: true' : ''} }`,
    `{ kind: answer, target: ${asked.promiseDays === '2' ? '1' : '6'} workingDays }`,
    ...(chain === '' ? [] : [`{ kind: endorsement, chain: ${chain} }`]),
    ...(asked.signedBy === undefined ? [] : [`{ kind: signature, by: ${asked.signedBy} }`]),
  ];
}

function replyOf(asked: NewProcess, { letter = {} }: WrittenTexts): string {
  const sections = letterSections(asked).map(({ name, expected }) => {
    return `# ${name}\n${letter[name] ?? `${UNWRITTEN} : ${expected}`}\n\n{{ texte }}\n`;
  });
  return sections.join('\n');
}

function scenarioOf(asked: NewProcess, { habits }: StartingPoint): string {
  const [, roles] = endorsedBy(asked, habits);
  return [
    `process: ${asked.id}`,
    'scenarios:',
    '  - name: la réponse part dans le délai promis',
    '    given: { channel: telephone, answers: {}, receivedOn: 2026-06-01 }',
    '    steps:',
    '      - { on: 2026-06-02, referent: answers }',
    ...roles.map((role) => `      - { on: 2026-06-02, ${role}: endorses }`),
    ...(asked.signedBy === undefined ? [] : [`      - { on: 2026-06-02, ${asked.signedBy}: signs }`]),
    '    then: { status: replied }',
    '',
  ].join('\n');
}
