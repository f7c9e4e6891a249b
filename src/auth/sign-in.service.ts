import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { HOUR } from '../../domain/time/instant.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { recordAccess } from '../database/repositories/accounts.repository.js';
import { type Identity, OidcClient } from './oidc-client.js';
import { type KnownPerson, PersonDirectory } from './person-directory.js';
import { type PendingSignIn, regenerate, save } from './session.js';
import { SignInFailed } from './sign-in-failed.js';

/** A sign-in page may stay open over a phone call; several tabs may each have begun one. */
const PENDING_LIMIT = HOUR;
const PENDING_KEPT = 5;
/** How much the provider's clock may be behind ours, in milliseconds. */
const CLOCK_SKEW = 30_000;

/** From a click on "Se connecter" to a session; and, for a signature, from a session to a fresh authentication. */
@Injectable()
export class SignInService {
  constructor(
    private readonly oidc: OidcClient,
    private readonly people: PersonDirectory,
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** Remembers the departure in the session and says where to send the browser. */
  async depart({ session }: Request, purpose: PendingSignIn['purpose'], returnTo: string | undefined): Promise<URL> {
    const person = session.personId === undefined ? undefined : await this.people.find(session.personId);
    const { url, pending } = await this.oidc.depart({
      purpose,
      returnTo: this.localPath(returnTo),
      ...(purpose === 'reauthentication' && person ? { login: person.login } : {}),
    });
    session.pending = [...(session.pending ?? []), pending].slice(-PENDING_KEPT);
    await save(session);
    return url;
  }

  /**
   * What came back from the provider opens or confirms a session; answers the path to go on to.
   * @throws SignInFailed with the reason to show, or what the protocol's check threw
   */
  async arrive(request: Request): Promise<string> {
    const query = new URL(request.originalUrl, this.config.publicUrl).search;
    const state = new URLSearchParams(query).get('state');
    const pending = request.session.pending?.find((one) => one.state === state);
    if (pending === undefined || Date.now() - pending.startedAt > PENDING_LIMIT) throw new SignInFailed('expired');
    const identity = await this.oidc.arrive(query, pending);
    const person = await this.personOf(identity);
    if (pending.purpose === 'signIn') await this.begin(request, person, identity);
    else await this.confirm(request, { person, identity, pending });
    return pending.returnTo;
  }

  /** A new session id: one that somebody knew before the sign-in is worth nothing after it. */
  private async begin(request: Request, person: KnownPerson, identity: Identity): Promise<void> {
    await regenerate(request.session);
    const now = Date.now();
    Object.assign(request.session, {
      personId: person.id,
      csrfToken: randomBytes(24).toString('base64url'),
      signedInAt: now,
      seenAt: now,
      ...(this.config.embeddedProvider || identity.idToken === undefined ? {} : { idToken: identity.idToken }),
    });
    await save(request.session);
    await recordAccess(this.database, person.id);
  }

  /** The same person, authenticated after we asked: what a signature rests on. */
  private async confirm({ session }: Request, arrival: Arrival): Promise<void> {
    const { person, identity, pending } = arrival;
    if (session.personId !== person.id) throw new SignInFailed('other-person');
    if (!this.isFresh(identity, pending)) throw new SignInFailed('not-fresh');
    session.authentication = { id: randomUUID(), at: Date.now() };
    session.pending = (session.pending ?? []).filter((one) => one !== pending);
    await save(session);
  }

  /** A provider asked with `prompt=login` may leave the time out: the code of our own nonce is then the proof. */
  private isFresh({ authenticatedAt }: Identity, { startedAt }: PendingSignIn): boolean {
    if (authenticatedAt === undefined) return this.config.OIDC_REAUTHENTICATION === 'prompt';
    return authenticatedAt >= startedAt - CLOCK_SKEW;
  }

  private async personOf({ claims }: Identity): Promise<KnownPerson> {
    const { OIDC_SIRETS: sirets, OIDC_ACR_VALUES: levels } = this.config;
    if (sirets.length > 0 && !sirets.includes(textOf(claims['siret']))) throw new SignInFailed('wrong-organisation');
    if (levels !== undefined && !levels.split(' ').includes(textOf(claims['acr']))) throw new SignInFailed('refused');
    const named = (names: readonly string[]): readonly string[] =>
      names.map((name) => textOf(claims[name])).filter((value) => value !== '');
    const trusted = claims['email_verified'] === false ? [] : this.config.OIDC_EMAIL_CLAIMS;
    const person = await this.people.match(named(this.config.OIDC_LOGIN_CLAIMS), named(trusted));
    if (person === undefined) throw new SignInFailed('unknown-person');
    return person;
  }

  /** A path of ours, whatever was asked: a sign-in must not become a way to another site. */
  private localPath(asked: string | undefined): string {
    const { origin } = new URL(this.config.publicUrl);
    if (asked?.startsWith('/') !== true || !URL.canParse(asked, origin)) return '/';
    const url = new URL(asked, origin);
    // `/.//elsewhere.org` is a path of ours that, once normalised, a browser reads as another host.
    return url.origin === origin && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
  }
}

interface Arrival {
  readonly person: KnownPerson;
  readonly identity: Identity;
  readonly pending: PendingSignIn;
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim : '';
}
