import type { LocalDate } from '../time/local-date.js';
import type { Delegation, Directory } from './directory.js';

/** A signature about to be given: by whom, for whom, about what. */
export interface SigningAsked {
  readonly signer: string;
  /** The absent person whose task it is. */
  readonly onBehalfOf?: string;
  readonly organisation: string;
  readonly theme: string;
  readonly on: LocalDate;
}

export type SigningPower =
  /** The mayor or president signs by right. */
  | { readonly kind: 'ownAuthority' }
  | { readonly kind: 'delegated'; readonly delegation: Delegation }
  | { readonly kind: 'refused'; readonly code: 'delegation.missing' | 'delegation.expired' };

/**
 * Whether the signer may sign for that organisation on that matter and day, checked at the moment of signing. Holding
 * an office is not enough: only the authority or a delegation in force gives the power, and to be somebody's substitute
 * gives none.
 */
export function signingPower(directory: Directory, asked: SigningAsked): SigningPower {
  const organisation = directory.organisations.find(({ id }) => id === asked.organisation);
  if (organisation?.authority === asked.signer) return { kind: 'ownAuthority' };
  const fitting = directory.delegations.filter((delegation) => fits(delegation, asked));
  const inForce = fitting.filter(({ from, to }) => from <= asked.on && asked.on <= to);
  const delegation = inForce.find(({ inAbsenceOf }) => inAbsenceOf !== undefined) ?? inForce[0];
  if (delegation !== undefined) return { kind: 'delegated', delegation };
  const expired = fitting.some(({ to }) => to < asked.on);
  return { kind: 'refused', code: expired ? 'delegation.expired' : 'delegation.missing' };
}

function fits(delegation: Delegation, { signer, onBehalfOf, organisation, theme }: SigningAsked): boolean {
  return (
    delegation.person === signer &&
    delegation.organisation === organisation &&
    (delegation.matters === undefined || delegation.matters.includes(theme)) &&
    (delegation.inAbsenceOf === undefined || delegation.inAbsenceOf === onBehalfOf)
  );
}
