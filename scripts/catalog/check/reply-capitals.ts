import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import type { TemplateSection } from '../../../src/catalog/reply-template.js';
import { BEGINS_WITH_CAPITAL, choiceLabels, labelWithName } from '../choice-labels.js';
import { fault, lineSaying } from './reply-fault.js';
import type { ReplyFaultWords } from './reply-fault.js';

/** `{{ champs.key | filters }}`, with what stands before it on its line. */
const OUTPUT = /\{\{\s*champs\.([a-zA-Z0-9]+)\s*(\|[^}]*)?\}\}/g;
const TAGS = /\{%[^%]*%\}/g;

/**
 * The label of a choice begins with a capital, as it is read in the form; printed in the middle of a sentence it would look
 * pasted in. It is lowered there (`| downcase`), or quoted when the capital of a name would be lost with it.
 */
export function capitalFaults(loaded: LoadedDefinition, section: TemplateSection): readonly CatalogFault[] {
  return section.text.split('\n').flatMap((line) =>
    [...line.matchAll(OUTPUT)].flatMap((match) => {
      const words = faultOf(loaded, match, line.slice(0, match.index).replaceAll(TAGS, ''));
      return words === undefined ? [] : [fault(loaded, lineSaying(loaded, match[0], section.line), words)];
    }),
  );
}

function faultOf(
  loaded: LoadedDefinition,
  [source, key = '', filters = '']: RegExpExecArray,
  before: string,
): ReplyFaultWords | undefined {
  const field = loaded.definition.form.fields.find((one) => one.key === key);
  const labels = field === undefined ? undefined : choiceLabels(field);
  if (labels === undefined) return undefined;
  const named = labelWithName(labels);
  const advice = `écrire ${named === undefined ? `{{ champs.${key} | downcase }}` : `« {{ champs.${key} }} », entre guillemets`}`;
  if (!filters.includes('downcase')) {
    if (BEGINS_WITH_CAPITAL.test(before)) return undefined;
    return ['reply.capital', `« ${source} » met une majuscule au milieu d’une phrase`, advice];
  }
  if (named === undefined) return undefined;
  return ['reply.capital', `« downcase » ôte la majuscule d’un nom dans « ${named} »`, advice];
}
