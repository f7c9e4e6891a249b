import { holdersOf, personOf, type Department, type Directory, type Person } from '../../domain/people/directory.js';
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

/** Who answers for what a department says: its head, the first of the directory where there are several. */
export function headOf(
  directory: Directory,
  { id, organisation }: Pick<Department, 'id' | 'organisation'>,
): Person | undefined {
  return holdersOf(directory, { role: 'headOfDepartment', organisation, department: id })[0];
}

/** The name of the head of a department; undefined where it has none. */
export function headName(directory: Directory, departmentId: string): string | undefined {
  const department = directory.departments.find(({ id }) => id === departmentId);
  const head = department === undefined ? undefined : headOf(directory, department);
  return head === undefined ? undefined : personName(head);
}

/** The name of a team, or its id. */
export function teamName(directory: Directory, id: string): string {
  return directory.teams.find((one) => one.id === id)?.name ?? id;
}
