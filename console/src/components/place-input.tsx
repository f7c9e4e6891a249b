import { Autocomplete, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useQuartiers, useStreets, type StreetDto } from '../api/places.js';
import type { PicturePointDto } from '../api/schema/types.generated.js';
import { typeset } from '../text/format.js';

export interface PlaceValue {
  readonly text: string;
  readonly street?: string | undefined;
  readonly quartier?: string | undefined;
  /** Where a photograph of it was taken: it stays whatever is typed. */
  readonly point?: PicturePointDto | undefined;
}

export interface PlaceInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: PlaceValue;
  readonly onChange: (value: PlaceValue) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly help?: string | undefined;
  readonly required?: boolean | undefined;
  readonly error?: string | undefined;
}

/** An address as it is said; the street index finds it, and its neighbourhood. */
export function PlaceInput({
  id,
  label,
  value,
  onChange,
  onBlur,
  help,
  required = false,
  error,
}: PlaceInputProps): ReactNode {
  const [asked] = useDebouncedValue(value.text, 150);
  const { data } = useStreets(asked);
  const streets = data?.items ?? [];
  const take = (street: StreetDto): void => {
    onChange({ text: street.address, street: street.id, quartier: street.quartier?.id, point: value.point });
  };
  const change = (text: string): void => {
    const exact = streets.find(({ address }) => address === text);
    if (exact === undefined) onChange({ text, point: value.point });
    else take(exact);
  };
  return (
    <div>
      <Autocomplete
        id={id}
        label={label}
        description={help}
        required={required}
        error={error}
        value={value.text}
        data={[...new Set(streets.map(({ address }) => address))]}
        // The index has chosen, with its tolerance for misspellings.
        filter={({ options }) => options}
        onChange={change}
        onBlur={onBlur}
        autoComplete="off"
        selectFirstOptionOnChange={false}
      />
      <QuartierLine id={id} value={value} streets={streets} onChange={onChange} />
    </div>
  );
}

interface QuartierLineProps {
  readonly id: string;
  readonly value: PlaceValue;
  readonly streets: readonly StreetDto[];
  readonly onChange: (value: PlaceValue) => void;
}

function QuartierLine({ id, value, streets, onChange }: QuartierLineProps): ReactNode {
  const { data } = useQuartiers();
  const quartiers = data?.items ?? [];
  const street = streets.find((one) => one.id === value.street);
  const known = quartiers.find((one) => one.id === value.quartier);
  if (value.text.trim() === '') return null;
  if (known !== undefined && (street === undefined || street.quartiers.length <= 1)) {
    return (
      <p className="pv-row-sub" role="status">
        {typeset(`Quartier : ${known.name}`)}
      </p>
    );
  }
  return (
    <QuartierChoice
      id={id}
      among={street === undefined || street.quartiers.length === 0 ? quartiers : street.quartiers}
      why={
        street === undefined
          ? 'Adresse inconnue de l’index : choisissez si vous le savez.'
          : 'Cette rue traverse plusieurs quartiers.'
      }
      value={value}
      onChange={onChange}
    />
  );
}

function QuartierChoice({
  id,
  among,
  why,
  value,
  onChange,
}: Pick<QuartierLineProps, 'id' | 'value' | 'onChange'> & {
  readonly among: readonly { readonly id: string; readonly name: string }[];
  readonly why: string;
}): ReactNode {
  return (
    <Select
      id={`${id}-quartier`}
      mt={4}
      label="Quartier"
      description={why}
      value={value.quartier ?? null}
      data={among.map(({ id: quartier, name }) => ({ value: quartier, label: name }))}
      clearable
      searchable
      clearButtonProps={{ 'aria-label': 'Effacer le quartier' }}
      onChange={(quartier) => {
        onChange({ ...value, quartier: quartier ?? undefined });
      }}
    />
  );
}
