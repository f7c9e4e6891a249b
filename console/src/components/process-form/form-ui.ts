import type { UiSchema } from '@rjsf/utils';

interface Property {
  readonly type?: string;
  readonly oneOf?: readonly unknown[];
}

/** Up to so many choices are all shown; more are a list to search. */
const SHOWN_CHOICES = 5;

/** How each question is asked, from its type in the definition. */
export function uiFor(form: { readonly schema: object; readonly ui: object }, hidden: readonly string[]): UiSchema {
  const given: Readonly<Record<string, unknown>> = { ...form.ui };
  const properties = propertiesOf(form.schema);
  const entries = Object.entries(given).map(([key, ui]) => {
    if (key.startsWith('ui:')) return [key, ui];
    const property = properties.get(key) ?? {};
    const widget = hidden.includes(key)
      ? { 'ui:widget': 'hidden', 'ui:field': undefined }
      : widgetOf(property, ui as UiSchema);
    const { 'ui:options': _ours, ...rest } = ui as UiSchema;
    return [key, { ...rest, ...widget }];
  });
  return { ...(Object.fromEntries(entries) as UiSchema), 'ui:submitButtonOptions': { norender: true } };
}

function widgetOf({ type, oneOf }: Property, ui: UiSchema): UiSchema {
  const options = (ui['ui:options'] ?? {}) as { readonly fieldType?: string };
  switch (options.fieldType) {
    case 'place':
      return { 'ui:field': 'place' };
    case 'attachment':
      return { 'ui:field': 'attachment' };
    case 'longText':
      return { 'ui:widget': 'textarea' };
    case 'date':
    case 'time':
    case 'email':
      // The browser's own: typed or picked, and known to assistive techniques.
      return { 'ui:widget': 'text', 'ui:options': { inputType: options.fieldType } };
    case 'phone':
      return { 'ui:options': { inputType: 'tel' } };
    case 'person':
      return { birthDate: { 'ui:widget': 'text', 'ui:options': { inputType: 'date' } } };
    case 'yesNo':
      return { 'ui:widget': 'radio', 'ui:options': { inline: true } };
    case 'multiChoice':
      return { 'ui:widget': 'checkboxes' };
    default:
      return type === 'string' && oneOf !== undefined && oneOf.length <= SHOWN_CHOICES ? { 'ui:widget': 'radio' } : {};
  }
}

interface SchemaPart {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly allOf?: readonly { readonly then?: SchemaPart }[];
}

/** Questions that always show, and those that an answer brings. */
function propertiesOf({ properties = {}, allOf = [] }: SchemaPart): ReadonlyMap<string, Property> {
  const later = allOf.flatMap(({ then }) => (then === undefined ? [] : [...propertiesOf(then)]));
  return new Map([...Object.entries(properties), ...later]);
}
