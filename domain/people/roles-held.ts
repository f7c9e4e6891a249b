import type { RoleHeld } from './actor.js';
import type { Directory, HeldRole, Person } from './directory.js';

/**
 * The person's roles as permissions read them: they know organisations, departments and teams only, so a director holds
 * the role once for each department of the directorate, a DGA once for each department of the division.
 */
export function rolesHeld(directory: Directory, person: Person): readonly RoleHeld[] {
  return person.roles.flatMap((held) =>
    perimetersOf(directory, held).map((perimeter) => ({ role: held.role, perimeter })),
  );
}

function perimetersOf(directory: Directory, held: HeldRole): readonly RoleHeld['perimeter'][] {
  const { organisation, department, team } = held;
  if (held.directorate === undefined && held.division === undefined) {
    return [
      {
        organisation,
        ...(department === undefined ? {} : { department }),
        ...(team === undefined ? {} : { team }),
      },
    ];
  }
  const directorates = directory.directorates
    .filter(({ id, division }) => id === held.directorate || (division !== undefined && division === held.division))
    .map(({ id }) => id);
  return directory.departments
    .filter(({ directorate }) => directorates.includes(directorate))
    .map(({ id }) => ({ organisation, department: id }));
}
