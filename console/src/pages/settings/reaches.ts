import { useDepartments, useOrganisations, type DepartmentDto } from '../../api/places.js';
import type { RoleGivenDto } from '../../api/settings.js';

export type Reach = Omit<RoleGivenDto, 'role'>;

interface ReachChoice {
  readonly value: string;
  readonly label: string;
  readonly reach: Reach;
}

/** Every place in which a role may hold, the widest first; nobody is given one in a department that closed. */
export function useReaches(): readonly { readonly group: string; readonly items: readonly ReachChoice[] }[] {
  const organisations = useOrganisations().data?.items ?? [];
  const departments = (useDepartments().data?.items ?? []).filter(({ closedOn }) => closedOn === undefined);
  const directorates = new Map(
    departments.map(({ organisation, directorate }) => [directorate.id, { organisation, ...directorate }]),
  );
  const choice = (label: string, reach: Reach): ReachChoice => ({ value: reachKey(reach), label, reach });
  return [
    { group: 'Toute une organisation', items: organisations.map(({ id, name }) => choice(name, { organisation: id })) },
    {
      group: 'Un pôle',
      items: divisionsOf(departments).map(({ id, name, organisation }) => choice(name, { organisation, division: id })),
    },
    {
      group: 'Une direction',
      items: [...directorates.values()].map(({ id, name, organisation }) =>
        choice(name, { organisation, directorate: id }),
      ),
    },
    {
      group: 'Un service',
      items: departments.map(({ id, name, organisation }) => choice(name, { organisation, department: id })),
    },
    {
      group: 'Une équipe',
      items: departments.flatMap(({ id, name, organisation, teams }) =>
        teams.map((team) =>
          choice(team.name.startsWith(name) ? team.name : `${team.name} (${name})`, {
            organisation,
            department: id,
            team: team.id,
          }),
        ),
      ),
    },
  ];
}

function divisionsOf(
  departments: readonly DepartmentDto[],
): readonly { readonly id: string; readonly name: string; readonly organisation: string }[] {
  const all = departments.flatMap(({ division, organisation }) =>
    division === undefined ? [] : [{ organisation, ...division }],
  );
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** The narrowest place named: it alone says where the role ends. */
export function reachKey({ organisation, division, directorate, department, team }: Reach): string {
  if (team !== undefined) return `team ${team}`;
  if (department !== undefined) return `department ${department}`;
  if (directorate !== undefined) return `directorate ${directorate}`;
  return division === undefined ? `organisation ${organisation}` : `division ${division}`;
}
