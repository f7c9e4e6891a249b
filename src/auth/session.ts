import type { RequestHandler, Response } from 'express';
import session, { type Session } from 'express-session';
import type { Authentication } from '../../domain/people/actor.js';
import { HOUR, MINUTE } from '../../domain/time/instant.js';
import type { Config } from '../config/env.js';
import type { Database } from '../database/database.js';
import { sessionStores } from './session-store.js';

/** Without a request for so long, a session ends. */
export const IDLE_LIMIT = 4 * HOUR;
/** However busy, a session ends after a day's work. */
export const ABSOLUTE_LIMIT = 12 * HOUR;
/** How often a busy session is written again: every request would cost one more write. */
const RENEWED_EVERY = 5 * MINUTE;

/** A sign-in on its way through the identity provider. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier?: string;
  readonly returnTo: string;
  /** `reauthentication`: the person who is signed in proves who they are once more, in order to sign. */
  readonly purpose: 'signIn' | 'reauthentication';
  readonly startedAt: number;
}

declare module 'express-session' {
  interface SessionData {
    personId: string;
    /** Sent back in `X-CSRF-Token` with everything that changes something. */
    csrfToken: string;
    signedInAt: number;
    seenAt: number;
    authentication: Authentication;
    pending: readonly PendingSignIn[];
    /** For the provider's own logout. */
    idToken: string;
  }
}

export type ParvisSession = Session & Partial<session.SessionData>;

/** Over https, the prefix binds the cookie to this very host and to the secure channel. */
export function cookieNameOf(config: Config): string {
  return isSecure(config) ? '__Host-parvis' : 'parvis';
}

/** What reads and writes the session of a request, on each side of the door. */
export interface Sessions {
  readonly ofRequests: RequestHandler;
  readonly ofSignIn: RequestHandler;
}

/** Sessions kept in Postgres: a restart of the API signs nobody out, and one that is ended is gone at once. */
export function createSessions(config: Config, database: Database): Sessions {
  const stores = sessionStores(database);
  const over = (store: session.Store): RequestHandler =>
    session({
      name: cookieNameOf(config),
      secret: config.SESSION_SECRET,
      resave: false,
      saveUninitialized: false,
      rolling: false,
      // Behind a proxy that ends TLS, only its header says that the person came over https.
      proxy: isSecure(config) ? true : undefined,
      cookie: { httpOnly: true, sameSite: 'lax', secure: isSecure(config), path: '/', maxAge: IDLE_LIMIT },
      store,
    });
  return { ofRequests: over(stores.ofRequests), ofSignIn: over(stores.ofSignIn) };
}

/** Removes the cookie of an ended session from the browser. */
export function forgetCookie(response: Response, config: Config): void {
  response.clearCookie(cookieNameOf(config), { httpOnly: true, sameSite: 'lax', secure: isSecure(config), path: '/' });
}

/** When the session ends at the latest, whatever its holder does. */
export function endOf(current: ParvisSession): number {
  return (current.signedInAt ?? 0) + ABSOLUTE_LIMIT;
}

/** Marks the session as used, at most every five minutes; that alone makes it be written. */
export function renew(current: ParvisSession, now: number): void {
  if (now - (current.seenAt ?? 0) < RENEWED_EVERY) return;
  current.seenAt = now;
  current.cookie.maxAge = Math.max(0, Math.min(IDLE_LIMIT, endOf(current) - now));
}

/** express-session speaks in callbacks. */
export async function regenerate(current: ParvisSession): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    current.regenerate((error: unknown) => { settle(error, resolve, reject); }); // prettier-ignore
  });
}

export async function save(current: ParvisSession): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    current.save((error: unknown) => { settle(error, resolve, reject); }); // prettier-ignore
  });
}

export async function destroy(current: ParvisSession): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    current.destroy((error: unknown) => { settle(error, resolve, reject); }); // prettier-ignore
  });
}

function settle(error: unknown, resolve: () => void, reject: (reason: Error) => void): void {
  if (error === undefined || error === null) resolve();
  else reject(error instanceof Error ? error : new Error('session store'));
}

function isSecure(config: Config): boolean {
  return config.publicUrl.startsWith('https:');
}
