import type { Instant } from '../time/instant.js';
import type { Role } from './role.js';

/**
 * Where a role holds. The narrowest key given decides: a team, else departments of an organisation, else an
 * organisation; without any of them, what a perimeter limits is out of reach. A sector narrows further.
 */
export interface Perimeter {
  readonly organisation?: string;
  /** Of that organisation: one for a head, those of a directorate or of a division for a director or a DGA. */
  readonly departments?: readonly string[];
  readonly team?: string;
  readonly sector?: string;
}

/** One role of a person, within one perimeter; a person may hold the same one twice. */
export interface RoleHeld {
  readonly role: Role;
  readonly perimeter: Perimeter;
}

/** An absent person in whose place the actor may act today, and the rule (absence or delegation id) that allows it. */
export interface Substitution {
  readonly personId: string;
  readonly rule: string;
  /** Absent: in all of their work. */
  readonly processes?: readonly string[];
}

/** The last time a person proved who they are, as the identity provider said. */
export interface Authentication {
  readonly id: string;
  readonly at: Instant;
}

/** A signed-in person of the town hall, as every permission check sees them. */
export interface Actor {
  readonly personId: string;
  readonly roles: readonly RoleHeld[];
  readonly sessionId: string;
  /** Present for five minutes after the person authenticated again in order to sign. */
  readonly authentication?: Authentication;
  readonly substitutesFor: readonly Substitution[];
}

/** Whose work is the actor's today: all of it or, of whoever is away for some processes, that of those. */
export interface Share {
  readonly persons: readonly string[];
  readonly processes?: readonly string[];
}

/** The actor and those whose whole work falls to them today; then each of those whose work of some processes does. */
export function sharesOf({ personId, substitutesFor }: Actor): readonly [Share, ...Share[]] {
  const whole = substitutesFor.filter(({ processes }) => processes === undefined);
  const inPart = substitutesFor.flatMap((one) =>
    one.processes === undefined ? [] : [{ persons: [one.personId], processes: one.processes }],
  );
  return [{ persons: [personId, ...whole.map((one) => one.personId)] }, ...inPart];
}

/** The actor, and those whose work of that process falls to them today. */
export function selfAndReplacedIn(actor: Actor, processId: string): readonly string[] {
  return sharesOf(actor)
    .filter(({ processes }) => processes === undefined || processes.includes(processId))
    .flatMap(({ persons }) => persons);
}

/** The substitution under which the actor stands for that person in work of that process. */
export function standingFor(actor: Actor, personId: string, processId: string): Substitution | undefined {
  return actor.substitutesFor.find(
    (one) => one.personId === personId && (one.processes === undefined || one.processes.includes(processId)),
  );
}
