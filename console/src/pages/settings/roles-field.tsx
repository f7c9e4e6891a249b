import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ROLE_WORDS } from '../../../../domain/text/case-words.js';
import type { RoleGivenDto } from '../../api/settings.js';
import { reachKey, useReaches } from './reaches.js';

const ROLE_CHOICES = Object.entries(ROLE_WORDS)
  .filter(([role]) => role !== 'citizen')
  .map(([value, label]) => ({ value, label }));

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
    <fieldset className="pv-fieldset" id="account-roles">
      <legend>Rôles</legend>
      {roles.length === 0 ? <p>Aucun rôle : cette personne ne voit rien.</p> : null}
      <ul>
        {roles.map((one, index) => {
          const words = `${ROLE_WORDS[one.role]} (${choices.find(({ value }) => value === reachKey(one))?.label ?? reachKey(one)})`;
          return (
            <li key={`${one.role} ${reachKey(one)} ${String(index)}`}>
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
