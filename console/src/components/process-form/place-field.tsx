import type { FieldProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { PlaceInput } from '../place-input.js';

interface PlaceAnswer {
  readonly label?: string;
  readonly street?: string;
  readonly quartier?: string;
}

/** A question about a place, answered as it is said. */
export function PlaceField({
  fieldPathId,
  schema,
  formData,
  required,
  onChange,
  rawErrors,
  errorSchema,
}: FieldProps<PlaceAnswer | undefined>): ReactNode {
  const { label = '', street, quartier } = formData ?? {};
  const inner = (errorSchema as { label?: { __errors?: string[] } } | undefined)?.label?.__errors ?? [];
  const faults = [...(rawErrors ?? []), ...inner];
  return (
    <PlaceInput
      id={fieldPathId.$id}
      label={schema.title ?? 'Lieu'}
      required={required}
      error={faults.length === 0 ? undefined : faults[0]}
      value={{ text: label, street, quartier }}
      onChange={(next) => {
        const answer = {
          label: next.text,
          ...(next.street === undefined ? {} : { street: next.street }),
          ...(next.quartier === undefined ? {} : { quartier: next.quartier }),
        };
        onChange(next.text === '' ? undefined : answer, fieldPathId.path);
      }}
    />
  );
}
