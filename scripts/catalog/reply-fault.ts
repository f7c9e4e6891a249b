import type { CatalogFault } from '../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../src/catalog/load-catalog.js';

export type ReplyFaultWords = readonly [rule: string, message: string, advice: string];

/** A fault in the template file, on a line of it. */
export function fault(loaded: LoadedDefinition, line: number, words: ReplyFaultWords): CatalogFault {
  const [rule, message, advice] = words;
  return { file: loaded.reply.file, line, rule, pointer: '', message, advice, severity: 'error' };
}
