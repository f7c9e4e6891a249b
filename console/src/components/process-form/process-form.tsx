import Form from '@rjsf/mantine';
import type { UiSchema } from '@rjsf/utils';
import { useMemo, type ReactNode } from 'react';
import { AttachmentField } from './attachment-field.js';
import { FieldGroup } from './field-group.js';
import { uiFor } from './form-ui.js';
import { PlaceField } from './place-field.js';
import { inFrench } from './renderer-words.js';
import { nestFaults, validator, type AnswerFault } from './validator.js';

export interface ProcessFormProps {
  /** `form` of a process sheet. */
  readonly form: { readonly schema: object; readonly ui: object };
  readonly idPrefix: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void;
  readonly onBlur?: () => void;
  readonly faults: readonly AnswerFault[];
  /** Questions already answered elsewhere on the screen. */
  readonly hidden?: readonly string[];
}

const fields = { place: PlaceField, attachment: AttachmentField };
const templates = { ObjectFieldTemplate: FieldGroup };

/** The questions of a process, as its designers wrote them. Submitting is the screen's: this is a part of it. */
export function ProcessForm({
  form,
  idPrefix,
  value,
  onChange,
  onBlur,
  faults,
  hidden = [],
}: ProcessFormProps): ReactNode {
  const hiddenKeys = hidden.join(' ');
  const ui = useMemo<UiSchema>(() => uiFor(form, hiddenKeys.split(' ')), [form, hiddenKeys]);
  const extraErrors = useMemo(() => nestFaults(faults), [faults]);
  return (
    <Form
      tagName="div"
      schema={form.schema}
      uiSchema={ui}
      validator={validator}
      idPrefix={idPrefix}
      formData={value}
      fields={fields}
      templates={templates}
      extraErrors={extraErrors}
      showErrorList={false}
      noHtml5Validate
      translateString={inFrench}
      experimental_defaultFormStateBehavior={{ emptyObjectFields: 'skipDefaults' }}
      onChange={({ formData }) => {
        onChange((formData ?? {}) as Readonly<Record<string, unknown>>);
      }}
      {...(onBlur === undefined ? {} : { onBlur })}
    >
      <span />
    </Form>
  );
}
