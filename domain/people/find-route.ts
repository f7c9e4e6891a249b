import type { Route } from '../case/route.js';
import { personOf, holdersOf } from './directory.js';
import type { Department, Directorate, Directory, HeldRole, Organisation, Person } from './directory.js';
import type { ChainRole } from './role.js';

/** Where a case must go: what its definition says, and where the citizen's matter lies. */
export interface RouteSought {
  readonly organisation: string;
  readonly department: string;
  readonly team: string;
  readonly theme: string;
  readonly quartier?: string;
  /** Spreads cases over equal holders, always the same way for the same key: the id of the case. */
  readonly spreadKey?: string;
}

/**
 * Finds the holder and the person of each office that may be asked about this matter. An office that the organisation
 * does not have (a CCAS has neither cabinet nor DGS) is absent from `validators`. Undefined: no such department there.
 */
export function findRoute(directory: Directory, sought: RouteSought): Route | undefined {
  const place = placeOf(directory, sought);
  if (place === undefined) return undefined;
  const holder = holderOf(directory, sought);
  const validators = validatorsOf(directory, place, sought.theme);
  const head = validators.headOfDepartment;
  const people = [holder, ...Object.values(validators)].filter((id) => id !== undefined);
  return {
    organisation: sought.organisation,
    department: sought.department,
    team: sought.team,
    ...(holder === undefined ? {} : { holder }),
    ...(sought.quartier === undefined ? {} : { quartier: sought.quartier }),
    ...(head === undefined ? {} : { head }),
    validators,
    superiors: superiorsOf(directory, people),
  };
}

interface Place {
  readonly organisation: Organisation;
  readonly department: Department;
  readonly directorate: Directorate | undefined;
}

function placeOf(directory: Directory, sought: RouteSought): Place | undefined {
  const organisation = directory.organisations.find(({ id }) => id === sought.organisation);
  const department = directory.departments.find(({ id }) => id === sought.department);
  if (organisation === undefined || department?.organisation !== organisation.id) return undefined;
  const directorate = directory.directorates.find(({ id }) => id === department.directorate);
  return { organisation, department, directorate };
}

/** A team with members but no referent (ambassadors, patrollers) takes its work from a common inbox: no holder. */
function holderOf(directory: Directory, sought: RouteSought): string | undefined {
  const { organisation, department, team } = sought;
  const ofTeam = holdersOf(directory, { role: 'referent', organisation, department, team });
  if (ofTeam.length > 0) return chosenAmong(forQuartier(ofTeam, sought), sought)?.id;
  const hasMembers = directory.people.some(({ roles }) => roles.some((held) => held.team === team));
  if (hasMembers) return undefined;
  const ofDepartment = holdersOf(directory, { role: 'referent', organisation, department });
  return chosenAmong(forQuartier(ofDepartment, sought), sought)?.id;
}

/** Those who name the neighbourhood come before those who serve them all; nobody is worse than somebody. */
function forQuartier(referents: readonly Person[], { department, team, quartier }: RouteSought): readonly Person[] {
  const rolesOf = (person: Person): readonly HeldRole[] =>
    person.roles.filter((held) => held.role === 'referent' && held.department === department && inTeam(held, team));
  const named = referents.filter((person) =>
    rolesOf(person).some((held) => quartier !== undefined && held.quartiers?.includes(quartier) === true),
  );
  if (named.length > 0) return named;
  const everywhere = referents.filter((person) => rolesOf(person).some((held) => held.quartiers === undefined));
  return everywhere.length > 0 ? everywhere : referents;
}

function inTeam(held: HeldRole, team: string): boolean {
  return held.team === undefined || held.team === team;
}

function chosenAmong(people: readonly Person[], sought: RouteSought): Person | undefined {
  if (people.length < 2) return people[0];
  return people[hashOf(sought.spreadKey ?? `${sought.theme}/${sought.quartier ?? ''}`) % people.length];
}

/** FNV-1a, 32 bits: the same on every machine, which is all that is asked of it. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

function validatorsOf(directory: Directory, place: Place, theme: string): Partial<Record<ChainRole, string>> {
  const organisation = place.organisation.id;
  const { id: department, directorate } = place.department;
  const division = place.directorate?.division;
  const first = (perimeter: HeldRole): string | undefined => holdersOf(directory, perimeter)[0]?.id;
  return withoutUndefined({
    headOfDepartment: first({ role: 'headOfDepartment', organisation, department }),
    director: first({ role: 'director', organisation, directorate }),
    dga: division === undefined ? undefined : first({ role: 'dga', organisation, division }),
    dgs: first({ role: 'dgs', organisation }),
    cabinetDirector: first({ role: 'cabinetDirector', organisation }),
    electedOfficial: electedOfficialFor(directory, place.organisation, theme),
  });
}

/** The first elected official named for the theme (the law wants an order between two), else one for all, else the authority. */
function electedOfficialFor(directory: Directory, organisation: Organisation, theme: string): string {
  const officials = holdersOf(directory, { role: 'electedOfficial', organisation: organisation.id })
    .filter(({ id }) => id !== organisation.authority)
    .map(({ id, roles }) => ({
      id,
      roles: roles.filter((held) => held.role === 'electedOfficial' && held.organisation === organisation.id),
    }));
  const named = officials.find(({ roles }) => roles.some(({ themes }) => themes?.includes(theme) === true));
  const general = officials.find(({ roles }) => roles.some(({ themes }) => themes === undefined));
  return (named ?? general)?.id ?? organisation.authority;
}

function superiorsOf(directory: Directory, people: readonly string[]): Record<string, string> {
  const superiors: Record<string, string> = {};
  const waiting = [...people];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const superior = personOf(directory, id)?.superior;
    if (superior === undefined || superiors[id] !== undefined) continue;
    superiors[id] = superior;
    waiting.push(superior);
  }
  return superiors;
}

function withoutUndefined(
  offices: Readonly<Record<ChainRole, string | undefined>>,
): Partial<Record<ChainRole, string>> {
  return Object.fromEntries(Object.entries(offices).filter(([, person]) => person !== undefined));
}
