import type { FormField } from '../../../domain/process/process-definition.js';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import type { TemplateSection } from '../../../src/catalog/reply-template.js';
import { typeset, uncapitalised } from '../../../domain/text/french-typography.js';
import { choiceLabels } from '../choice-labels.js';
import { fault, lineSaying } from './reply-fault.js';

/** `champs.<key> == 'words'` in a condition of a letter; `words` as the catalogue sets them. */
export interface Comparison {
  readonly key: string;
  readonly operator: '==' | '!=' | 'contains';
  readonly words: string;
  /** As it is written. */
  readonly source: string;
}

const COMPARISON = /champs\.([a-zA-Z0-9]+)\s*(==|!=|contains)\s*(?:'([^']*)'|"([^"]*)")/g;

export function comparisonsOf(template: string): readonly Comparison[] {
  return [...template.matchAll(COMPARISON)].map(([source, key = '', operator, single, double]) => ({
    key,
    operator: operator as Comparison['operator'],
    words: typeset(single ?? double ?? ''),
    source,
  }));
}

/** A letter compares words: a label that no answer can have makes a passage that nobody will ever read. */
export function comparisonFaults(loaded: LoadedDefinition, section: TemplateSection): readonly CatalogFault[] {
  return comparisonsOf(section.text).flatMap((comparison) => {
    const field = loaded.definition.form.fields.find(({ key }) => key === comparison.key);
    const answers = field === undefined ? undefined : possibleAnswers(field);
    const list = field?.type === 'multiChoice';
    if (answers === undefined || answers.some((answer) => canHold(answer, comparison, list))) return [];
    const message = `« ${comparison.source} » n’est jamais vrai : aucune réponse ne se lit ainsi`;
    const advice = `écrire une réponse telle qu’elle se lit : ${answers.map((answer) => `« ${answer} »`).join(', ')}`;
    return [fault(loaded, lineSaying(loaded, comparison.source, section.line), ['reply.comparison', message, advice])];
  });
}

/** What the answer to a closed question may read as; undefined for an open one. */
function possibleAnswers(field: FormField): readonly string[] | undefined {
  return field.type === 'yesNo' ? ['oui', 'non'] : choiceLabels(field);
}

/** Several choices read as a list, where only the first keeps its capital: `contains` must find one wherever it stands. */
function canHold(answer: string, { operator, words }: Comparison, list: boolean): boolean {
  if (operator !== 'contains') return answer === words;
  return answer.includes(words) && (!list || uncapitalised(answer).includes(words));
}
