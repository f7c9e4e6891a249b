import { personOf, type Directory } from '../../domain/people/directory.js';
import { personName } from '../../domain/people/person-name.js';

/** A person as screens name them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly functionTitle?: string;
}

/** The name of a person, or their id where the directory no longer knows them. `citizen` is the citizen. */
export function namedPerson(directory: Directory, id: string): NamedPerson {
  if (id === 'citizen' || id === 'public') return { id, name: 'Usager' };
  const person = personOf(directory, id);
  if (person === undefined) return { id, name: id };
  return { id, name: personName(person), functionTitle: person.functionTitle };
}

/** The name of a department, or its id. */
export function departmentName(directory: Directory, id: string): string {
  return directory.departments.find((one) => one.id === id)?.name ?? id;
}

/** The head of each department, by name: who answers for what the department says. */
export function departmentHeads({ people }: Directory): ReadonlyMap<string, string> {
  return new Map(
    people.flatMap((person) =>
      person.roles.flatMap(({ role, department }) =>
        role === 'headOfDepartment' && department !== undefined ? [[department, personName(person)] as const] : [],
      ),
    ),
  );
}

/** The name of a team, or its id. */
export function teamName(directory: Directory, id: string): string {
  return directory.teams.find((one) => one.id === id)?.name ?? id;
}
