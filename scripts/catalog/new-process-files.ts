import { UNWRITTEN } from './text-rules.js';

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
  const [first = ''] = title
    .trim()
    .toLowerCase()
    .split(/[\s’']+/);
  return FIRST_WORDS[first] ?? (/.(?:er|ir|re)$/u.test(first) ? 'procedure' : 'question');
}

/** A procedure or a complaint ends in a decision, which the law lets its citizen contest. */
export function mayBeRefused({ nature }: Pick<NewProcess, 'nature'>): boolean {
  return nature === 'procedure' || nature === 'complaint';
}

interface NewFile {
  /** From the catalogue's folder; for a scenario, from `test/scenarios`. */
  readonly path: string;
  readonly content: string;
}

/** A definition that follows the schema, its reply, and a scenario: only texts are left to be written. */
export function newProcessFiles(asked: NewProcess): Readonly<Record<'definition' | 'reply' | 'scenario', NewFile>> {
  const place = asked.id.replace('.', '/');
  return {
    definition: { path: `processes/${place}.yaml`, content: definitionOf(asked) },
    reply: { path: `replies/${place}.md`, content: replyOf(asked) },
    scenario: { path: `${place}.scenario.yaml`, content: scenarioOf(asked) },
  };
}

function definitionOf(asked: NewProcess): string {
  const quoted = (text: string): string => JSON.stringify(text);
  return [
    '# yaml-language-server: $schema=../../schema/process.schema.json',
    `id: ${asked.id}`,
    'version: 1',
    `title: ${quoted(asked.title)}`,
    `nature: ${asked.nature}`,
    `organisation: ${asked.organisation}`,
    `department: ${asked.department}`,
    ...(asked.sensitive ? ['sensitive: true'] : []),
    `audience: ${quoted(`${UNWRITTEN} : qui peut demander cela.`)}`,
    'phrasings:',
    ...[1, 2, 3, 4, 5].map((n) => `  - ${quoted(`${UNWRITTEN} : tournure ${String(n)}, comme un habitant le dirait`)}`),
    'script:',
    '  questions:',
    ...questionsOf(asked).map((line) => `    - ${line}`),
    '  say:',
    `    - ${quoted(`${UNWRITTEN} : ce qui va se passer, quand, et ce qui n’est pas de notre ressort.`)}`,
    `  handOver: ${quoted(`${UNWRITTEN} : à qui passer la main, et dans quel cas.`)}`,
    ...formOf(asked),
    'clocks:',
    `  - { promise: ${asked.promiseDays} workingDays }`,
    ...(mayBeRefused(asked)
      ? ['  - { use: accuse-reception }', '  - { use: silence-rejet } # ou silence-acceptation : voir le guide']
      : []),
    'steps:',
    `  - { kind: assignment, team: ${asked.department}.referents }`,
    `  - { kind: answer, target: ${asked.promiseDays === '2' ? '1' : '6'} workingDays }`,
    ...(asked.signedBy === undefined ? [] : signingSteps(asked.signedBy)),
    ...(asked.nature === 'information'
      ? [
          'answerAtOnce: [ambassador]',
          `firstContact: ${quoted(`${UNWRITTEN} : ce qui se répond tout de suite, et ce qui ne le peut pas.`)}`,
        ]
      : []),
    `teleservice: { kind: ${asked.nature === 'information' ? 'information' : 'form'}, summary: ${quoted(`${UNWRITTEN} : une phrase pour l'usager, sur la page des démarches.`)} }`,
    '',
  ].join('\n');
}

/** A report always has a place, whose question the shared form already asks; an information has no form at all. */
function questionsOf({ nature }: NewProcess): readonly string[] {
  const ask = JSON.stringify(`${UNWRITTEN} : la question telle qu'on la pose ?`);
  return nature === 'information' ? [`{ ask: ${ask} }`] : [`{ ask: ${ask}, field: demande }`];
}

function formOf({ nature }: NewProcess): readonly string[] {
  if (nature === 'information') return [];
  const label = JSON.stringify(`${UNWRITTEN} : la question telle qu'on la lit`);
  return [
    'form:',
    ...(nature === 'report' ? ['  include: [lieu, photos]'] : []),
    '  fields:',
    `    - { key: demande, label: ${label}, type: longText, required: true }`,
  ];
}

/** The head of department endorses unless they sign themselves. */
function signingSteps(signedBy: string): readonly string[] {
  const endorsed = signedBy === 'headOfDepartment' ? [] : ['  - { kind: endorsement, chain: chef }'];
  return [...endorsed, `  - { kind: signature, by: ${signedBy} }`];
}

function replyOf({ nature }: NewProcess): string {
  const section = (name: string, text: string): string => `# ${name}\n${text}\n\n{{ texte }}\n`;
  const answered = section('answered', `${UNWRITTEN} : ce que l'on répond à la demande du {{ recue_le }}.`);
  const refused = section('refused', `${UNWRITTEN} : pourquoi l'on refuse : {{ motif }}.`);
  return nature === 'information' ? answered : `${answered}\n${refused}`;
}

function scenarioOf({ id, signedBy }: NewProcess): string {
  return [
    `process: ${id}`,
    'scenarios:',
    '  - name: la réponse part dans le délai promis',
    '    given: { channel: telephone, answers: {}, receivedOn: 2026-06-01 }',
    '    steps:',
    '      - { on: 2026-06-02, referent: answers }',
    ...(signedBy === undefined || signedBy === 'headOfDepartment'
      ? []
      : ['      - { on: 2026-06-02, headOfDepartment: endorses }']),
    ...(signedBy === undefined ? [] : [`      - { on: 2026-06-02, ${signedBy}: signs }`]),
    '    then: { status: replied }',
    '',
  ].join('\n');
}
