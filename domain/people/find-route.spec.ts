import type { Directory, HeldRole, Person } from './directory.js';
import { findRoute } from './find-route.js';

function person(id: string, roles: readonly HeldRole[], superior?: string): Person {
  return {
    id,
    login: id,
    firstName: 'Aube',
    lastName: id,
    functionTitle: id,
    email: `${id}@valmont.example`,
    phone: '03 53 01 99 99',
    roles,
    substitutes: [],
    ...(superior === undefined ? {} : { superior }),
  };
}

const ville = 'ville';
const referent = (department: string, team: string, quartiers?: readonly string[]): HeldRole => ({
  role: 'referent',
  organisation: ville,
  department,
  team,
  ...(quartiers === undefined ? {} : { quartiers }),
});

const directory: Directory = {
  organisations: [
    { id: ville, kind: 'commune', name: 'Ville', legalName: 'Ville', authority: 'maire', authorityTitle: 'le Maire' },
    { id: 'ccas', kind: 'ccas', name: 'CCAS', legalName: 'CCAS', authority: 'maire', authorityTitle: 'le Président' },
  ],
  divisions: [{ id: 'technique', organisation: ville, name: 'Technique' }],
  directorates: [
    { id: 'espace-public', organisation: ville, division: 'technique', name: 'Espace public' },
    { id: 'social', organisation: 'ccas', name: 'CCAS' },
  ],
  departments: [
    { id: 'voirie', organisation: ville, directorate: 'espace-public', name: 'Voirie' },
    { id: 'grc', organisation: ville, directorate: 'espace-public', name: 'GRC' },
    { id: 'aides', organisation: 'ccas', directorate: 'social', name: 'Aides' },
  ],
  teams: [
    { id: 'voirie.chaussee', department: 'voirie', name: 'Chaussée' },
    { id: 'voirie.nouvelle', department: 'voirie', name: 'Nouvelle' },
    { id: 'grc.ambassadeurs', department: 'grc', name: 'Ambassadeurs' },
  ],
  people: [
    person('maire', [{ role: 'electedOfficial', organisation: ville }]),
    person('elu-voirie', [{ role: 'electedOfficial', organisation: ville, themes: ['voirie'] }], 'maire'),
    person('vice', [{ role: 'electedOfficial', organisation: 'ccas' }], 'maire'),
    person('dgs', [{ role: 'dgs', organisation: ville }], 'maire'),
    person('cabinet', [{ role: 'cabinetDirector', organisation: ville }], 'maire'),
    person('dga', [{ role: 'dga', organisation: ville, division: 'technique' }], 'dgs'),
    person('directeur', [{ role: 'director', organisation: ville, directorate: 'espace-public' }], 'dga'),
    person('directeur-ccas', [{ role: 'director', organisation: 'ccas', directorate: 'social' }], 'vice'),
    person('chef', [{ role: 'headOfDepartment', organisation: ville, department: 'voirie' }], 'directeur'),
    person('chef-aides', [{ role: 'headOfDepartment', organisation: 'ccas', department: 'aides' }], 'directeur-ccas'),
    person('ref-nord', [referent('voirie', 'voirie.chaussee', ['nord'])], 'chef'),
    person('ref-sud', [referent('voirie', 'voirie.chaussee', ['sud'])], 'chef'),
    person('ref-partout-1', [referent('voirie', 'voirie.chaussee')], 'chef'),
    person('ref-partout-2', [referent('voirie', 'voirie.chaussee')], 'chef'),
    person('ambassadrice', [{ role: 'ambassador', organisation: ville, department: 'grc', team: 'grc.ambassadeurs' }]),
  ],
  absences: [],
  delegations: [],
};

const pothole = { organisation: ville, department: 'voirie', team: 'voirie.chaussee', theme: 'voirie' };

describe('finding the route of a case', () => {
  it('prefers the referent of the neighbourhood', () => {
    expect(findRoute(directory, { ...pothole, quartier: 'sud' })?.holder).toBe('ref-sud');
  });

  it('falls back on those who serve every neighbourhood', () => {
    expect(findRoute(directory, { ...pothole, quartier: 'est' })?.holder).toMatch(/^ref-partout/);
  });

  it('spreads cases over equal referents, each case always to the same one', () => {
    const holders = Array.from(
      { length: 40 },
      (_, n) => findRoute(directory, { ...pothole, spreadKey: String(n) })?.holder,
    );
    expect(new Set(holders)).toEqual(new Set(['ref-partout-1', 'ref-partout-2']));
    expect(findRoute(directory, { ...pothole, spreadKey: '7' })?.holder).toBe(holders[7]);
  });

  it('gives a team without members to a referent of its department', () => {
    expect(findRoute(directory, { ...pothole, team: 'voirie.nouvelle' })?.holder).toBeDefined();
  });

  it('leaves the work of ambassadors in their common inbox', () => {
    const route = findRoute(directory, { ...pothole, department: 'grc', team: 'grc.ambassadeurs' });
    expect(route).toBeDefined();
    expect(route?.holder).toBeUndefined();
  });

  it('names the person of every office, the elected official by the theme', () => {
    expect(findRoute(directory, { ...pothole, quartier: 'nord' })).toMatchObject({
      quartier: 'nord',
      head: 'chef',
      validators: {
        headOfDepartment: 'chef',
        director: 'directeur',
        dga: 'dga',
        dgs: 'dgs',
        cabinetDirector: 'cabinet',
        electedOfficial: 'elu-voirie',
      },
    });
  });

  it('turns to the mayor when no elected official has the theme', () => {
    expect(findRoute(directory, { ...pothole, theme: 'eclairage' })?.validators.electedOfficial).toBe('maire');
  });

  it('follows the line of superiors up to the mayor', () => {
    expect(findRoute(directory, { ...pothole, quartier: 'nord' })?.superiors).toEqual({
      'ref-nord': 'chef',
      chef: 'directeur',
      directeur: 'dga',
      dga: 'dgs',
      dgs: 'maire',
      cabinet: 'maire',
      'elu-voirie': 'maire',
    });
  });

  it('never leaves the CCAS: its head, its director, its vice-president, and no other office', () => {
    const route = findRoute(directory, { ...pothole, organisation: 'ccas', department: 'aides', team: 'aides.x' });
    expect(route?.validators).toEqual({
      headOfDepartment: 'chef-aides',
      director: 'directeur-ccas',
      electedOfficial: 'vice',
    });
  });

  it('finds nothing for a department of another organisation', () => {
    expect(findRoute(directory, { ...pothole, organisation: 'ccas' })).toBeUndefined();
    expect(findRoute(directory, { ...pothole, department: 'inconnu' })).toBeUndefined();
  });
});
