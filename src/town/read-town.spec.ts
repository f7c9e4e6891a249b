import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { holdersOf } from '../../domain/people/directory.js';
import type { Department } from '../../domain/people/directory.js';
import { findRoute } from '../../domain/people/find-route.js';
import { signingPower } from '../../domain/people/signing-power.js';
import { locate, parseAddress } from '../../domain/place/address.js';
import { centreOf, quartierAt } from '../../domain/place/quartier.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { CHAIN_ROLES_OF, checkCatalogDepartments } from './check-offices.js';
import { readTown } from './read-town.js';
import { TownError } from './town-error.js';

const demo = path.resolve('town/demo');
const today = '2026-11-25' as LocalDate;

function catalogDepartments(): readonly (Pick<Department, 'id' | 'organisation'> & { readonly teams: string[] })[] {
  const [, ...lines] = readFileSync('process-catalog/departments.csv', 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [id = '', organisation = '', , teams = ''] = line.split(',');
    return { id, organisation, teams: teams.split(' ') };
  });
}

describe('the demonstration town', () => {
  const town = readTown(demo);
  const { directory } = town;
  const people = (role: Parameters<typeof holdersOf>[1]['role']) =>
    directory.people.filter((person) => person.roles.some((held) => held.role === role));

  it('has the people that the service was sized for', () => {
    expect(people('referent')).toHaveLength(95);
    expect(people('ambassador')).toHaveLength(3);
    expect(people('patroller')).toHaveLength(1);
    expect(people('headOfCitizenRelations')).toHaveLength(1);
    expect(people('administrator')).toHaveLength(1);
    expect(people('designer').length).toBeGreaterThan(0);
  });

  it('has every department and team of the catalogue, and no other', () => {
    const catalog = catalogDepartments();
    expect(catalog.length).toBeGreaterThan(80);
    expect(checkCatalogDepartments(directory, catalog)).toEqual([]);
    expect(directory.departments.map(({ id }) => id).sort()).toEqual(catalog.map(({ id }) => id).sort());
    expect(directory.teams.map(({ id }) => id).sort()).toEqual(catalog.flatMap(({ teams }) => teams).sort());
  });

  it('finds a holder for every team of referents and a person for every office, whatever the department', () => {
    const inbox = new Set(['grc.ambassadeurs', 'grc.patrouille']);
    for (const { id: team, department } of directory.teams) {
      const organisation = directory.departments.find(({ id }) => id === department)?.organisation ?? '';
      const kind = directory.organisations.find(({ id }) => id === organisation)?.kind ?? 'commune';
      const route = findRoute(directory, { organisation, department, team, theme: 'voirie' });
      expect([team, route?.holder === undefined]).toEqual([team, inbox.has(team)]);
      expect([team, Object.keys(route?.validators ?? {}).sort()]).toEqual([team, [...CHAIN_ROLES_OF[kind]].sort()]);
    }
  });

  it('spreads the roads over four referents by neighbourhood', () => {
    const sought = { organisation: 'ville', department: 'voirie', team: 'voirie.chaussee', theme: 'voirie' };
    const holders = town.quartiers.map(({ id }) => findRoute(directory, { ...sought, quartier: id })?.holder);
    expect(new Set(holders).size).toBe(4);
  });

  it('lets each elected official, head, director, DGA and DGS of the route sign today, and no cabinet', () => {
    const route = findRoute(directory, {
      organisation: 'ville',
      department: 'voirie',
      team: 'voirie.chaussee',
      theme: 'voirie',
    });
    const kinds = Object.entries(route?.validators ?? {}).map(([role, signer]) => [
      role,
      signingPower(directory, { signer, organisation: 'ville', theme: 'voirie', on: today }).kind,
    ]);
    expect(Object.fromEntries(kinds)).toEqual({
      headOfDepartment: 'delegated',
      director: 'delegated',
      dga: 'delegated',
      dgs: 'delegated',
      cabinetDirector: 'refused',
      electedOfficial: 'delegated',
    });
  });

  it('lets the declared substitute of every elected official of the Ville sign in their place', () => {
    const officials = holdersOf(directory, { role: 'electedOfficial', organisation: 'ville' });
    expect(officials.length).toBeGreaterThan(10);
    for (const official of officials) {
      const held = official.roles.find(({ organisation }) => organisation === 'ville');
      for (const signer of official.substitutes.slice(0, 1)) {
        const theme = held?.themes?.[0] ?? 'voirie';
        const asked = { signer, onBehalfOf: official.id, organisation: 'ville', theme, on: today };
        expect([official.id, signingPower(directory, asked).kind]).not.toEqual([official.id, 'refused']);
      }
    }
  });

  it('delegates nothing in a CCAS but to its vice-president and its director', () => {
    const delegates = directory.delegations.filter(({ organisation }) => organisation === 'ccas');
    expect(delegates.map(({ person }) => person).sort()).toEqual(['p-directeur-ccas', 'p-elu-solidarite']);
  });

  it('has at least 120 streets over 12 neighbourhoods, some of them cut by number', () => {
    expect(town.quartiers).toHaveLength(12);
    expect(town.streets.length).toBeGreaterThanOrEqual(120);
    expect(new Set(town.streets.flatMap(({ stretches }) => stretches.map((s) => s.quartier))).size).toBe(12);
    const at = (text: string) => locate(town.streets, parseAddress(text));
    expect(at('12 av. du pont canal')).toMatchObject({ kind: 'found', quartier: 'centre-halles' });
    expect(at('190 Avenue du Pont-Canal')).toMatchObject({ kind: 'found', quartier: 'port-aux-grains' });
  });

  it('draws neighbourhoods that do not overlap', () => {
    for (const quartier of town.quartiers) {
      expect(quartierAt(town.quartiers, centreOf(quartier))?.id).toBe(quartier.id);
    }
  });

  it('uses only telephone numbers kept for fiction and mail addresses that reach nobody', () => {
    const numbers = [...directory.people, ...town.organisations].map(({ phone }) => phone);
    expect(numbers.filter((number) => !/^03 53 01 \d\d \d\d$/.test(number))).toEqual([]);
    expect(town.phoneNumbers.filter(({ number }) => !/^03 53 01 \d\d \d\d$/.test(number))).toEqual([]);
    const addresses = [...directory.people, ...town.organisations].map(({ email }) => email);
    expect(addresses.filter((address) => !address.endsWith('@valmont.example'))).toEqual([]);
  });
});

describe('reading a town', () => {
  let folder = '';
  const edit = (file: string, change: (text: string) => string): void => {
    const full = path.join(folder, file);
    writeFileSync(full, change(readFileSync(full, 'utf8')));
  };
  const faultsOf = (): readonly string[] => {
    try {
      readTown(folder);
    } catch (error) {
      if (error instanceof TownError) return error.message.replaceAll('\u00a0', ' ').split('\n').slice(1);
      throw error;
    }
    return [];
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'town-'));
    cpSync(demo, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('names the file, the line and what to write, for every fault at once', () => {
    edit('absences.csv', (text) => text.replace('2026-12-21', '2026-02-30').replace('p-chef-musees', 'p-personne'));
    const faults = faultsOf();
    expect(faults).toContain(
      'absences.csv:2 : from vaut « 2026-02-30 » ; écrivez une date qui existe, par exemple 2026-05-15.',
    );
    expect(faults).toContain('absences.csv:5 : person nomme « p-personne », qui n’existe pas.');
  });

  it('sets its sentences in French typography', () => {
    rmSync(path.join(folder, 'closures.csv'));
    expect(() => readTown(folder)).toThrow('closures.csv\u00a0: ce fichier manque');
  });

  it('refuses two people with one login', () => {
    edit('people.csv', (text) => text.replace(',dgs.agglo,', ',dgs,'));
    expect(faultsOf()).toEqual([expect.stringMatching(/^people\.csv:\d+ : login « dgs » est déjà pris à la ligne \d+\.$/)]);
  });

  it('refuses a department without a referent', () => {
    edit('roles.csv', (text) => text.replace(/^p-musees-01,.*\n/m, ''));
    expect(faultsOf()).toEqual([
      'roles.csv : personne n’est référente ou référent du service Musées (musees).',
      'people.csv : « p-musees-01 », suppléant de « p-culture-01 », n’a aucun rôle.',
      'people.csv : « p-musees-01 », suppléant de « p-sports-01 », n’a aucun rôle.',
    ]);
  });

  it('refuses a validator without a substitute', () => {
    edit('people.csv', (text) => text.replace('p-dga-technique p-dga-ressources', ''));
    expect(faultsOf()).toEqual(['people.csv : « p-dgs », DGS (Ville de Valmont-sur-Marne), n’a pas de suppléant.']);
  });

  it('refuses absences whose substitutes lead back to the absent person', () => {
    edit('absences.csv', (text) => `${text}a-101,p-dgs,2027-01-04,2027-01-08,p-cabinet\na-102,p-cabinet,2027-01-07,2027-01-09,p-dgs\n`);
    expect(faultsOf()).toEqual([
      'absences.csv : les suppléances de l’absence « a-101 » tournent en rond.',
      'absences.csv : les suppléances de l’absence « a-102 » tournent en rond.',
    ]);
  });

  it('refuses delegations that the law does not allow', () => {
    const line = (id: string, rest: string): string => `${id},${rest},2026-04-03,2032-03-31,2026-X-1\n`;
    edit('delegations.csv', (text) =>
      [
        text,
        line('x-1', 'p-cabinet,p-maire,ville,signature,,'),
        line('x-2', 'p-chef-domiciliation,p-maire,ccas,signature,,'),
        line('x-3', 'p-dgs,p-presidente,ville,signature,,'),
        line('x-4', 'p-dgs,p-maire,ville,function,,'),
      ].join(''),
    );
    expect(faultsOf().map((fault) => fault.replace(/(« x-\d » : .{18}).*/, '$1'))).toEqual([
      'delegations.csv : « x-1 » : Seuls les élues et',
      'delegations.csv : « x-2 » : Au CCAS, seuls la ',
      'delegations.csv : « x-3 » : Une délégation ne ',
      'delegations.csv : « x-4 » : Une délégation de ',
    ]);
  });

  it('refuses a street cut twice at the same number', () => {
    edit('streets.csv', (text) => text.replace('Avenue du Pont-Canal,79,', 'Avenue du Pont-Canal,70,'));
    expect(faultsOf()).toEqual([
      expect.stringMatching(/^streets\.csv:\d+ : les numéros 70 à 212 sont déjà attribués plus haut\.$/),
    ]);
  });

  it('refuses an unknown subdivision with the line of the YAML file', () => {
    edit('organisations.yaml', (text) => text.replace('subdivision: FR-51', 'subdivision: FR-99'));
    expect(faultsOf()).toEqual([
      expect.stringMatching(/^organisations\.yaml:\d+ : « FR-99 » n’existe pas ; écrivez par exemple FR-51\.$/),
    ]);
  });

  it('refuses a colour that would not be read on paper', () => {
    edit('organisations.yaml', (text) => text.replace('#0b4f8a', '#ffee00'));
    expect(faultsOf()).toEqual([
      expect.stringMatching(/^organisations\.yaml:\d+ : « #ffee00 » ne se lit pas sur du blanc ; écrivez une couleur/),
    ]);
  });

  it('says which file is missing', () => {
    rmSync(path.join(folder, 'closures.csv'));
    expect(faultsOf()).toEqual(['closures.csv : ce fichier manque dans le dossier de la ville.']);
  });

  it('refuses a table without its columns, and money with a fraction of a cent', () => {
    edit('teams.csv', (text) => text.replace('id,department,name', 'id,service,name'));
    edit('tariffs.csv', (text) => text.replace(',0.18,', ',0.185,'));
    const faults = faultsOf();
    expect(faults).toContain(
      'teams.csv:1 : l’en-tête doit porter les colonnes id, department, name ; il manque department.',
    );
    expect(faults).toContainEqual(expect.stringMatching(/^tariffs\.csv:\d+ : amount doit être un montant/));
  });
});
