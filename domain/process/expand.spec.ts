import type { SharedParts } from './expand.js';
import { expand } from './expand.js';
import type { ProcessSource } from './process-definition.generated.js';
import type { ProcessDefinition } from './process-definition.js';
import { toRunnable } from './to-runnable.js';

const source: ProcessSource = {
  id: 'voirie.nid-de-poule',
  version: 1,
  title: "Signaler l'état : urgent",
  nature: 'report',
  organisation: 'ville',
  department: 'voirie',
  audience: 'Tous',
  phrasings: ["j'ai vu : un trou"],
  script: { say: ['Merci.'], handOver: 'Jamais.', questions: [{ ask: 'Danger ?', field: 'danger' }] },
  form: {
    include: ['lieu'],
    fields: [
      { key: 'danger', label: 'Danger ?', type: 'yesNo', required: true, routing: true },
      { key: 'etat', label: 'État', type: 'choice', options: ['Très usé', { value: 'casse', label: 'Cassé' }] },
    ],
  },
  clocks: [{ promise: '2 workingDays' }, { use: 'silence-rejet', missingItem: 'runs' }],
  steps: [
    { kind: 'assignment', team: 'voirie.chaussee' },
    { kind: 'inspection', when: { field: 'danger', equals: true } },
    { kind: 'answer', opinions: [{ team: 'eau-potable.reseau', about: "L'eau." }] },
    { kind: 'endorsement', chain: 'chef' },
  ],
};

const parts: SharedParts = {
  chains: new Map([['chef', { title: 'Chef', roles: ['headOfDepartment'], onChange: 'askNobodyAgain' }]]),
  forms: new Map([
    [
      'lieu',
      { title: 'Lieu', fields: [{ key: 'lieu', label: 'Où ?', type: 'place', required: true, ask: 'Où est-ce ?' }] },
    ],
  ]),
  clocks: new Map([
    [
      'silence-rejet',
      {
        title: 'Silence',
        legal: '2 months',
        basis: 'CRPA, art. L231-4',
        missingItem: 'suspendUntilAnswerOrDelay',
        stoppedBy: 'reply',
        silenceMeans: 'rejection',
      },
    ],
  ]),
  remedies: new Map([['recours', 'Saisissez le {{ tribunal }}.']]),
  themes: new Map([['voirie', { theme: 'voirie', title: 'Voirie', sector: 'cadre-de-vie' }]]),
  replies: { sections: { answered: '{{ texte }}' } },
};

const expanded = (change: Partial<ProcessSource> = {}): ProcessDefinition => {
  const expansion = expand({ ...source, ...change }, parts);
  if (expansion.kind !== 'expanded') throw new Error(JSON.stringify(expansion.names));
  return expansion.definition;
};

describe('expand', () => {
  it('says what a definition leaves unsaid', () => {
    expect(expanded()).toMatchObject({
      schemaVersion: 1,
      theme: 'voirie',
      sector: 'cadre-de-vie',
      sensitive: false,
      identity: 'optional',
      retention: { n: 1, unit: 'years' },
      reopeningDays: 30,
      publicMap: false,
      answerAtOnce: [],
    });
    expect(expanded({ nature: 'complaint' })).toMatchObject({
      identity: 'required',
      retention: { n: 5, unit: 'years' },
    });
    expect(expanded({ reopening: '0 days' }).reopeningDays).toBe(0);
  });

  it('sets texts, and leaves the citizens’ own words alone', () => {
    const { title, phrasings } = expanded();
    expect(title).toBe('Signaler l’état\u00a0: urgent');
    expect(phrasings).toEqual(["j'ai vu : un trou"]);
  });

  it('asks what a field of the process itself says after the questions of the script', () => {
    const fields = [
      { key: 'danger', label: 'Danger ?', type: 'yesNo' },
      { key: 'photo', label: 'Photo', type: 'attachment', ask: 'Une photo ?' },
    ] as const;
    const { script } = expanded({ form: { include: ['lieu'], fields: [...fields] } });
    expect(script.questions.map(({ fields: asked }) => asked)).toEqual([['lieu'], ['danger'], ['photo']]);
  });

  it('asks what depends on one answer right after its question, in the order of the form', () => {
    const after = { showWhen: { field: 'danger', equals: true }, type: 'shortText' } as const;
    const fields = [
      { key: 'danger', label: 'Danger ?', type: 'yesNo' },
      { key: 'etat', label: 'État', type: 'shortText' },
      { key: 'lequel', label: 'Lequel ?', ask: 'Lequel ?', ...after },
      { key: 'seul', label: 'Seul ?', ask: 'Êtes-vous seul ?', ...after },
    ] as const;
    const questions = [
      { ask: 'Danger ?', field: 'danger' },
      { ask: 'Dans quel état ?', field: 'etat' },
    ];
    const { script } = expanded({
      form: { include: ['lieu'], fields: [...fields] },
      script: { ...source.script, questions },
    });
    expect(script.questions.map(({ fields: [first] }) => first)).toEqual(['lieu', 'danger', 'lequel', 'seul', 'etat']);
  });

  it('puts shared fields first, and their spoken question unless the script asks it', () => {
    const { form, script } = expanded();
    expect(form.fields.map(({ key }) => key)).toEqual(['lieu', 'danger', 'etat']);
    expect(form.fields[2]?.options).toEqual([
      { value: 'tres-use', label: 'Très usé' },
      { value: 'casse', label: 'Cassé' },
    ]);
    expect(script.questions.map(({ fields }) => fields)).toEqual([['lieu'], ['danger']]);
    const own = expanded({
      script: { ...source.script, questions: [{ ask: 'Où et comment ?', field: ['lieu', 'danger'] }] },
    });
    expect(own.script.questions).toHaveLength(1);
  });

  it('lets a definition change one thing of a shared clock', () => {
    expect(expanded().clocks).toMatchObject([
      { id: 'promise', kind: 'promise', limit: { n: 2, kind: 'workingDays' }, missingItem: 'pauseUntilAnswer' },
      {
        id: 'silence-rejet',
        kind: 'legal',
        limit: { n: 2, kind: 'months' },
        missingItem: 'runs',
        silenceMeans: 'rejection',
      },
    ]);
  });

  it('keeps the answer on which a clock depends', () => {
    const when = { field: 'danger', equals: true };
    const { clocks } = expanded({ clocks: [{ promise: '2 workingDays' }, { use: 'silence-rejet', when }] });
    expect(clocks.map((clock) => clock.when)).toEqual([undefined, when]);
  });

  it('resolves chains, teams and the last step', () => {
    expect(expanded().steps).toEqual([
      { kind: 'assignment', team: 'voirie.chaussee', byQuartier: false },
      { kind: 'inspection', team: 'grc.patrouille', when: { field: 'danger', equals: true } },
      {
        kind: 'answer',
        opinions: [{ department: 'eau-potable', team: 'eau-potable.reseau', about: 'L’eau.', required: true }],
      },
      { kind: 'endorsement', chain: ['headOfDepartment'], onChange: { kind: 'askNobodyAgain' } },
      { kind: 'reply', by: ['email', 'letter', 'spoken', 'none'] },
    ]);
    expect(expanded({ nature: 'procedure' }).steps.at(-1)).toEqual({
      kind: 'reply',
      by: ['email', 'letter', 'spoken'],
    });
  });

  it('names everything that leads nowhere', () => {
    const lost = {
      ...source,
      id: 'ailleurs.x',
      form: 'y',
      clocks: [{ use: 'z' }],
      steps: [{ kind: 'endorsement' as const, chain: 'w' }],
      appeal: { byAnswer: [{ when: { field: 'danger', equals: true }, use: 'v' }], otherwise: 'recours' },
    };
    expect(expand(lost, parts)).toEqual({
      kind: 'unresolved',
      names: [
        { pointer: '/id', part: 'theme', name: 'ailleurs' },
        { pointer: '/form', part: 'form', name: 'y' },
        { pointer: '/clocks/0/use', part: 'clock', name: 'z' },
        { pointer: '/steps/0/chain', part: 'chain', name: 'w' },
        { pointer: '/appeal/byAnswer/0/use', part: 'remedy', name: 'v' },
      ],
    });
  });
});

describe('toRunnable', () => {
  it('keeps what the engine decides on, without bases, sources and texts', () => {
    const runnable = toRunnable(expanded(), 'abc');
    expect(runnable).toMatchObject({ processId: source.id, version: 1, hash: 'abc', department: 'voirie' });
    expect(runnable.clocks[1]).not.toHaveProperty('basis');
    expect(runnable.steps[2]).toEqual({
      kind: 'answer',
      opinions: [{ department: 'eau-potable', team: 'eau-potable.reseau', required: true }],
    });
  });
});
