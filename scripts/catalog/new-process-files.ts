import { themeOf } from '../../domain/process/expand.js';
import { mayBeRefused } from './department-habits.js';
import type { Habits } from './department-habits.js';
import { firstWord, isBooking, tellingWords } from './neighbours.js';
import type { Neighbour } from './neighbours.js';
import { UNWRITTEN } from './writing-model.js';

/** What was asked of whoever adds a process; texts as typed. */
export interface NewProcess {
  readonly id: string;
  readonly title: string;
  readonly nature: string;
  readonly organisation: string;
  readonly department: string;
  /** `2` or `10` working days. */
  readonly promiseDays: string;
  readonly signedBy?: string;
  readonly sensitive: boolean;
}

/** What the catalogue adds to it. */
export interface StartingPoint {
  readonly habits: Habits;
  /** Ids of processes that people may take for it. */
  readonly neighbours: readonly string[];
  /** Day on which it is written, `2026-11-25`. */
  readonly today: string;
}

const FIRST_WORDS: Readonly<Record<string, string | undefined>> = {
  signaler: 'report',
  contester: 'complaint',
  réclamer: 'complaint',
  connaître: 'information',
  savoir: 'information',
  trouver: 'information',
  s: 'procedure',
  se: 'procedure',
};

/** The nature that the first word of a title tells: an infinitive is a procedure, anything else a question. */
export function natureOf(title: string): string {
  const first = firstWord(title);
  return FIRST_WORDS[first] ?? (/.(?:er|ir|re)$/u.test(first) ? 'procedure' : 'question');
}

/** An id that its writer may keep: the theme of the nearest process there is, and the words of the title that tell. */
export function suggestedId(title: string, [nearest]: readonly Neighbour[]): string {
  const subject = [...tellingWords(title)].slice(0, 3).join('-');
  return nearest === undefined || subject === '' ? '' : `${themeOf(nearest.id)}.${subject}`;
}

/** What is known is said within two days; what must be looked for, seen or decided, within ten. */
export function promiseOf(nature: string): string {
  return isAnswer({ nature }) ? '2' : '10';
}

/** An information or a question is answered, often at first contact; nothing is decided. */
function isAnswer({ nature }: Pick<NewProcess, 'nature'>): boolean {
  return nature === 'information' || nature === 'question';
}

interface NewFile {
  /** From the catalogue's folder; for a scenario, from `test/scenarios`. */
  readonly path: string;
  readonly content: string;
}

/** A definition that follows the schema, its reply, and a scenario that plays: only texts are left to be written. */
export function newProcessFiles(
  asked: NewProcess,
  start: StartingPoint,
): Readonly<Record<'definition' | 'reply' | 'scenario', NewFile>> {
  const place = asked.id.replace('.', '/');
  return {
    definition: { path: `processes/${place}.yaml`, content: definitionOf(asked, start) },
    reply: { path: `replies/${place}.md`, content: replyOf(asked) },
    scenario: { path: `${place}.scenario.yaml`, content: scenarioOf(asked, start) },
  };
}

/** Always between quotes: whoever writes over it may use any character but a double quote. */
function toWrite(what: string): string {
  return JSON.stringify(`${UNWRITTEN} : ${what}`);
}

const PHRASINGS = [
  'la façon la plus courte de le dire, deux à quatre mots',
  'le problème ou le besoin, par quelqu’un qui ne connaît pas le nom de la démarche',
  'comme on le dit au téléphone, à la première personne',
  'avec le mot que les gens confondent, ou une faute courante',
  'en question : qui s’occupe de…, est-ce que j’ai le droit de…',
];

function definitionOf(asked: NewProcess, { habits, neighbours, today }: StartingPoint): string {
  return [
    '# yaml-language-server: $schema=../../schema/process.schema.json',
    `id: ${asked.id}`,
    'version: 1',
    `title: ${JSON.stringify(asked.title)}`,
    `nature: ${asked.nature}`,
    `organisation: ${asked.organisation}`,
    `department: ${asked.department}`,
    ...(asked.sensitive ? ['sensitive: true'] : []),
    `audience: ${toWrite('qui peut demander cela, et à quelles conditions')}`,
    'phrasings:',
    ...PHRASINGS.map((what) => `  - ${toWrite(what)}`),
    ...(isAnswer(asked)
      ? []
      : ['needed:', `  - ${toWrite('ce qu’il faut avoir sous la main ; une ligne par pièce, ou retirer needed')}`]),
    ...priceHint(asked),
    'script:',
    ...questionsOf(asked),
    '  say:',
    `    - ${toWrite('ce qui va se passer, et quand')}`,
    `    - ${toWrite('ce que l’on ne fait pas, et qui le fait')}`,
    `  handOver: ${toWrite('à quel service passer la main, et dans quel cas')}`,
    ...formOf(asked),
    'clocks:',
    ...clocksOf(asked, habits).map((clock) => `  - ${clock}`),
    'steps:',
    `  - { kind: assignment, team: ${asked.department}.referents${habits.byQuartier ? ', byQuartier: true' : ''} }`,
    `  - { kind: answer, target: ${asked.promiseDays === '2' ? '1' : '6'} workingDays }`,
    ...signingSteps(asked, habits),
    ...(isAnswer(asked)
      ? [
          'answerAtOnce: [ambassador]',
          `firstContact: ${toWrite('ce qui se répond tout de suite, et ce qui demande une recherche')}`,
        ]
      : []),
    ...appealHint(asked),
    `teleservice: { kind: ${asked.nature === 'information' ? 'information' : 'form'}, summary: ${toWrite('une phrase qui invite l’usager, sur la page des démarches')} }`,
    ...(neighbours.length === 0 ? [] : [`seeAlso: [${neighbours.join(', ')}]`]),
    ...(asked.nature === 'report' && !asked.sensitive ? ['duplicatesRadius: 30'] : []),
    'facts:',
    `  - { text: ${toWrite('la règle qui vaut ici, en une phrase')}, source: { kind: local, reference: ${toWrite('règlement ou délibération (kind: local), article de code (kind: code) ou usage (kind: practice)')} }, checkedOn: ${today}, confirm: true }`,
    '',
  ].join('\n');
}

/** Without a price, a process says that it is free. */
function priceHint(asked: NewProcess): readonly string[] {
  const hint =
    '# Un prix ou une caution : écrire ici « price: { note: "…" } », sans montant ; sinon la fiche dit « gratuit »';
  return mayBeRefused(asked) ? [hint] : [];
}

/** The appeal that is named by default is that of a decision; no text gives a right to what is lent. */
function appealHint(asked: NewProcess): readonly string[] {
  if (!mayBeRefused(asked)) return [];
  return isBooking(asked.title)
    ? ['appeal: recours-sans-droit # à retirer si un texte oblige à l’accorder']
    : [
        '# Un prêt, une place, une aide que rien n’oblige à donner : écrire ici la ligne « appeal: recours-sans-droit » (les autres : npm run catalog:show -- --list remedies)',
      ];
}

/** An information has no form: what is asked is only spoken. */
function questionsOf({ nature }: NewProcess): readonly string[] {
  if (nature === 'information') return [];
  return [
    '  questions:',
    `    - { ask: ${toWrite('la question, telle qu’on la pose au téléphone ?')}, field: demande }`,
  ];
}

/** A report has a place and photos, whose questions the shared forms already ask. */
function formOf({ nature }: NewProcess): readonly string[] {
  if (nature === 'information') return [];
  return [
    'form:',
    ...(nature === 'report' ? ['  include: [lieu, photos]'] : []),
    '  fields:',
    `    - { key: demande, label: ${toWrite('la même question, telle qu’on la lit')}, type: longText, required: true }`,
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

function signingSteps(asked: NewProcess, habits: Habits): readonly string[] {
  const [chain] = endorsedBy(asked, habits);
  return [
    ...(chain === '' ? [] : [`  - { kind: endorsement, chain: ${chain} }`]),
    ...(asked.signedBy === undefined ? [] : [`  - { kind: signature, by: ${asked.signedBy} }`]),
  ];
}

function replyOf(asked: NewProcess): string {
  const section = (name: string, text: string): string => `# ${name}\n${UNWRITTEN} : ${text}\n\n{{ texte }}\n`;
  const place = '{% if champs.lieu %} ({{ champs.lieu }}){% endif %}';
  if (asked.nature === 'report') {
    return [
      section('done', `ce qui vient d’être réparé ou fait, après le signalement du {{ recue_le }}${place}.`),
      section('planned', `ce qui est prévu${place} pour le {{ date_prevue }}.`),
      section('answered', `ce que vous nous avez signalé le {{ recue_le }}${place}, sans dire ce qui en est fait.`),
    ].join('\n');
  }
  if (!mayBeRefused(asked))
    return section('answered', 'ce que vous nous avez demandé le {{ recue_le }}, en une phrase.');
  return [
    section('answered', 'ce que vous nous avez demandé le {{ recue_le }}, sans dire si c’est oui ou non.'),
    section('done', 'ce qui est accordé ou fait, après votre demande du {{ recue_le }}.'),
    section('refused', 'ce que nous ne pouvons accorder, pour la raison suivante : {{ motif }}.'),
  ].join('\n');
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
