import type { Absence, Delegation, Department, Directorate, Directory } from '../../domain/people/directory.js';
import type { Division, HeldRole, Organisation, Person, Team } from '../../domain/people/directory.js';
import { DELEGATION_KINDS } from '../../domain/people/directory.js';
import { ROLES } from '../../domain/people/role.js';
import type { CsvLine, TownFolder } from './csv-table.js';
import { idsOf, readTable } from './csv-table.js';

/** Ids that other files name. */
export interface KnownIds {
  readonly organisations: ReadonlySet<string>;
  readonly quartiers: ReadonlySet<string>;
}

/** Reads who works where, with every id checked. */
export function readDirectory(
  source: TownFolder,
  organisations: readonly Organisation[],
  known: KnownIds,
): Directory {
  const places = readPlaces(source, known);
  const people = readPeople(source, { ...known, ...idsOfPlaces(places) });
  const ids = new Set(people.map(({ id }) => id));
  return {
    organisations,
    ...places,
    people,
    absences: readAbsences(source, ids),
    delegations: readDelegations(source, { ...known, people: ids }),
  };
}

type Places = Pick<Directory, 'divisions' | 'directorates' | 'departments' | 'teams'>;

function readPlaces(source: TownFolder, { organisations }: KnownIds): Places {
  const divisionLines = readTable(source, 'divisions.csv', ['id', 'organisation', 'name']);
  const divisionIds = idsOf(divisionLines);
  const directorateLines = readTable(source, 'directorates.csv', ['id', 'organisation', 'division', 'name']);
  const directorateIds = idsOf(directorateLines);
  const departmentLines = readTable(source, 'departments.csv', ['id', 'organisation', 'directorate', 'name']);
  const departmentIds = idsOf(departmentLines);
  const teamLines = readTable(source, 'teams.csv', ['id', 'department', 'name']);
  idsOf(teamLines);
  return {
    divisions: divisionLines.map((line): Division => ({
      id: line.text('id'),
      organisation: line.reference('organisation', organisations),
      name: line.text('name'),
    })),
    directorates: directorateLines.map((line): Directorate => ({
      id: line.text('id'),
      organisation: line.reference('organisation', organisations),
      ...given('division', line.optionalReference('division', divisionIds)),
      name: line.text('name'),
    })),
    departments: departmentLines.map((line): Department => ({
      id: line.text('id'),
      organisation: line.reference('organisation', organisations),
      directorate: line.reference('directorate', directorateIds),
      name: line.text('name'),
    })),
    teams: teamLines.map((line) => readTeam(line, departmentIds)),
  };
}

function readTeam(line: CsvLine, departments: ReadonlySet<string>): Team {
  const team = { id: line.text('id'), department: line.reference('department', departments), name: line.text('name') };
  if (!team.id.startsWith(`${team.department}.`)) {
    line.fault(`l’identifiant d’une équipe commence par celui de son service : « ${team.department}.… ».`);
  }
  return team;
}

interface PlaceIds {
  readonly divisions: ReadonlySet<string>;
  readonly directorates: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
}

function idsOfPlaces({ divisions, directorates, departments, teams }: Places): PlaceIds {
  const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));
  return {
    divisions: ids(divisions),
    directorates: ids(directorates),
    departments: ids(departments),
    teams: ids(teams),
  };
}

const PERSON_COLUMNS = ['id', 'login', 'firstName', 'lastName', 'gender', 'functionTitle', 'email', 'phone'];

function readPeople(source: TownFolder, known: KnownIds & PlaceIds): readonly Person[] {
  const lines = readTable(source, 'people.csv', [...PERSON_COLUMNS, 'superior', 'substitutes', 'anonymised']);
  const ids = idsOf(lines);
  idsOf(lines, 'login');
  const roles = readRoles(source, known, ids);
  return lines.map((line) => readPerson(line, ids, roles));
}

function readPerson(line: CsvLine, ids: ReadonlySet<string>, roles: ReadonlyMap<string, readonly HeldRole[]>): Person {
  const id = line.text('id');
  const substitutes = line.references('substitutes', ids);
  if (substitutes.includes(id)) line.fault('personne ne peut être son propre suppléant.');
  const email = line.text('email');
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) line.fault(`email vaut « ${email} », qui n’est pas une adresse.`);
  const gender = line.optional('gender') === undefined ? undefined : line.oneOf('gender', ['f', 'm']);
  return {
    id,
    login: line.text('login'),
    firstName: line.text('firstName'),
    lastName: line.text('lastName'),
    ...given('gender', gender),
    functionTitle: line.text('functionTitle'),
    email,
    phone: line.text('phone'),
    roles: roles.get(id) ?? [],
    ...given('superior', line.optionalReference('superior', ids)),
    substitutes,
    ...(line.optional('anonymised') === undefined ? {} : { anonymised: true }),
  };
}

function readRoles(
  source: TownFolder,
  known: KnownIds & PlaceIds,
  people: ReadonlySet<string>,
): ReadonlyMap<string, readonly HeldRole[]> {
  const perimeter = ['organisation', 'division', 'directorate', 'department', 'team', 'quartiers', 'themes'];
  const roles = new Map<string, HeldRole[]>();
  for (const line of readTable(source, 'roles.csv', ['person', 'role', ...perimeter])) {
    const person = line.reference('person', people);
    const quartiers = line.references('quartiers', known.quartiers);
    const themes = line.words('themes');
    const held: HeldRole = {
      role: line.oneOf('role', ROLES),
      organisation: line.reference('organisation', known.organisations),
      ...given('division', line.optionalReference('division', known.divisions)),
      ...given('directorate', line.optionalReference('directorate', known.directorates)),
      ...given('department', line.optionalReference('department', known.departments)),
      ...given('team', line.optionalReference('team', known.teams)),
      ...(quartiers.length === 0 ? {} : { quartiers }),
      ...(themes.length === 0 ? {} : { themes }),
    };
    roles.set(person, [...(roles.get(person) ?? []), held]);
  }
  return roles;
}

function readAbsences(source: TownFolder, people: ReadonlySet<string>): readonly Absence[] {
  const lines = readTable(source, 'absences.csv', ['id', 'person', 'from', 'to', 'substitutes']);
  idsOf(lines);
  return lines.map((line) => ({
    id: line.text('id'),
    person: line.reference('person', people),
    ...readPeriod(line),
    substitutes: line.references('substitutes', people),
  }));
}

function readDelegations(
  source: TownFolder,
  known: KnownIds & { readonly people: ReadonlySet<string> },
): readonly Delegation[] {
  const columns = ['id', 'person', 'authority', 'organisation', 'kind', 'matters', 'inAbsenceOf', 'from', 'to', 'arrete'];
  const lines = readTable(source, 'delegations.csv', columns);
  idsOf(lines);
  return lines.map((line) => {
    const matters = line.words('matters');
    return {
      id: line.text('id'),
      person: line.reference('person', known.people),
      authority: line.reference('authority', known.people),
      organisation: line.reference('organisation', known.organisations),
      kind: line.oneOf('kind', DELEGATION_KINDS),
      ...(matters.length === 0 ? {} : { matters }),
      ...given('inAbsenceOf', line.optionalReference('inAbsenceOf', known.people)),
      ...readPeriod(line),
      arrete: line.text('arrete'),
    };
  });
}

function readPeriod(line: CsvLine): Pick<Absence, 'from' | 'to'> {
  const period = { from: line.date('from'), to: line.date('to') };
  if (period.to < period.from) line.fault('la date « to » précède la date « from ».');
  return period;
}

/** A field that is there only when it has a value. */
function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);
}
