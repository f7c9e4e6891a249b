import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ROLE_WORDS } from '../../../../domain/text/case-words.js';
import { useDepartments, useOrganisations, type DepartmentDto } from '../../api/places.js';
import type { RoleGivenDto } from '../../api/settings.js';

const ROLE_CHOICES = Object.entries(ROLE_WORDS)
  .filter(([role]) => role !== 'citizen')
  .map(([value, label]) => ({ value, label }));

type Reach = Omit<RoleGivenDto, 'role'>;

interface ReachChoice {
  readonly value: string;
  readonly label: string;
  readonly reach: Reach;
}

/** The roles of a person, each with where it holds: an organisation, a directorate, a department or a team. */
export function RolesField({
  roles,
  onChange,
}: {
  readonly roles: readonly RoleGivenDto[];
  readonly onChange: (roles: readonly RoleGivenDto[]) => void;
}): ReactNode {
  const [role, setRole] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const groups = useReaches();
  const choices = groups.flatMap(({ items }) => items);
  const reach = choices.find(({ value }) => value === place)?.reach;
  const add = (): void => {
    if (role === null || reach === undefined) return;
    onChange([...roles, { role: role as RoleGivenDto['role'], ...reach }]);
    setRole(null);
    setPlace(null);
  };
  return (
    <fieldset className="pv-fieldset">
      <legend>Rôles</legend>
      {roles.length === 0 ? <p>Aucun rôle : cette personne ne voit rien.</p> : null}
      <ul>
        {roles.map((one, index) => {
          const words = `${ROLE_WORDS[one.role]} (${choices.find(({ value }) => value === keyOf(one))?.label ?? keyOf(one)})`;
          return (
            <li key={`${one.role} ${keyOf(one)} ${String(index)}`}>
              {`${words} `}
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Retirer le rôle ${words}`}
                onClick={() => {
                  onChange(roles.filter((_, i) => i !== index));
                }}
              >
                Retirer
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="pv-filters">
        <Select
          id="account-role"
          label="Ajouter le rôle"
          data={ROLE_CHOICES}
          searchable
          value={role}
          onChange={setRole}
          nothingFoundMessage="Aucun rôle de ce nom"
        />
        <Select
          className="pv-grow"
          label="Dans"
          searchable
          limit={80}
          data={groups.map(({ group, items }) => ({
            group,
            items: items.map(({ value, label }) => ({ value, label })),
          }))}
          value={place}
          onChange={setPlace}
          nothingFoundMessage="Aucun service de ce nom"
        />
        <Button variant="default" disabled={role === null || reach === undefined} onClick={add}>
          Ajouter
        </Button>
      </div>
    </fieldset>
  );
}

function useReaches(): readonly { readonly group: string; readonly items: readonly ReachChoice[] }[] {
  const organisations = useOrganisations().data?.items ?? [];
  const departments = useDepartments().data?.items ?? [];
  const directorates = new Map(
    departments.map(({ organisation, directorate }) => [directorate.id, { organisation, ...directorate }]),
  );
  const choice = (label: string, reach: Reach): ReachChoice => ({ value: keyOf(reach), label, reach });
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
        teams.map((team) => choice(`${team.name} (${name})`, { organisation, department: id, team: team.id })),
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
function keyOf({ organisation, division, directorate, department, team }: Reach): string {
  if (team !== undefined) return `team ${team}`;
  if (department !== undefined) return `department ${department}`;
  if (directorate !== undefined) return `directorate ${directorate}`;
  return division === undefined ? `organisation ${organisation}` : `division ${division}`;
}
