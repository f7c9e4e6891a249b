import type { FormField } from '../../domain/process/process-definition.js';

/** How the answers to a choice may read; undefined for what is not one. */
export function choiceLabels({ type, options = [] }: FormField): readonly string[] | undefined {
  return type === 'choice' || type === 'multiChoice' ? options.map(({ label }) => label) : undefined;
}
