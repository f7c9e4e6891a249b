import type { ProcessSheetDto } from '../../api/processes.js';

/** The question that a fault is about, in its words. */
export function questionOf(sheet: ProcessSheetDto | undefined, [key]: readonly string[]): string {
  const fields = (sheet?.form.fields ?? []) as readonly { readonly key?: string; readonly label?: string }[];
  return fields.find((field) => field.key === key)?.label ?? 'Réponse';
}
