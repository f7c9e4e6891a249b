import { MultiSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useProcessSearch } from '../api/processes.js';

export interface ChosenProcess {
  readonly id: string;
  readonly name: string;
}

interface ProcessSelectProps {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly value: readonly ChosenProcess[];
  readonly onChange: (processes: readonly ChosenProcess[]) => void;
}

/** Some processes of the catalogue, found by words. */
export function ProcessSelect({ id, label, description, value, onChange }: ProcessSelectProps): ReactNode {
  const [search, setSearch] = useState('');
  const q = search.trim();
  const { data } = useProcessSearch({ q, limit: 20 }, q.length >= 2);
  const found = q.length < 2 ? [] : (data?.items ?? []).map((one) => ({ id: one.id, name: one.title }));
  const known = [...value, ...found.filter((one) => value.every((other) => other.id !== one.id))];
  return (
    <MultiSelect
      id={id}
      className="pv-grow"
      label={label}
      description={description}
      data={known.map((one) => ({ value: one.id, label: one.name }))}
      value={value.map((one) => one.id)}
      onChange={(ids) => {
        onChange(known.filter((one) => ids.includes(one.id)));
      }}
      searchable
      onSearchChange={setSearch}
      // The catalogue has searched, in the words of citizens too.
      filter={({ options }) => options}
      hidePickedOptions
      clearable
      clearButtonProps={{ 'aria-label': `Effacer : ${label}` }}
      nothingFoundMessage={q.length < 2 ? 'Deux lettres au moins' : 'Aucun processus'}
    />
  );
}
