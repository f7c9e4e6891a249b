import type { FormField } from '../../domain/process/process-definition.js';

/** How the answers to a choice may read; undefined for what is not one. */
export function choiceLabels({ type, options = [] }: FormField): readonly string[] | undefined {
  return type === 'choice' || type === 'multiChoice' ? options.map(({ label }) => label) : undefined;
}

/** The first label with a capital beyond its own, as of a name: lowered, it would lose it. */
export function labelWithName(labels: readonly string[]): string | undefined {
  return labels.find((label) => /\p{Lu}/u.test(label.slice(1)));
}

/** After these a sentence, a list or a quotation begins, and the label of a choice keeps its capital. */
export const BEGINS_WITH_CAPITAL = /(?:^|[.!?:«–-])\s*$/;
