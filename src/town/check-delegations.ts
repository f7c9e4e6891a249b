import { refusalOfDelegation } from '../../domain/people/delegation-rules.js';
import type { Directory } from '../../domain/people/directory.js';
import { REFUSAL_SENTENCES } from '../../domain/text/refusal-sentences.js';
import type { TownFault } from './town-error.js';

/** Delegations that the law does not allow, with the line of reasoning that says so. */
export function checkDelegations(directory: Directory): readonly TownFault[] {
  return directory.delegations.flatMap((delegation) => {
    const code = refusalOfDelegation(directory, delegation);
    if (code === undefined) return [];
    return [{ file: 'delegations.csv', message: `« ${delegation.id} » : ${REFUSAL_SENTENCES[code]}` }];
  });
}
