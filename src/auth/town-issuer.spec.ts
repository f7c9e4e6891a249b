import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Provider from 'oidc-provider';
import { freePort, startTinyApi, type TinyApi } from '../../test/support/tiny-api.js';
import { embeddedKeys } from './embedded-keys.js';
import { createEmbeddedStore } from './embedded-store.js';

/** A town's identity provider in the manner of ProConnect: it refuses what it does not know, and signs its userinfo. */
class TownIssuer {
  claims: Record<string, unknown> = { email: 'DGS@valmont.example', siret: '21510199900017' };
  readonly asked: URLSearchParams[] = [];
  private server: Server | undefined;
  private folder = '';

  constructor(
    readonly url: string,
    private readonly port: number,
  ) {}

  async start(redirectUri: string): Promise<void> {
    this.folder = await mkdtemp(path.join(tmpdir(), 'parvis-issuer-'));
    const provider = new Provider(this.url, {
      adapter: createEmbeddedStore(),
      jwks: await embeddedKeys(this.folder),
      clients: [
        {
          client_id: 'parvis-valmont',
          client_secret: 's'.repeat(40),
          redirect_uris: [redirectUri],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          token_endpoint_auth_method: 'client_secret_post',
          userinfo_signed_response_alg: 'RS256',
        },
      ],
      scopes: ['openid', 'email', 'siret'],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], siret: ['siret'] },
      cookies: { keys: ['k'.repeat(32)] },
      features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      pkce: { required: () => false },
      ttl: { AccessToken: 60, AuthorizationCode: 30, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...this.claims }) }),
      loadExistingGrant: async ({ oidc }) => {
        const clientId = oidc.client?.clientId ?? '';
        const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid email siret');
        await grant.save();
        return grant;
      },
    });
    const callback = provider.callback();
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', this.url);
      if (url.pathname === '/auth') this.asked.push(url.searchParams);
      if (url.pathname.startsWith('/interaction/')) {
        void provider.interactionFinished(request, response, { login: { accountId: 'sub-1' } });
      } else void callback(request, response);
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
    await rm(this.folder, { recursive: true });
  }
}

let api: TinyApi;
let issuer: TownIssuer;

beforeAll(async () => {
  const port = await freePort();
  issuer = new TownIssuer(`http://127.0.0.1:${String(port)}`, port);
  api = await startTinyApi({
    people: [{ login: 'dgs', roles: ['dgs'] }],
    env: {
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: 'parvis-valmont',
      OIDC_CLIENT_SECRET: 's'.repeat(40),
      OIDC_SCOPES: 'openid email siret',
      OIDC_PKCE: 'false',
      OIDC_USERINFO: 'true',
      OIDC_REAUTHENTICATION: 'prompt',
      OIDC_SIRETS: '21510199900017',
    },
  });
});
afterAll(async () => {
  await api.close();
  await issuer.stop();
});

describe("signing in through the town's own issuer", () => {
  it('says that the issuer is away, and works once it is back, without a restart', async () => {
    const away = await api.browser().open('/auth/login');
    expect(away.status).toBe(503);
    expect(await away.text()).toContain('Le fournisseur d’identité ne répond pas.');
    await issuer.start(`${api.url}/auth/callback`);
    expect((await api.browser().ask('/auth/login')).headers.get('location')).toContain(`${issuer.url}/auth?`);
  });

  it('matches the professional address of a signed userinfo, whatever its case', async () => {
    const browser = api.browser();
    await browser.open('/auth/login?returnTo=/healthz');
    const session = await browser.ask('/api/v1/session');
    expect(await session.json()).toMatchObject({ person: { login: 'dgs' } });
  });

  it('sends no parameter that ProConnect would refuse', () => {
    const sent = [...(issuer.asked.at(-1)?.keys() ?? [])].sort();
    expect(sent).toEqual(['client_id', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state']);
  });

  it('asks for a new authentication with prompt=login, and takes it', async () => {
    const browser = api.browser();
    await browser.open('/auth/login?returnTo=/healthz');
    await browser.open('/auth/reauthenticate?returnTo=/healthz');
    expect(issuer.asked.at(-1)?.get('prompt')).toBe('login');
    expect(issuer.asked.at(-1)?.has('max_age')).toBe(false);
    const session = await browser.ask('/api/v1/session');
    expect(await session.json()).toMatchObject({ maySignUntil: expect.any(String) as unknown });
  });

  it('goes through the logout of the issuer', async () => {
    const browser = api.browser();
    await browser.open('/auth/login?returnTo=/healthz');
    const leaving = await browser.ask('/auth/logout');
    const url = new URL(leaving.headers.get('location') ?? '');
    expect(url.href).toContain(`${issuer.url}/session/end?`);
    expect([...url.searchParams.keys()].sort()).toEqual([
      'client_id',
      'id_token_hint',
      'post_logout_redirect_uri',
      'state',
    ]);
    expect((await browser.ask('/api/v1/session')).status).toBe(401);
  });

  it('refuses an account of another organisation, and one that the town does not know', async () => {
    const { claims } = issuer;
    issuer.claims = { ...claims, siret: '99999999900017' };
    const foreign = await api.browser().open('/auth/login');
    expect([foreign.status, await foreign.text()]).toEqual([403, expect.stringContaining('n’utilise pas ce Parvis')]);
    issuer.claims = { ...claims, email: 'inconnue@valmont.example' };
    const unknown = await api.browser().open('/auth/login');
    expect([unknown.status, await unknown.text()]).toEqual([403, expect.stringContaining('n’est pas connu de Parvis')]);
    issuer.claims = { ...claims, email_verified: false };
    expect((await api.browser().open('/auth/login')).status).toBe(403);
    issuer.claims = claims;
  });

  it('shows in French that the person gave up', async () => {
    const browser = api.browser();
    const departure = await browser.ask('/auth/login');
    const state = new URL(departure.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const page = await browser.ask(
      `/auth/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer.url)}`,
    );
    expect([page.status, await page.text()]).toEqual([403, expect.stringContaining('interrompu la connexion')]);
  });
});
