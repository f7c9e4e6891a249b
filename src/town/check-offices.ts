import { CHAIN_ROLES } from '../../domain/people/role.js';
import type { ChainRole } from '../../domain/people/role.js';
import { holdersOf, personOf } from '../../domain/people/directory.js';
import type { Department, Directory, HeldRole, Organisation, Person } from '../../domain/people/directory.js';
import type { OrganisationKind } from '../../domain/people/directory.js';
import { refusalOfAbsence } from '../../domain/people/substitution.js';
import type { TownFault } from './town-error.js';

/**
 * The offices a chain may ask of each kind of organisation. A CCAS has its director and its vice-president and nobody
 * else (CASF, R123-23): no DGS, no cabinet.
 */
export const CHAIN_ROLES_OF: Readonly<Record<OrganisationKind, readonly ChainRole[]>> = {
  commune: CHAIN_ROLES,
  agglomeration: CHAIN_ROLES,
  ccas: ['headOfDepartment', 'director', 'electedOfficial'],
};

/** Every department has somebody to answer and somebody in their place; every office of a chain likewise. */
export function checkOffices(directory: Directory): readonly TownFault[] {
  return [
    ...directory.departments.flatMap((department) => checkDepartment(directory, department)),
    ...directory.organisations.flatMap((organisation) => checkOrganisation(directory, organisation)),
    ...checkAbsences(directory),
    ...checkSubstitutesAreNotAlone(directory),
  ];
}

/** Departments that definitions name and this town does not have: its people must be attached before they are used. */
export function checkCatalogDepartments(
  directory: Directory,
  catalog: readonly Pick<Department, 'id' | 'organisation'>[],
): readonly TownFault[] {
  return catalog
    .filter(({ id, organisation }) => {
      const own = directory.departments.find((department) => department.id === id);
      return own?.organisation !== organisation;
    })
    .map(({ id, organisation }) => {
      const message = `le catalogue confie des démarches au service « ${id} » (${organisation}), qui manque ici.`;
      return { file: 'departments.csv', message };
    });
}

function checkDepartment(directory: Directory, { id, organisation, directorate, name }: Department): TownFault[] {
  const division = directory.directorates.find((candidate) => candidate.id === directorate)?.division;
  const referents = holdersOf(directory, { role: 'referent', organisation, department: id });
  const hasTeam = directory.teams.some(({ department }) => department === id);
  return [
    ...(hasTeam ? [] : [{ file: 'teams.csv', message: `le service ${name} (${id}) n’a aucune équipe.` }]),
    ...checkHeld(referents, `référente ou référent du service ${name} (${id})`),
    ...checkOffice(directory, { role: 'headOfDepartment', organisation, department: id }, `chef du service ${name} (${id})`),
    ...checkOffice(directory, { role: 'director', organisation, directorate }, `direction de ${directorate}`),
    ...(division === undefined
      ? []
      : checkOffice(directory, { role: 'dga', organisation, division }, `DGA du pôle ${division}`)),
  ];
}

function checkOrganisation(directory: Directory, { id, kind, name }: Organisation): TownFault[] {
  const perOrganisation = (['dgs', 'cabinetDirector', 'electedOfficial'] as const).filter((role) =>
    CHAIN_ROLES_OF[kind].includes(role),
  );
  return perOrganisation.flatMap((role) => checkOffice(directory, { role, organisation: id }, `${OFFICES[role]} (${name})`));
}

const OFFICES = { dgs: 'DGS', cabinetDirector: 'direction du cabinet', electedOfficial: 'élue ou élu' };

function checkOffice(directory: Directory, perimeter: HeldRole, office: string): TownFault[] {
  return checkHeld(holdersOf(directory, perimeter), office);
}

function checkHeld(holders: readonly Person[], office: string): TownFault[] {
  if (holders.length === 0) return [{ file: 'roles.csv', message: `personne n’est ${office}.` }];
  return holders
    .filter(({ substitutes }) => substitutes.length === 0)
    .map(({ id }) => ({ file: 'people.csv', message: `« ${id} », ${office}, n’a pas de suppléant.` }));
}

function checkAbsences(directory: Directory): TownFault[] {
  return directory.absences
    .filter((absence) => refusalOfAbsence(directory, absence) === 'substitution.loop')
    .map(({ id }) => ({ file: 'absences.csv', message: `les suppléances de l’absence « ${id} » tournent en rond.` }));
}

/** Everyone declared as a substitute can sign in and act: they hold a role. */
function checkSubstitutesAreNotAlone(directory: Directory): TownFault[] {
  return directory.people.flatMap(({ id, substitutes }) =>
    substitutes
      .filter((substitute) => personOf(directory, substitute)?.roles.length === 0)
      .map((substitute) => ({ file: 'people.csv', message: `« ${substitute} », suppléant de « ${id} », n’a aucun rôle.` })),
  );
}
