import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Config } from '../config/env.js';
import { Refusal } from '../http/refusal.js';
import type { PendingSignIn } from './session.js';

/** What the identity provider says of the person, once checked. */
export interface Identity {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Milliseconds; absent when the provider does not tell. */
  readonly authenticatedAt?: number;
  readonly idToken?: string;
}

/** Where to send the browser, and what to remember until it comes back. */
export interface Departure {
  readonly url: URL;
  readonly pending: PendingSignIn;
}

interface Wish extends Pick<PendingSignIn, 'purpose' | 'returnTo'> {
  /** The account of the person who must authenticate again. */
  readonly login?: string;
}

/**
 * The authorization code flow with whatever issuer the town configured. Every optional parameter can be switched off:
 * ProConnect refuses a request with one that it does not know (Y000400).
 */
@Injectable()
export class OidcClient {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(private readonly config: Config) {}

  /** The start of a sign-in, or of the new authentication that a signature asks for. */
  async depart({ purpose, returnTo, login }: Wish): Promise<Departure> {
    const provider = await this.provider();
    const pending: PendingSignIn = {
      state: secret(),
      nonce: secret(),
      ...(this.config.OIDC_PKCE ? { verifier: oidc.randomPKCECodeVerifier() } : {}),
      returnTo,
      purpose,
      startedAt: Date.now(),
    };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.redirectUri,
      scope: this.config.OIDC_SCOPES,
      state: pending.state,
      nonce: pending.nonce,
      ...(await pkceOf(pending)),
      ...(this.config.OIDC_ACR_VALUES === undefined ? {} : { acr_values: this.config.OIDC_ACR_VALUES }),
      ...(purpose === 'reauthentication' ? this.againParameters() : {}),
      // Only where we know that the parameter is accepted, and that its accounts are ours.
      ...(this.config.embeddedProvider && login !== undefined ? { login_hint: login } : {}),
    });
    return { url, pending };
  }

  /** Exchanges the code that came back and checks everything the protocol asks. Throws openid-client's errors. */
  async arrive(query: string, pending: PendingSignIn): Promise<Identity> {
    const provider = await this.provider();
    const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${this.redirectUri}${query}`), {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      ...(pending.verifier === undefined ? {} : { pkceCodeVerifier: pending.verifier }),
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('no identity token');
    const more = this.config.OIDC_USERINFO
      ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
      : undefined;
    return {
      claims: { ...more, ...claims },
      ...(claims.auth_time === undefined ? {} : { authenticatedAt: claims.auth_time * 1000 }),
      ...(tokens.id_token === undefined ? {} : { idToken: tokens.id_token }),
    };
  }

  /** Where to send the browser so that the provider forgets the person too; undefined where it has no such page. */
  async logoutUrl(idToken: string | undefined): Promise<URL | undefined> {
    if (this.config.embeddedProvider || idToken === undefined) return undefined;
    const provider = await this.provider();
    if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(provider, {
      id_token_hint: idToken,
      state: secret(),
      post_logout_redirect_uri: `${this.config.publicUrl}/`,
    });
  }

  private get redirectUri(): string {
    return `${this.config.publicUrl}/auth/callback`;
  }

  private againParameters(): Record<string, string> {
    return this.config.OIDC_REAUTHENTICATION === 'prompt' ? { prompt: 'login' } : { max_age: '0' };
  }

  /** Found once, at the first sign-in: the API starts, and serves whoever is signed in, while the issuer is away. */
  private async provider(): Promise<oidc.Configuration> {
    this.discovered ??= this.discover();
    try {
      return await this.discovered;
    } catch {
      this.discovered = undefined;
      throw new Refusal('http.unavailable', { retryAfter: 10 });
    }
  }

  private async discover(): Promise<oidc.Configuration> {
    const issuer = new URL(this.config.OIDC_ISSUER ?? `${this.config.publicUrl}/oidc`);
    const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: clientSecret } = this.config;
    const metadata = { client_secret: clientSecret, id_token_signed_response_alg: this.config.OIDC_ID_TOKEN_ALG };
    const byPost = this.config.OIDC_CLIENT_AUTH === 'client_secret_post';
    const authentication = byPost ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret);
    const insecure = issuer.protocol === 'http:' && !this.config.inProduction;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- named so to stand out: never in production, see above
    const relaxed = insecure ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(issuer, id, metadata, authentication, {
      timeout: 10,
      execute: [...relaxed, checkSignatures],
    });
  }
}

/** A userinfo or an identity token signed with a key that is not the provider's is refused, https or not. */
function checkSignatures(configuration: oidc.Configuration): void {
  oidc.enableNonRepudiationChecks(configuration);
}

async function pkceOf({ verifier }: PendingSignIn): Promise<Record<string, string>> {
  if (verifier === undefined) return {};
  return { code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' };
}

/** 43 characters: ProConnect wants at least 32 for `state` and `nonce`. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}
