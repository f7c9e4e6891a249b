import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Role } from '../../../domain/people/role.js';
import { usePeople, usePerson, type PersonDto } from '../api/places.js';

export interface PersonSelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (person: string | undefined) => void;
  readonly description?: string;
  readonly required?: boolean;
  /** Only those who hold this role. */
  readonly holding?: Role;
  /** Nobody replaces or delegates to oneself. */
  readonly except?: string | undefined;
}

/** Someone of the directory, by a name, a function or a department. */
export function PersonSelect({
  id,
  label,
  value,
  onChange,
  description,
  required = false,
  holding,
  except,
}: PersonSelectProps): ReactNode {
  const [search, setSearch] = useState('');
  const { data: chosen } = usePerson(value);
  const chosenLabel = chosen === undefined ? undefined : labelOf(chosen);
  const q = search.trim() === chosenLabel ? '' : search.trim();
  const { data } = usePeople({ ...(holding === undefined ? {} : { role: holding }), ...(q.length >= 2 ? { q } : {}) });
  const people = [...(chosen === undefined ? [] : [chosen]), ...(data?.items ?? [])].filter(
    (one, index, all) => one.id !== except && all.findIndex(({ id: other }) => other === one.id) === index,
  );
  return (
    <Select
      id={id}
      className="pv-person-choice"
      label={label}
      description={description}
      required={required}
      data={people.map((person) => ({ value: person.id, label: labelOf(person) }))}
      value={value ?? null}
      onChange={(next) => {
        onChange(next ?? undefined);
      }}
      searchable
      onSearchChange={setSearch}
      // The directory has searched, by function and department too.
      filter={({ options }) => options}
      clearable
      clearButtonProps={{ 'aria-label': `Effacer : ${label}` }}
      nothingFoundMessage="Personne de ce nom"
    />
  );
}

function labelOf({ name, functionTitle }: PersonDto): string {
  return functionTitle === undefined ? name : `${name}, ${functionTitle}`;
}
