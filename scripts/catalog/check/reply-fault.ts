import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';

/** The line of the template that says this, from one on; that line itself where none does. */
export function lineSaying(loaded: LoadedDefinition, words: string, from: number): number {
  const lines = (loaded.reply.text ?? '').split('\n');
  const index = lines.findIndex((line, at) => at >= from - 1 && line.includes(words));
  return index === -1 ? from : index + 1;
}

export type ReplyFaultWords = readonly [rule: string, message: string, advice: string];

/** A fault in the template file, on a line of it. */
export function fault(loaded: LoadedDefinition, line: number, words: ReplyFaultWords): CatalogFault {
  const [rule, message, advice] = words;
  return { file: loaded.reply.file, line, rule, pointer: '', message, advice, severity: 'error' };
}
