import { uncapitalised } from '../text/french-typography.js';
import { ofPerson } from '../text/of-person.js';
import { personOf } from './directory.js';
import type { Directory } from './directory.js';
import { personName } from './person-name.js';
import type { SigningAsked, SigningPower } from './signing-power.js';

/** What a letter prints around a signature (CRPA, L212-1: first name, name and capacity of the author). */
export interface SignatureMention {
  readonly name: string;
  /** Without article: « adjointe au maire déléguée à la voirie ». */
  readonly capacity: string;
  /** « Pour le Maire et par délégation, », then the absent person when a substitute signs. */
  readonly formula?: string;
  /** « Arrêté n° 2026-AR-0104 ». */
  readonly delegationReference?: string;
}

/**
 * The words of a signature, made from the power under which it is given and never typed. Undefined where the power is
 * refused, or the signer or the organisation unknown.
 */
export function signatureMention(
  directory: Directory,
  asked: SigningAsked,
  power: SigningPower,
): SignatureMention | undefined {
  const signer = personOf(directory, asked.signer);
  const organisation = directory.organisations.find(({ id }) => id === asked.organisation);
  if (signer === undefined || organisation === undefined || power.kind === 'refused') return undefined;
  const who = { name: personName(signer), capacity: uncapitalised(signer.functionTitle) };
  if (power.kind === 'ownAuthority') return who;
  const absent = asked.onBehalfOf === undefined ? undefined : personOf(directory, asked.onBehalfOf);
  const inAbsence =
    absent === undefined
      ? ''
      : ` en l’absence ${ofPerson(personName(absent))}, ${uncapitalised(absent.functionTitle)},`;
  return {
    ...who,
    formula: `Pour ${organisation.authorityTitle} et par délégation,${inAbsence}`,
    delegationReference: `Arrêté n°\u00a0${power.delegation.arrete}`,
  };
}
