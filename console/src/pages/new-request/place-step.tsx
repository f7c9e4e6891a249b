import type { ReactNode } from 'react';
import type { ProcessSheetDto } from '../../api/schema/types.generated.js';
import { PlaceInput } from '../../components/place-input.js';
import { PhotoPlace } from './photo-place.js';
import { placeKeyOf } from './request-form.js';
import { StepTitle, type StepProps } from './step.js';

/** ③ Where; the neighbourhood follows from the address. */
export function PlaceStep({
  prefix,
  form,
  onChange,
  onBlur,
  sheet,
}: StepProps & { readonly sheet: ProcessSheetDto | undefined }): ReactNode {
  const key = placeKeyOf(sheet);
  const fields = (sheet?.form.fields ?? []) as readonly {
    readonly key?: string;
    readonly required?: boolean;
    readonly help?: string;
  }[];
  const asked = fields.find((field) => field.key === key);
  return (
    <section className="pv-step" aria-labelledby={`${prefix}-step-where`}>
      <StepTitle id={`${prefix}-step-where`} rank={3} title="Le lieu" />
      <PlaceInput
        id={`${prefix}-place`}
        label="Adresse ou lieu"
        help={asked?.help}
        required={asked?.required ?? false}
        value={form.place}
        onChange={(place) => {
          onChange({ place });
        }}
        onBlur={onBlur}
      />
      {key === undefined ? null : <PhotoPlace form={form} onChange={onChange} />}
    </section>
  );
}
