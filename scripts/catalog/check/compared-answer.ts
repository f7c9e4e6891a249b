import type { Condition } from '../../../domain/process/runnable.js';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { faultIn } from './check-rule.js';
import { isPossible } from './form-rules.js';

/** A condition where it is written, and the rules that it may break. */
interface Compared {
  readonly condition: Condition;
  readonly pointer: string;
  /** The answer does not travel with the case, or can never be this one. */
  readonly unknown: string;
  readonly sensitive: string;
}

/** What a step or a clock compares must travel with the case: a routing answer, and none of a sensitive request. */
export function comparedFaults(loaded: LoadedDefinition, compared: Compared): readonly CatalogFault[] {
  const { form, sensitive } = loaded.definition;
  const { pointer, condition } = compared;
  if (sensitive) {
    const message = 'une condition ferait sortir une réponse d’un dossier sensible';
    const advice = `retirer ${pointer.split('/').at(-1) ?? ''}`;
    return [faultIn(loaded, { rule: compared.sensitive, pointer, message, advice })];
  }
  const asked = form.fields.find(({ key }) => key === condition.field);
  if (asked?.routing === true && isPossible(asked, condition.equals)) return [];
  const message = `la condition compare « ${condition.field} », qui n’est pas une question d’aiguillage avec cette valeur`;
  const advice = 'nommer une question routing: true et l’une de ses valeurs';
  return [faultIn(loaded, { rule: compared.unknown, pointer, message, advice })];
}
