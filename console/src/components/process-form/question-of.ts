import type { ProcessSheetDto } from '../../api/processes.js';
import { typeset } from '../../text/format.js';
import type { AnswerFault } from './validator.js';

/** A fault of an answer away from its question: what it is about, and what is wrong. */
export function saidAfar(sheet: ProcessSheetDto | undefined, { path, text, missing }: AnswerFault): string {
  return missing === true ? text : typeset(`${questionOf(sheet, path)} : ${text}`);
}

/** The question that a fault is about, in its words. */
function questionOf(sheet: ProcessSheetDto | undefined, [key]: readonly string[]): string {
  const fields = (sheet?.form.fields ?? []) as readonly { readonly key?: string; readonly label?: string }[];
  return fields.find((field) => field.key === key)?.label ?? 'Réponse';
}
