import { Button, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useQuartiers } from '../../api/places.js';

/** A stretch as it is typed. */
export interface TypedStretch {
  readonly from: string;
  readonly to: string;
  /** `both`, `even` or `odd`. */
  readonly side: string;
  readonly quartier: string;
}

export const NO_STRETCH: TypedStretch = { from: '', to: '', side: 'both', quartier: '' };

const SIDES = [
  { value: 'both', label: 'Les deux' },
  { value: 'odd', label: 'Impairs' },
  { value: 'even', label: 'Pairs' },
];

interface StretchesFieldProps {
  readonly stretches: readonly TypedStretch[];
  readonly onChange: (stretches: readonly TypedStretch[]) => void;
}

/** The numbers of a street, cut where it leaves one neighbourhood for another. */
export function StretchesField({ stretches, onChange }: StretchesFieldProps): ReactNode {
  return (
    <>
      {stretches.map((stretch, index) => (
        <StretchRow
          // They have no name of their own, and a row keeps what is typed in it.
          key={index}
          index={index}
          stretch={stretch}
          onChange={(part) => {
            onChange(stretches.map((one, i) => (i === index ? { ...one, ...part } : one)));
          }}
          onRemove={
            stretches.length === 1
              ? undefined
              : () => {
                  onChange(stretches.filter((_, i) => i !== index));
                }
          }
        />
      ))}
      <div id="street-stretches">
        <Button
          variant="default"
          onClick={() => {
            onChange([...stretches, nextOf(stretches)]);
          }}
        >
          Ajouter un tronçon
        </Button>
      </div>
    </>
  );
}

/** It goes on where the last one ends. */
function nextOf(stretches: readonly TypedStretch[]): TypedStretch {
  const last = Number(stretches.at(-1)?.to);
  return { ...NO_STRETCH, from: last > 0 ? String(last + 1) : '' };
}

interface StretchRowProps {
  readonly index: number;
  readonly stretch: TypedStretch;
  readonly onChange: (part: Partial<TypedStretch>) => void;
  readonly onRemove: (() => void) | undefined;
}

function StretchRow({ index, stretch, onChange, onRemove }: StretchRowProps): ReactNode {
  const { data } = useQuartiers();
  const id = `street-stretches-${String(index)}`;
  const name = `Tronçon ${String(index + 1)}`;
  const typed = (field: 'from' | 'to', label: string): ReactNode => (
    <TextInput
      id={`${id}-${field}`}
      label={label}
      required
      inputMode="numeric"
      maxLength={4}
      value={stretch[field]}
      onChange={(event) => {
        onChange({ [field]: event.currentTarget.value });
      }}
    />
  );
  return (
    <fieldset className="pv-fieldset" id={id}>
      <legend>{name}</legend>
      <div className="pv-filters pv-stretch">
        {typed('from', 'Du numéro')}
        {typed('to', 'Au numéro')}
        <Select
          id={`${id}-side`}
          label="Côté"
          allowDeselect={false}
          data={SIDES}
          value={stretch.side}
          onChange={(side) => {
            onChange({ side: side ?? 'both' });
          }}
        />
        <Select
          id={`${id}-quartier`}
          className="pv-grow"
          label="Quartier"
          required
          searchable
          data={(data?.items ?? []).map(({ id: value, name: label }) => ({ value, label }))}
          value={stretch.quartier === '' ? null : stretch.quartier}
          onChange={(quartier) => {
            onChange({ quartier: quartier ?? '' });
          }}
          nothingFoundMessage="Aucun quartier de ce nom"
        />
        {onRemove === undefined ? null : (
          <Button variant="subtle" aria-label={`Retirer le tronçon ${String(index + 1)}`} onClick={onRemove}>
            Retirer
          </Button>
        )}
      </div>
    </fieldset>
  );
}
