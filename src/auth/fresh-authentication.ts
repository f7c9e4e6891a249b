import type { Actor, Authentication } from '../../domain/people/actor.js';
import { MINUTE } from '../../domain/time/instant.js';
import { Refusal } from '../http/refusal.js';

/** For how long a new authentication allows to sign. */
export const FRESH_FOR = 5 * MINUTE;

/** The authentication if it is recent enough at `now`. */
export function stillFresh(authentication: Authentication | undefined, now: number): Authentication | undefined {
  return authentication !== undefined && now - authentication.at < FRESH_FOR ? authentication : undefined;
}

/**
 * The authentication under which a signature is given: its id goes into the command.
 * @throws Refusal `auth.reauthentication-required`: the screen sends the person to `/auth/reauthenticate?returnTo=…`
 */
export function freshAuthentication(actor: Actor): Authentication {
  const authentication = stillFresh(actor.authentication, Date.now());
  if (authentication === undefined) throw new Refusal('auth.reauthentication-required');
  return authentication;
}
