import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkCatalog } from '../../scripts/catalog/check/check-catalog.js';
import { newProcessFiles } from '../../scripts/catalog/new-process/new-process-files.js';
import type { CatalogFault } from '../../src/catalog/catalog-fault.js';
import { fixtureNamed, fixtureNames, writeCatalog } from './fixture-catalog.js';

const townDir = path.resolve('town/demo');
/** Rules that no single definition can break: they have their own specs. */
const ELSEWHERE = [
  'lock.new',
  'lock.changed',
  'lock.older',
  'lock.vanished',
  'town.absent',
  'town.unreadable',
  'link.reach',
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-catalog-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const check = (): readonly CatalogFault[] => checkCatalog({ catalogDir: folder, townDir, withLock: false }).faults;

describe('the rules of the catalogue', () => {
  it('finds nothing wrong in a sound definition', () => {
    writeCatalog(folder, {});
    expect(check()).toEqual([]);
  });

  it.each(fixtureNames())('%s is broken by its fixture, and by nothing else', (rule) => {
    const fixture = fixtureNamed(rule);
    writeCatalog(folder, fixture);
    const faults = check();
    expect(faults.filter((fault) => fault.rule === rule)).toContainEqual(
      expect.objectContaining({ rule, pointer: fixture.pointer, line: expect.any(Number) as number }),
    );
    const others = faults.map((fault) => fault.rule).filter((other) => other !== rule);
    expect(others.filter((other) => !(fixture.also ?? []).includes(other))).toEqual([]);
  });

  it('has a fixture for every rule', () => {
    const sources = ['scripts/catalog', 'src/catalog'].flatMap((dir) =>
      readdirSync(dir, { encoding: 'utf8', recursive: true })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(path.join(dir, file), 'utf8')),
    );
    const families =
      'reference|form|script|clocks|steps|map|teleservice|link|first-contact|facts|text|reply|lock|town|words|file|yaml';
    const pattern = new RegExp(`'((?:${families})\\.[a-z-]+)'`, 'g');
    const rules = new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, rule]) => rule ?? '')));
    expect(rules.size).toBeGreaterThan(0);
    const covered = new Set([...fixtureNames(), ...ELSEWHERE]);
    expect([...rules].filter((rule) => !covered.has(rule))).toEqual([]);
  });

  it('names the values that a question can be compared with', () => {
    const { set } = fixtureNamed('form.show-when-value');
    const options = [{ value: 'use', label: 'Usé' }, 'Plein d’eau'];
    writeCatalog(folder, { set: { ...set, '/form/fields/1/options': options } });
    const [fault] = check().filter(({ rule }) => rule === 'form.show-when-value');
    expect(fault?.advice).toContain('use (« Usé »), plein-d-eau (« Plein d’eau »)');
  });

  it('points to the line of the fault', () => {
    writeCatalog(folder, { set: { '/steps/0/team': 'voirie.nulle-part' } });
    const text = readFileSync(path.join(folder, 'processes/voirie/exemple.yaml'), 'utf8').split('\n');
    const [fault] = check();
    expect(text[(fault?.line ?? 0) - 1]).toContain('voirie.nulle-part');
  });

  it.each([
    { nature: 'report', organisation: 'ville', department: 'voirie', promiseDays: '2' },
    { nature: 'information', organisation: 'ville', department: 'voirie', promiseDays: '2' },
    { nature: 'question', organisation: 'agglo', department: 'collecte', promiseDays: '10' },
    {
      nature: 'procedure',
      organisation: 'ville',
      department: 'voirie',
      promiseDays: '10',
      signedBy: 'headOfDepartment',
    },
    { nature: 'complaint', organisation: 'ccas', department: 'handicap', promiseDays: '10', signedBy: 'director' },
  ])('a new $nature of $department lacks nothing but its texts', (asked) => {
    const { definition, reply } = newProcessFiles(
      { id: 'voirie.exemple', title: 'Signaler un essai', sensitive: false, ...asked },
      {
        habits: { chainRoles: [], byQuartier: true, silence: 'silence-acceptation' },
        neighbours: [],
        today: '2026-11-25',
        texts: {},
      },
    );
    writeCatalog(folder, { source: definition.content, reply: reply.content });
    expect(new Set(check().map(({ rule }) => rule))).toEqual(new Set(['text.unwritten']));
  });

  it('finds nothing wrong in a new process whose texts were all given, and the typed answers in its form', () => {
    const { definition, reply } = newProcessFiles(
      {
        ...{ id: 'voirie.exemple', title: 'Demander un essai', nature: 'procedure', organisation: 'ville' },
        ...{ department: 'voirie', promiseDays: '10', signedBy: 'headOfDepartment', sensitive: false },
      },
      {
        habits: { chainRoles: [], byQuartier: true, silence: 'silence-rejet' },
        neighbours: [],
        today: '2026-12-01',
        texts: {
          audience: 'Qui habite la commune.',
          phrasings: ['un essai', 'je veux essayer', 'comment essayer chez vous', 'essaie', 'qui fait essayer'],
          needed: [],
          price: 'Une caution "rendue" ensuite.',
          questions: [
            { ask: 'Quel jour ?', label: 'Jour souhaité', answer: { type: 'date' }, required: true },
            { ask: 'Où ?', label: 'Endroit', answer: { type: 'choice', options: ['Ici', 'Là'] }, required: false },
          ],
          say: ['Nous vous écrivons.'],
          handOver: 'Passez la main à la voirie si la rue est fermée.',
          isDue: false,
          letter: {
            answered: 'Vous nous avez demandé un essai le {{ recue_le }}.',
            done: 'Votre essai est accordé.',
            refused: 'Nous ne pouvons accorder cet essai, pour la raison suivante : {{ motif }}.',
          },
          summary: 'Demandez un essai.',
          facts: [
            { text: 'Un essai dure un jour', reference: 'Règlement des essais' },
            { text: 'Un essai se rend propre', reference: 'Usage du service' },
          ],
        },
      },
    );
    writeCatalog(folder, { source: definition.content, reply: reply.content });
    expect(check()).toEqual([]);
    expect(definition.content).toContain('key: endroit, label: "Endroit", type: choice, options: ["Ici", "Là"] }');
    expect(definition.content).not.toContain('needed:');
  });

  it('reads a letter as each of its conditions wants it, whatever apostrophe the label is written with', () => {
    const options = [
      { value: 'use', label: 'Usé' },
      { value: 'eau', label: 'Plein d’eau' },
    ];
    const letter = (text: string): string => `# answered\nNous avons lu ce que vous écrivez${text}.\n\n{{ texte }}\n`;
    const set = { '/form/fields/1/options': options, '/form/fields/2/showWhen/equals': 'eau' };
    const rulesOf = (reply: string): readonly string[] => {
      writeCatalog(folder, { set, reply: letter(reply) });
      return check().map(({ rule }) => rule);
    };
    expect(rulesOf(`{% if champs.etat == "Plein d'eau" %}, et l’eau{% endif %}`)).toEqual([]);
    expect(rulesOf(`{% if champs.etat == "Plein d'eau" %},, et l’eau{% endif %}`)).toEqual(['reply.stray-mark']);
  });

  it('says so when the demonstration town is not there', () => {
    writeCatalog(folder, {});
    const { faults } = checkCatalog({ catalogDir: folder, townDir: path.join(folder, 'nulle-part'), withLock: false });
    expect(faults.map(({ rule }) => rule)).toEqual(['town.absent']);
  });

  it('plays the scenario of a definition, and says on which line and what could be done instead', () => {
    writeCatalog(folder, {});
    const scenariosDir = path.join(folder, 'scenarios');
    mkdirSync(path.join(scenariosDir, 'voirie'), { recursive: true });
    const told = (step: string, then: string): string =>
      `process: voirie.exemple\nscenarios:\n  - name: essai\n    given: { receivedOn: 2026-05-04 }\n    steps:\n      - { ${step} }\n    then: { ${then} }\n`;
    const faultsOf = (text: string): readonly CatalogFault[] => {
      writeFileSync(path.join(scenariosDir, 'voirie/exemple.scenario.yaml'), text);
      return checkCatalog({ catalogDir: folder, townDir, scenariosDir, only: 'voirie.exemple', withLock: false })
        .faults;
    };
    expect(faultsOf(told('referent: gives an opinion', 'status: open'))).toEqual([]);
    expect(faultsOf(told('citizen: reopens', 'status: open'))).toEqual([
      expect.objectContaining({
        ...{ file: '../test/scenarios/voirie/exemple.scenario.yaml', rule: 'scenario.step', line: 6 },
        below: [expect.stringContaining('referent: gives an opinion')],
      }),
    ]);
    expect(faultsOf(told('referent: gives an opinion', 'status: expired'))).toEqual([
      expect.objectContaining({ rule: 'scenario.end', line: 7 }),
    ]);
    expect(
      faultsOf(told('referent: gives an opinion', 'status: open').replace('voirie.exemple', 'voirie.autre')),
    ).toEqual([expect.objectContaining({ rule: 'scenario.process', line: 1 })]);
    expect(faultsOf(told('referent: gives an opinion', '').replace('given: { receivedOn: 2026-05-04 }', ''))).toEqual([
      expect.objectContaining({ rule: 'scenario.given', line: 3 }),
    ]);
    expect(faultsOf('process: [').map(({ rule }) => rule)).toEqual(['scenario.syntax']);
  });

  it.each([
    ['eau', 0],
    ['voirie', 1],
    ['voirie.exemple', 1],
    ['voirie.autre', 0],
  ])('reports one theme or one process alone when asked: %s', (only, count) => {
    writeCatalog(folder, { set: { '/seeAlso': ['voirie.nulle-part'] } });
    expect(checkCatalog({ catalogDir: folder, townDir, withLock: false, only }).faults).toHaveLength(count);
  });
});
