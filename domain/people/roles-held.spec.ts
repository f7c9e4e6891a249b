import type { Directory, HeldRole, Person } from './directory.js';
import { rolesHeld } from './roles-held.js';

const directory: Directory = {
  organisations: [],
  divisions: [{ id: 'technique', organisation: 'ville', name: 'Technique' }],
  directorates: [
    { id: 'espace-public', organisation: 'ville', division: 'technique', name: 'Espace public' },
    { id: 'batiments', organisation: 'ville', division: 'technique', name: 'Bâtiments' },
    { id: 'social', organisation: 'ccas', name: 'CCAS' },
  ],
  departments: [
    { id: 'voirie', organisation: 'ville', directorate: 'espace-public', name: 'Voirie' },
    { id: 'eclairage', organisation: 'ville', directorate: 'espace-public', name: 'Éclairage' },
    { id: 'erp', organisation: 'ville', directorate: 'batiments', name: 'ERP' },
    { id: 'aides', organisation: 'ccas', directorate: 'social', name: 'Aides' },
  ],
  teams: [],
  people: [],
  absences: [],
  delegations: [],
};

function perimetersOf(held: HeldRole): readonly object[] {
  const person: Person = {
    id: 'p',
    login: 'p',
    firstName: 'Aube',
    lastName: 'Clairvent',
    functionTitle: 'Agent',
    email: 'p@valmont.example',
    phone: '03 53 01 99 99',
    roles: [held],
    substitutes: [],
  };
  return rolesHeld(directory, person).map(({ perimeter }) => perimeter);
}

describe('roles as permissions read them', () => {
  it('keep organisation, department and team', () => {
    expect(perimetersOf({ role: 'dgs', organisation: 'ville' })).toEqual([{ organisation: 'ville' }]);
    expect(
      perimetersOf({ role: 'referent', organisation: 'ville', department: 'voirie', team: 'voirie.chaussee' }),
    ).toEqual([{ organisation: 'ville', department: 'voirie', team: 'voirie.chaussee' }]);
  });

  it('hold a director for each department of the directorate', () => {
    expect(perimetersOf({ role: 'director', organisation: 'ville', directorate: 'espace-public' })).toEqual([
      { organisation: 'ville', department: 'voirie' },
      { organisation: 'ville', department: 'eclairage' },
    ]);
  });

  it('hold a DGA for each department of the division, and never for those of another organisation', () => {
    expect(perimetersOf({ role: 'dga', organisation: 'ville', division: 'technique' })).toEqual([
      { organisation: 'ville', department: 'voirie' },
      { organisation: 'ville', department: 'eclairage' },
      { organisation: 'ville', department: 'erp' },
    ]);
  });
});
