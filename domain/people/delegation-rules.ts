import { personOf } from './directory.js';
import type { Delegation, Directory, Organisation, Person } from './directory.js';
import type { Role } from './role.js';

const MAY_SIGN: readonly Role[] = ['electedOfficial', 'dgs', 'dga', 'director', 'headOfDepartment'];
const MAY_SIGN_IN_CCAS: readonly Role[] = ['electedOfficial', 'director'];

export type DelegationRefusal =
  | 'delegation.dates-reversed'
  | 'delegation.not-its-power'
  | 'delegation.function-without-mandate'
  | 'delegation.not-in-ccas'
  | 'delegation.not-allowed';

/**
 * Why the law does not allow a delegation: to an agent outside the closed list of CGCT L2122-19 and L5211-9 (a directeur
 * de cabinet is not in it); in a CCAS to anyone but its vice-president and its director (CASF, R123-23); of a power that
 * the authority named does not have; of a function to somebody who was not elected. Whom the directory does not know is
 * another question.
 */
export function refusalOfDelegation(directory: Directory, delegation: Delegation): DelegationRefusal | undefined {
  if (delegation.to < delegation.from) return 'delegation.dates-reversed';
  const organisation = directory.organisations.find(({ id }) => id === delegation.organisation);
  const delegate = personOf(directory, delegation.person);
  if (organisation === undefined || delegate === undefined) return undefined;
  if (delegation.authority !== organisation.authority) return 'delegation.not-its-power';
  if (delegation.kind === 'function' && !holds(delegate, ['electedOfficial']))
    return 'delegation.function-without-mandate';
  return delegateRefusal(organisation, delegate);
}

function delegateRefusal({ kind }: Organisation, delegate: Person): DelegationRefusal | undefined {
  if (kind === 'ccas') return holds(delegate, MAY_SIGN_IN_CCAS) ? undefined : 'delegation.not-in-ccas';
  return holds(delegate, MAY_SIGN) ? undefined : 'delegation.not-allowed';
}

function holds({ roles }: Person, allowed: readonly Role[]): boolean {
  return roles.some(({ role }) => allowed.includes(role));
}
