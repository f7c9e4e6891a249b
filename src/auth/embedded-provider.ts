import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { RequestHandler } from 'express';
import Provider, { type Configuration } from 'oidc-provider';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Config } from '../config/env.js';
import { embeddedKeys, type KeySet } from './embedded-keys.js';
import { createEmbeddedStore } from './embedded-store.js';
import { DEMONSTRATION_PASSWORD, loginPage } from './login-page.js';
import { escapeHtml, pageOf } from './page.js';
import type { PersonDirectory } from './person-directory.js';

const FAULTS_ALLOWED = 10;
const MINUTES_15 = 15 * 60;
const LONGEST_FORM = 4096;

/**
 * The identity provider of the demonstration, in the API's own process, mounted at `/oidc`. A real provider: the same
 * code flow, the same checks as with the town's. What it remembers is lost at a restart; our own sessions are not.
 */
export async function createEmbeddedProvider(config: Config, people: PersonDirectory): Promise<RequestHandler> {
  const keys = await embeddedKeys(config.DATA_DIR);
  const provider = new Provider(`${config.publicUrl}/oidc`, settings(config, people, keys));
  provider.proxy = config.TRUSTED_PROXIES > 0;
  const callback = provider.callback();
  const interaction = new LoginInteraction(provider, people);
  return (request, response, next) => {
    if (request.path.startsWith('/interaction/')) {
      interaction.handle(request, response).catch(next);
      return;
    }
    if (request.path === '/auth') forgetProviderSession(request, response);
    callback(request, response).catch(next);
  };
}

function settings(config: Config, people: PersonDirectory, keys: KeySet): Configuration {
  const DAY = 24 * 3600;
  return {
    adapter: createEmbeddedStore(),
    clients: [
      {
        client_id: config.OIDC_CLIENT_ID,
        client_secret: config.OIDC_CLIENT_SECRET,
        redirect_uris: [`${config.publicUrl}/auth/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: config.OIDC_CLIENT_AUTH as 'client_secret_post',
      },
    ],
    jwks: keys,
    cookies: { keys: [config.SESSION_SECRET] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => false },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/oidc/interaction/${uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 30, IdToken: 300, Interaction: 3600, Session: DAY, Grant: DAY },
    findAccount: async (_, id) => {
      const person = await people.find(id);
      if (person === undefined) return undefined;
      const { login, name, email } = person;
      const claims = { sub: id, preferred_username: login, name, email, email_verified: true };
      return { accountId: id, claims: () => claims };
    },
    // The only client is ours: nobody needs to consent.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const { clientId } = client ?? {};
      const { accountId } = session ?? {};
      const grant = new context.oidc.provider.Grant({ ...(clientId && { clientId }), ...(accountId && { accountId }) });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    renderError: (context, { error }) => {
      context.type = 'html';
      context.body = faultPage(`Le fournisseur d’identité a refusé la demande (${error}).`);
    },
  };
}

/** The page between the request for a sign-in and its answer. */
class LoginInteraction {
  private readonly faults = new RateLimiterMemory({ points: FAULTS_ALLOWED, duration: MINUTES_15 });

  constructor(
    private readonly provider: Provider,
    private readonly people: PersonDirectory,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const details = await this.provider.interactionDetails(request, response).catch(() => undefined);
    if (details === undefined) {
      send(response, 400, faultPage('Cette page de connexion est trop ancienne.'));
      return;
    }
    if (request.method === 'POST') {
      await this.submit(request, response);
      return;
    }
    const asked = new URL(request.url ?? '/', 'http://parvis').searchParams.get('login');
    const hint = details.params['login_hint'];
    const login = asked ?? (typeof hint === 'string' ? hint : '');
    send(response, 200, loginPage({ people: await this.people.all(), login }));
  }

  private async submit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (Number(request.headers['content-length'] ?? LONGEST_FORM + 1) > LONGEST_FORM) {
      send(response, 413, faultPage('L’envoi est trop volumineux.'));
      return;
    }
    const form = new URLSearchParams(await text(request));
    const login = (form.get('login') ?? '').trim().toLowerCase();
    const tried = await this.faults.get(login);
    if (tried !== null && tried.consumedPoints >= FAULTS_ALLOWED) {
      await this.again(response, login, 'Trop d’essais infructueux. Patientez un quart d’heure.');
      return;
    }
    const person = await this.people.match([login], []);
    if (person === undefined || form.get('password') !== DEMONSTRATION_PASSWORD) {
      await this.faults.penalty(login);
      await this.again(response, login, 'Identifiant ou mot de passe incorrect.');
      return;
    }
    await this.faults.delete(login);
    await this.provider.interactionFinished(request, response, { login: { accountId: person.id, remember: false } });
  }

  private async again(response: ServerResponse, login: string, error: string): Promise<void> {
    send(response, 401, loginPage({ people: await this.people.all(), login, error }));
  }
}

/**
 * Each request for a sign-in starts without the provider's own session, so that leaving Parvis and coming back as
 * somebody else works without the provider's scripted logout page, which our content policy would block.
 */
function forgetProviderSession(request: IncomingMessage, response: ServerResponse): void {
  const { cookie } = request.headers;
  if (cookie === undefined) return;
  const ended = 'path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly';
  response.setHeader('Set-Cookie', [`_session=; ${ended}`, `_session.sig=; ${ended}`]);
  request.headers.cookie = cookie
    .split(/;\s*/)
    .filter((one) => !one.startsWith('_session'))
    .join('; ');
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(html);
}

function faultPage(sentence: string): string {
  return pageOf(
    'Connexion impossible',
    `<p class="error" role="alert">${escapeHtml(sentence)}</p>\n<p><a class="button" href="/auth/login">Recommencer</a></p>`,
  );
}
