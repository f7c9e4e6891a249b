import type { Department, Directory, Person } from '../../domain/people/directory.js';
import { actingFor } from '../../domain/people/substitution.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { OrganisationSheet } from '../town/town.js';
import { definedOf } from '../http/defined-of.js';
import type { AwayDto, DepartmentDto, OrganisationDto, PeopleQueryDto, PersonDto } from './people.dto.js';
import { foldWords } from '../../domain/text/fold-words.js';
import { headOf, namedPerson } from './person-names.js';

/** A person of the directory, with who acts for them today. */
export function describePerson(person: Person, directory: Directory, today: LocalDate): PersonDto {
  const acting = actingFor(directory, person.id, { on: today });
  const absent = acting?.person !== person.id;
  return {
    ...namedPerson(directory, person.id),
    email: person.email,
    phone: person.phone,
    roles: person.roles.map((held) => ({ ...held, words: ROLE_WORDS[held.role] })),
    ...(person.superior === undefined ? {} : { superior: namedPerson(directory, person.superior) }),
    absent,
    away: awayOf(person.id, directory, today),
    ...(absent && acting !== undefined ? { substitute: namedPerson(directory, acting.person) } : {}),
  };
}

function awayOf(personId: string, directory: Directory, today: LocalDate): readonly AwayDto[] {
  return directory.absences
    .filter(({ person, from, to }) => person === personId && from <= today && today <= to)
    .map(({ to, processes, message }) => {
      const [processId] = processes ?? [];
      const acting = actingFor(directory, personId, { on: today, ...definedOf({ processId }) });
      const substitute = acting === undefined ? undefined : namedPerson(directory, acting.person);
      return { to, ...definedOf({ processes, message, substitute }) };
    });
}

export function describeDepartment(department: Department, directory: Directory): DepartmentDto {
  const { id, name, organisation, directorate, closedOn } = department;
  const head = headOf(directory, department);
  const above = directory.directorates.find((one) => one.id === directorate);
  const division = directory.divisions.find((one) => one.id === above?.division && one.organisation === organisation);
  return {
    id,
    name,
    organisation,
    directorate: { id: directorate, name: above?.name ?? directorate },
    ...(division === undefined ? {} : { division: { id: division.id, name: division.name } }),
    ...(head === undefined ? {} : { head: namedPerson(directory, head.id) }),
    ...definedOf({ closedOn }),
    teams: directory.teams.filter((team) => team.department === id).map((team) => ({ id: team.id, name: team.name })),
  };
}

export function describeOrganisation(sheet: OrganisationSheet, directory: Directory): OrganisationDto {
  const { id, name, kind, legalName, address, phone, email, website, calendar, authority } = sheet;
  return {
    id,
    name,
    kind,
    legalName,
    addressLines: [...address.lines, `${address.postalCode} ${address.city}`],
    phone,
    email,
    website,
    hours: calendar.hoursText,
    authority: namedPerson(directory, authority),
  };
}

/** The people a list is narrowed to, in the directory's order. */
export function findPeople(directory: Directory, query: Omit<PeopleQueryDto, 'cursor' | 'limit'>): readonly Person[] {
  const words = foldWords(query.q ?? '')
    .split(' ')
    .filter(Boolean);
  return directory.people.filter(
    (person) => hasRole(person, query) && words.every((word) => textOf(person, directory).includes(` ${word}`)),
  );
}

function hasRole(
  { roles }: Person,
  { role, department, organisation, team }: Omit<PeopleQueryDto, 'cursor' | 'limit'>,
): boolean {
  return roles.some(
    (held) =>
      (role === undefined || held.role === role) &&
      (department === undefined || held.department === department) &&
      (organisation === undefined || held.organisation === organisation) &&
      (team === undefined || held.team === team),
  );
}

function textOf(person: Person, directory: Directory): string {
  const places = person.roles.map((held) => directory.departments.find(({ id }) => id === held.department)?.name ?? '');
  return ` ${foldWords([person.firstName, person.lastName, person.functionTitle, ...places].join(' '))}`;
}
