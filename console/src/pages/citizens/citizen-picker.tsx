import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { citizenName, useCitizenSearch, type CitizenDto } from '../../api/citizens.js';
import { count } from '../../text/format.js';

interface CitizenPickerProps {
  readonly label: string;
  /** The sheet that chooses: another of its sector is looked for, never itself. */
  readonly of: CitizenDto;
  readonly value: string | null;
  readonly onChange: (citizenId: string | null) => void;
}

/** Another sheet of the same sector, by name, telephone or mail. */
export function CitizenPicker({ label, of, value, onChange }: CitizenPickerProps): ReactNode {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 180);
  const { data } = useCitizenSearch({ q: asked, organisation: of.organisation, sector: of.sector });
  const found = (data?.items ?? []).filter(({ id }) => id !== of.id);
  return (
    <Select
      label={label}
      searchable
      clearable
      placeholder="Nom, téléphone ou courriel"
      nothingFoundMessage={
        asked.trim().length < 2 ? 'Tapez au moins deux lettres.' : 'Personne d’autre dans ce secteur.'
      }
      data={found.map((one) => ({ value: one.id, label: lineOf(one) }))}
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={value}
      onChange={onChange}
      clearButtonProps={{ 'aria-label': 'Effacer le choix' }}
    />
  );
}

/** Homonyms are told apart by street and number of requests. */
function lineOf(citizen: CitizenDto): string {
  const facts = [citizenName(citizen), citizen.address?.lines[0], count(citizen.cases, 'demande')];
  return facts.filter((fact) => fact !== undefined).join(' · ');
}
