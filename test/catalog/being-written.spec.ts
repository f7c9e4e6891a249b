import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkCatalog } from '../../scripts/catalog/check/check-catalog.js';
import { habitsOf } from '../../scripts/catalog/new-process/department-habits.js';
import { firstAnswers } from '../../scripts/catalog/new-process/first-answers.js';
import { mentionSearch, neighbourSearch } from '../../scripts/catalog/neighbours.js';
import { nextSteps } from '../../scripts/catalog/check/next-steps.js';
import { lookUp } from '../../scripts/catalog/new-process/look-up.js';
import { newProcessFiles } from '../../scripts/catalog/new-process/new-process-files.js';
import { promiseOf } from '../../scripts/catalog/new-process/process-natures.js';
import { printFault } from '../../src/catalog/catalog-fault.js';
import { loadCatalog } from '../../src/catalog/load-catalog.js';
import { writeCatalog } from './fixture-catalog.js';

const townDir = path.resolve('town/demo');
const real = loadCatalog(path.resolve('process-catalog'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-writing-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const check = (only?: string): ReturnType<typeof checkCatalog> =>
  checkCatalog({ catalogDir: folder, townDir, withLock: false, ...(only === undefined ? {} : { only }) });

/** Two processes whose titles say nearly the same thing; what each sets besides. */
function writeTwins(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): void {
  writeCatalog(folder, { set: { '/title': 'Signaler un banc public cassé', ...one } });
  writeCatalog(folder, {
    file: 'processes/voirie/jumeau.yaml',
    set: { '/id': 'voirie.jumeau', '/title': 'Signaler un banc public abîmé', ...other },
  });
}

const twins = (): readonly string[] =>
  check()
    .faults.filter(({ rule }) => rule === 'text.twin')
    .map((fault) => printFault(fault));

describe('two processes for one thing', () => {
  it('are warned of once, with the other one named and what to write', () => {
    writeTwins({}, {});
    const [warning = '', ...others] = twins();
    expect(others).toEqual([]);
    expect(warning).toMatch(/jumeau\.yaml:\d+: \(avertissement\)/);
    expect(warning).toContain('« Signaler un banc public cassé » (voirie.exemple)');
    expect(warning).toContain('seeAlso: [voirie.exemple]');
  });

  it('are told apart when each refers to the other, and not when one does', () => {
    writeTwins({}, { '/seeAlso': ['voirie.exemple'] });
    expect(twins()).toHaveLength(1);
    writeTwins({ '/seeAlso': ['voirie.jumeau'] }, { '/seeAlso': ['voirie.exemple'] });
    expect(twins()).toEqual([]);
  });

  it('are told apart when one says when to take the other', () => {
    const firstContact = 'S’il est seulement cassé, prenez « Signaler un banc public cassé ».';
    writeTwins({}, { '/firstContact': firstContact });
    expect(twins()).toEqual([]);
  });

  it.each([
    ['Signaler un miroir de sortie cassé', ['circulation.miroir']],
    ['Signaler un nid-de-poule', ['voirie.nid-de-poule']],
    ['Que faire d’un vieux drone', []],
    // Two common words of three, then one word alone, are said of too many other things.
    ['Trouver une guinguette du marché de Noël', []],
    ['Avoir un pneu', []],
  ])('are looked for before the second is written: %s', (title, near) => {
    expect(neighbourSearch(real)(title).map(({ id }) => id)).toEqual(near);
  });

  it('are named too when they only speak of it here and there', () => {
    const mentions = mentionSearch(real);
    expect(mentions('Signaler un panneau de basket abîmé sur un terrain libre').map(({ id }) => id)).toEqual([
      'sports.equipement-degrade',
    ]);
    expect(mentions('Emprunter un kit de pétanque')).toEqual([]);
    expect(mentions('Emprunter des gobelets réutilisables').map(({ id }) => id)).toContain(
      'dechets.collecte-evenement',
    );
    expect(mentions('Demander un rendez-vous')).toEqual([]);
  });

  it('are few among those that are published', () => {
    const { faults } = checkCatalog({ catalogDir: path.resolve('process-catalog'), townDir, withLock: false });
    expect(faults.filter(({ rule }) => rule === 'text.twin').length).toBeLessThan(12);
  });
});

describe('what identifies a new process', () => {
  /** What is typed line by line, then they leave; what was shown and proposed. */
  async function ask(
    lines: readonly string[],
    given: Readonly<Record<string, string>> = {},
  ): Promise<{ asked: Awaited<ReturnType<typeof firstAnswers>>; shown: string }> {
    const left = [...lines];
    const shown: string[] = [];
    const show = (line: string): void => {
      shown.push(line);
    };
    const answer = (prompt: string): Promise<string | undefined> => {
      shown.push(prompt);
      return Promise.resolve(left.shift());
    };
    const asked = await firstAnswers({ catalog: real, given, show, writer: { show, ask: answer } });
    return { asked, shown: shown.join('\n') };
  }

  it('is asked in French words: a theme, a word of a department, what is signed and by whom', async () => {
    const { asked, shown } = await ask(['Prêter des joëlettes en forêt', 'loisirs', 'démarche', 'jeunesse', '', 'élu']);
    expect(asked).toEqual({
      ...{ id: 'loisirs.joelettes-foret', title: 'Prêter des joëlettes en forêt', nature: 'procedure' },
      ...{ department: 'jeunesse', organisation: 'ville', promiseDays: '10', signedBy: 'electedOfficial' },
      sensitive: false,
    });
    expect(shown).toContain('→ loisirs.joelettes-foret');
    expect(shown).toContain('→ Jeunesse');
    expect(shown).toContain('démarche, signalement, information, question, réclamation [démarche] :');
  });

  it('proposes the department of the theme, and at the CCAS those alone who sign there', async () => {
    const lines = ['Prêter des joëlettes', 'senior', '', 'animation-seniors', '', '', 'responsable', 'direction'];
    const { asked, shown } = await ask(lines);
    expect(shown).toContain('[maintien-domicile : Seniors – Maintien à domicile, CCAS]');
    expect(shown).toContain('Qui signe la lettre de réponse : aucune signature, direction, élue ou élu');
    expect(shown).toContain('« responsable » n’est pas proposé ici');
    expect(asked).toMatchObject({ organisation: 'ccas', signedBy: 'director' });
  });

  it('may be answered by a process there is: it is read on the spot, and its promise proposed', async () => {
    const { shown } = await ask(['Signaler une horloge publique arrêtée', '7', '1', '', '', '', '', '']);
    expect(shown).toContain('  1. Signaler une horloge, une cloche ou un carillon déréglé');
    expect(shown).toContain('« 7 » n’est pas un de ces numéros');
    expect(shown).toContain('Ce que disent les gens');
    expect(shown).toMatch(/Promesse.*\[2\]/);
  });

  it('says what a nature is, asks whether it is sensitive where some are, and then no elected official signs', async () => {
    const lines = [
      'Prêter des joëlettes',
      'solidarite',
      '?',
      'démarche',
      '',
      'peut-être',
      'constructor',
      'oui',
      '',
      '',
    ];
    const { asked, shown } = await ask(lines);
    expect(shown).toContain('réclamation   on conteste');
    expect(shown).toContain('« peut-être » n’est pas proposé ici');
    expect(shown).toContain('« constructor » n’est pas proposé ici');
    expect(shown).toContain('Qui signe la lettre de réponse : aucune signature, direction [');
    expect(asked).toMatchObject({ sensitive: true, signedBy: 'director' });
    expect((await ask(['Prêter des joëlettes', 'voirie', '', '', '', ''])).shown).not.toContain('Demande sensible');
  });

  it('finds a department or a process to hand over to, by what it says', () => {
    expect(lookUp('', real)).toContain('Jeunesse, Ville');
    expect(lookUp('carillon', real)).toBe('    « Signaler une horloge, une cloche ou un carillon déréglé »');
    expect(lookUp('marché horaires', real).split('\n')[0]).toBe('    « Connaître les jours et horaires des marchés »');
    expect(lookUp('joëlette', real)).toBe('    aucune démarche ne parle de « joëlette »');
  });

  it('is not written when they leave, nor asked when it was given', async () => {
    expect((await ask(['Prêter des joëlettes', 'loisirs'])).asked).toBeUndefined();
    const { asked, shown } = await ask(['', '', ''], {
      ...{ title: 'Prêter des joëlettes', id: 'loisirs.joelettes', department: 'jeunesse' },
    });
    expect(asked).toMatchObject({ id: 'loisirs.joelettes', promiseDays: '10' });
    expect(shown).not.toContain('Titre');
  });
});

describe('a process that is being written', () => {
  const asked = {
    id: 'voirie.miroir-cour',
    title: 'Demander un essai de cour',
    nature: 'procedure',
    organisation: 'ville',
    department: 'voirie',
    sensitive: false,
  };

  it('starts with the signature, the chain and the clocks that its department is used to', () => {
    const habits = habitsOf(asked, real);
    expect(habits).toMatchObject({ signedBy: 'electedOfficial', silence: 'silence-rejet' });
    expect(habits.chain).toBeDefined();
    expect(habits.chainRoles.length).toBeGreaterThan(0);
    expect(habitsOf({ ...asked, signedBy: 'headOfDepartment' }, real).signedBy).not.toBe('electedOfficial');
    expect(habitsOf({ ...asked, nature: 'report' }, real)).not.toHaveProperty('signedBy');
    expect(['information', 'question', 'report', 'procedure'].map(promiseOf)).toEqual(['2', '2', '10', '10']);
  });

  it('is shown what a finished process says at each place, and what to do next', () => {
    writeCatalog(folder, { file: 'processes/voirie/fini.yaml', set: { '/id': 'voirie.fini' } });
    const { definition, reply } = newProcessFiles(
      { ...asked, id: 'voirie.exemple', title: 'Signaler une cour', nature: 'report', promiseDays: '10' },
      { habits: habitsOf({ ...asked, nature: 'report' }, real), neighbours: [], today: '2026-11-25', texts: {} },
    );
    writeCatalog(folder, { source: definition.content, reply: reply.content });
    const result = check('voirie.exemple');
    const below = result.faults.flatMap((fault) => fault.below ?? []);
    expect(below).toContain('    comme voirie.fini : « Toute personne qui passe par là. »');
    expect(below).toContain(
      '    comme voirie.fini : « Nos équipes passeront le {{ date_prevue }} pour remettre les choses en place. »',
    );
    const next = nextSteps('voirie.exemple', result).join('\n');
    expect(next).toMatch(/Reste : \d+\stextes à écrire\./);
    expect(next).toContain('catalog:check -- --only voirie.exemple');
  });

  it('is shown a label without its help, and for a loan another loan', () => {
    const fields = [{ key: 'jour', label: 'Jour souhaité', help: 'Un jour ouvré.', type: 'date', required: true }];
    const loan = { nature: 'procedure', title: 'Louer une scène', form: { fields } };
    const set = Object.fromEntries(Object.entries(loan).map(([key, value]) => [`/${key}`, value]));
    writeCatalog(folder, { file: 'processes/voirie/loue.yaml', set: { ...set, '/id': 'voirie.loue' } });
    const other = { '/id': 'voirie.autre', '/nature': 'procedure', '/title': 'Demander une scène' };
    writeCatalog(folder, { file: 'processes/voirie/autre.yaml', set: other });
    const { definition, reply } = newProcessFiles(
      { ...asked, id: 'voirie.exemple', title: 'Emprunter une estrade', promiseDays: '10' },
      { habits: habitsOf(asked, real), neighbours: [], today: '2026-11-25', texts: {} },
    );
    writeCatalog(folder, { source: definition.content, reply: reply.content });
    const below = check('voirie.exemple').faults.flatMap((fault) => fault.below ?? []);
    expect(below).toContain('    comme voirie.loue : « Jour souhaité »');
  });

  it('is told the commands that finish it once nothing is missing', () => {
    writeCatalog(folder, {});
    const next = nextSteps('voirie.exemple', check('voirie.exemple')).join('\n');
    expect(next).toContain('catalog:show -- voirie.exemple');
    expect(next).toContain('catalog:bump -- --new');
    expect(nextSteps('eau', check('eau'))).toEqual([]);
  });
});
