import type { Form, FormField } from '../../domain/process/process-definition.js';
import { longDate } from '../../domain/text/french-typography.js';
import { isLocalDate } from '../../domain/time/local-date.js';

/** The citizen's answers as a letter or a screen says them: « oui », « 4 mai 2026 », the label of the option. */
export function answersInWords(form: Form, answers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const words = form.fields.flatMap((field) => {
    const said = inWords(field, answers[field.key]);
    return said === undefined || said === '' ? [] : [[field.key, said] as const];
  });
  return Object.fromEntries(words);
}

function inWords(field: FormField, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return value.toLocaleString('fr-FR');
  if (Array.isArray(value)) return value.map((one) => inWords(field, one) ?? '').filter(Boolean).join(', ');
  if (typeof value === 'string') return isLocalDate(value) ? longDate(value) : (labelOf(field, value) ?? value);
  return addressText(value);
}

function labelOf(field: FormField, value: string): string | undefined {
  return field.options?.find((option) => option.value === value)?.label;
}

/** A place is an object with its words in `text`. */
function addressText(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' ? value.text : undefined;
}
