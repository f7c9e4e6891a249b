import { assertNever } from '../lib/assert-never.js';
import { personOf } from './directory.js';
import type { Directory, Person } from './directory.js';
import type { SigningAsked, SigningPower } from './signing-power.js';

/**
 * The lines above a signature, made from the power under which it is given and never typed: quality, then name, and the
 * arrêté where there is one (CRPA, L212-1: name, first name and quality of the author). Empty for a refused power.
 */
export function signatureMention(directory: Directory, asked: SigningAsked, power: SigningPower): readonly string[] {
  const signer = personOf(directory, asked.signer);
  const organisation = directory.organisations.find(({ id }) => id === asked.organisation);
  if (signer === undefined || organisation === undefined) return [];
  const title = organisation.authorityTitle;
  switch (power.kind) {
    case 'ownAuthority':
      return [`${capitalised(title)},`, nameOf(signer)];
    case 'delegated':
      return [
        `Pour ${title} et par délégation,`,
        ...absentLine(directory, asked),
        `${signer.functionTitle},`,
        nameOf(signer),
        `(arrêté n° ${power.delegation.arrete})`,
      ];
    case 'refused':
      return [];
    default:
      return assertNever(power);
  }
}

function absentLine(directory: Directory, { onBehalfOf }: SigningAsked): readonly string[] {
  const absent = onBehalfOf === undefined ? undefined : personOf(directory, onBehalfOf);
  return absent === undefined ? [] : [`en l’absence de ${nameOf(absent)}, ${uncapitalised(absent.functionTitle)},`];
}

function nameOf({ firstName, lastName }: Person): string {
  return `${firstName} ${lastName}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** « Directrice » becomes « directrice », an acronym stays. */
function uncapitalised(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
