import { personOf } from '../../domain/people/directory.js';
import type { Delegation, Directory, Organisation, Person } from '../../domain/people/directory.js';
import type { Role } from '../../domain/people/role.js';
import type { TownFault } from './town-error.js';

const MAY_SIGN: readonly Role[] = ['electedOfficial', 'dgs', 'dga', 'director', 'headOfDepartment'];
const MAY_SIGN_IN_CCAS: readonly Role[] = ['electedOfficial', 'director'];

/**
 * Delegations that the law does not allow: to an agent outside the closed list of CGCT L2122-19 and L5211-9 (a directeur
 * de cabinet is not in it); in a CCAS to anyone but its vice-president and its director (CASF, R123-23); of a power that
 * the authority named does not have; of a function to somebody who was not elected.
 */
export function checkDelegations(directory: Directory): readonly TownFault[] {
  return directory.delegations.flatMap((delegation) => {
    const message = faultOf(directory, delegation);
    return message === undefined ? [] : [{ file: 'delegations.csv', message: `« ${delegation.id} » : ${message}` }];
  });
}

function faultOf(directory: Directory, delegation: Delegation): string | undefined {
  const organisation = directory.organisations.find(({ id }) => id === delegation.organisation);
  const delegate = personOf(directory, delegation.person);
  if (organisation === undefined || delegate === undefined) return undefined;
  if (delegation.authority !== organisation.authority) {
    return `« ${delegation.authority} » ne peut pas déléguer le pouvoir de « ${organisation.authority} » (${organisation.name}).`;
  }
  if (delegation.kind === 'function' && !holds(delegate, ['electedOfficial'])) {
    return 'une délégation de fonction ne va qu’à une élue ou un élu ; écrivez signature.';
  }
  return holds(delegate, allowedIn(organisation)) ? undefined : refusalFor(organisation);
}

function holds({ roles }: Person, allowed: readonly Role[]): boolean {
  return roles.some(({ role }) => allowed.includes(role));
}

function allowedIn({ kind }: Organisation): readonly Role[] {
  return kind === 'ccas' ? MAY_SIGN_IN_CCAS : MAY_SIGN;
}

function refusalFor({ kind }: Organisation): string {
  return kind === 'ccas'
    ? 'au CCAS, seuls la vice-présidence et la direction peuvent recevoir une délégation (CASF, art. R. 123-23).'
    : 'seuls élus, DGS, DGA, directeurs et chefs de service peuvent recevoir une délégation (CGCT, art. L. 2122-18 et L. 2122-19).';
}
