import { Controller, Post } from '@nestjs/common';
import { startTinyApi, type TinyApi } from '../../test/support/tiny-api.js';
import { Actor, Allow, Public } from './allow.js';
import { freshAuthentication } from './fresh-authentication.js';
import { PersonDirectory } from './person-directory.js';

@Controller('trial')
class TrialController {
  @Post('sign')
  @Allow('task.sign')
  sign(@Actor() actor: Actor): { authenticationId: string } {
    return { authenticationId: freshAuthentication(actor).id };
  }

  @Post('answer')
  @Allow('task.answer')
  answer(@Actor() actor: Actor): { personId: string } {
    return { personId: actor.personId };
  }

  @Post('public')
  @Public()
  open(): { done: true } {
    return { done: true };
  }
}

let api: TinyApi;

beforeAll(async () => {
  const people = [
    { login: 'dgs', roles: ['dgs'] },
    { login: 'maire', roles: ['electedOfficial'] },
    { login: 'patrouille1', roles: ['patroller'] },
  ];
  api = await startTinyApi({ controllers: [TrialController], people });
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => api.close());

/** Ten seconds on: what was read before is read again. */
function momentsLater(): void {
  const now = Date.now.bind(Date);
  jest.spyOn(Date, 'now').mockImplementation(() => now() + 10_000);
}

async function problemCode(response: Response): Promise<unknown> {
  return ((await response.json()) as { code: unknown }).code;
}

describe('signing in through the embedded provider', () => {
  it('leads from the address asked to that address, signed in', async () => {
    const browser = api.browser();
    const last = await browser.signIn('dgs', { at: '/auth/login?returnTo=%2Ffin%3Fonglet%3D2' });
    expect(last.headers.get('location')).toBe('/fin?onglet=2');
    const session = (await (await browser.ask('/api/v1/session')).json()) as Record<string, unknown>;
    expect(session).toMatchObject({
      person: { id: 'p-dgs', login: 'dgs', name: 'Camille dgs' },
      roles: [{ role: 'dgs', organisation: 'ville', departments: ['voirie'] }],
    });
    expect(session['maySignUntil']).toBeUndefined();
  });

  it('asks the provider with a state and a nonce of at least 32 characters, and a code challenge', async () => {
    const departure = await api.browser().ask('/auth/login');
    const query = new URL(departure.headers.get('location') ?? '').searchParams;
    expect(query.get('state')?.length).toBeGreaterThanOrEqual(32);
    expect(query.get('nonce')?.length).toBeGreaterThanOrEqual(32);
    expect(query.get('code_challenge_method')).toBe('S256');
  });

  it('gives a new session id at the sign-in, so that one known before is worth nothing', async () => {
    const browser = api.browser();
    await browser.ask('/auth/login');
    const before = browser.cookie('parvis');
    await browser.signIn('dgs');
    expect(before).toBeDefined();
    expect(browser.cookie('parvis')).not.toBe(before);
    const thief = api.browser();
    thief.setCookie('parvis', before ?? '');
    expect((await thief.ask('/api/v1/session')).status).toBe(401);
  });

  it('says in French that the password is wrong, on the page itself', async () => {
    const browser = api.browser();
    const page = await browser.signIn('dgs', { password: 'autre' });
    expect(page.status).toBe(401);
    expect(await page.text()).toContain('Identifiant ou mot de passe incorrect.');
    expect((await browser.ask('/api/v1/session')).status).toBe(401);
  });

  it('stops guessing at one account after ten failures, and says for how long', async () => {
    const browser = api.browser();
    for (let attempt = 0; attempt < 10; attempt += 1) await browser.signIn('maire', { password: 'autre' });
    const page = await browser.signIn('maire');
    expect(await page.text()).toContain('Patientez un quart d’heure');
    expect((await browser.ask('/api/v1/session')).status).toBe(401);
  });

  it('never leads to another site', async () => {
    for (const elsewhere of [
      'https://exemple.org/fin',
      '//exemple.org/fin',
      '/\\exemple.org/fin',
      '/.//exemple.org/fin',
    ]) {
      const browser = api.browser();
      const last = await browser.signIn('dgs', { at: `/auth/login?returnTo=${encodeURIComponent(elsewhere)}` });
      expect(new URL(last.headers.get('location') ?? '/', api.url).origin).toBe(api.url);
    }
  });

  it('shows a French page when the answer belongs to no departure of this browser', async () => {
    const page = await api.browser().ask('/auth/callback?code=abc&state=inconnu');
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('trop ancienne, ou a été ouverte dans un autre navigateur');
  });

  it('refuses a person the town no longer employs, in the middle of their session', async () => {
    const local = await startTinyApi({ people: [{ login: 'partante', roles: ['referent'] }] });
    const browser = local.browser();
    await browser.signIn('partante');
    expect((await browser.ask('/api/v1/session')).status).toBe(200);
    local.database.people = [];
    local.app.get(PersonDirectory, { strict: false }).forget();
    expect((await browser.ask('/api/v1/session')).status).toBe(401);
    expect(local.database.sessions.size).toBe(0);
    await local.close();
  });
});

describe('signing', () => {
  it('asks for a new authentication, and accepts the same person who has just given it', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    const refused = await browser.ask('/api/v1/trial/sign', { method: 'POST', body: {} });
    expect([refused.status, await problemCode(refused)]).toEqual([403, 'auth.reauthentication-required']);
    await browser.signIn('dgs', { at: '/auth/reauthenticate?returnTo=/fin' });
    const accepted = await browser.ask('/api/v1/trial/sign', { method: 'POST', body: {} });
    expect(accepted.status).toBe(201);
    expect(await accepted.json()).toEqual({ authenticationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown });
  });

  it('asks the password again although the provider has just seen the person', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    const page = await browser.open('/auth/reauthenticate?returnTo=/fin');
    const html = await page.text();
    expect(html).toContain('Mot de passe');
    expect(html).toContain('value="dgs"');
  });

  it('refuses the authentication of somebody else', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    const page = await browser.signIn('patrouille1', { at: '/auth/reauthenticate?returnTo=/fin' });
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('un autre compte');
    const refused = await browser.ask('/api/v1/trial/sign', { method: 'POST', body: {} });
    expect(await problemCode(refused)).toBe('auth.reauthentication-required');
  });

  it('counts for five minutes only', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    await browser.signIn('dgs', { at: '/auth/reauthenticate?returnTo=/fin' });
    for (const { sess } of api.database.sessions.values()) {
      const authentication = sess['authentication'] as { at: number } | undefined;
      if (authentication !== undefined) authentication.at -= 5 * 60_000;
    }
    momentsLater();
    const refused = await browser.ask('/api/v1/trial/sign', { method: 'POST', body: {} });
    expect(await problemCode(refused)).toBe('auth.reauthentication-required');
  });
});

describe('what a session allows', () => {
  it('is nothing without signing in, except on public routes', async () => {
    const browser = api.browser();
    const refused = await browser.ask('/api/v1/trial/answer', { method: 'POST', body: {} });
    expect([refused.status, await problemCode(refused)]).toEqual([401, 'auth.required']);
    expect((await browser.ask('/api/v1/trial/public', { method: 'POST', body: {} })).status).toBe(201);
  });

  it('is what one of the roles may do at all', async () => {
    const browser = api.browser();
    await browser.signIn('patrouille1');
    const refused = await browser.ask('/api/v1/trial/answer', { method: 'POST', body: {} });
    expect([refused.status, await problemCode(refused)]).toEqual([403, 'auth.forbidden']);
  });

  it('changes nothing without the token of the session', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    const headers = { 'x-csrf-token': 'un-autre' };
    const refused = await browser.ask('/api/v1/trial/answer', { method: 'POST', body: {}, headers });
    expect([refused.status, await problemCode(refused)]).toEqual([403, 'auth.invalid-csrf-token']);
    expect((await browser.ask('/api/v1/trial/answer', { method: 'POST', body: {} })).status).toBe(201);
  });

  it('changes nothing from a page of another site, token or not', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    const headers = { origin: 'https://exemple.org' };
    const refused = await browser.ask('/api/v1/trial/answer', { method: 'POST', body: {}, headers });
    expect([refused.status, await problemCode(refused)]).toEqual([403, 'auth.foreign-origin']);
  });

  it('ends when the person leaves', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    const kept = browser.cookie('parvis') ?? '';
    expect((await browser.ask('/api/v1/session')).status).toBe(200);
    expect((await browser.ask('/auth/logout')).headers.get('location')).toBe('/');
    const later = api.browser();
    later.setCookie('parvis', kept);
    expect((await later.ask('/api/v1/session')).status).toBe(401);
  });

  it('ends after twelve hours, however busy', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    for (const { sess } of api.database.sessions.values()) sess['signedInAt'] = Date.now() - 12 * 3_600_000 - 1;
    momentsLater();
    expect((await browser.ask('/api/v1/session')).status).toBe(401);
  });

  it('costs one query for what a screen asks at once, and no write', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    momentsLater();
    api.database.statements.length = 0;
    await browser.ask('/api/v1/session');
    await browser.ask('/api/v1/trial/answer', { method: 'POST', body: {} });
    const ofSessions = api.database.statements.filter((sql) => sql.includes('"sessions"'));
    expect(ofSessions).toEqual([expect.stringMatching(/^SELECT sess/)]);
  });

  it('is over a moment after another process ended it', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    await browser.ask('/api/v1/session');
    api.database.sessions.clear();
    momentsLater();
    expect((await browser.ask('/api/v1/session')).status).toBe(401);
  });

  it('is written again once in five minutes of use', async () => {
    const browser = api.browser();
    await browser.signIn('dgs');
    for (const { sess } of api.database.sessions.values()) sess['seenAt'] = Date.now() - 6 * 60_000;
    momentsLater();
    api.database.statements.length = 0;
    await browser.ask('/api/v1/session');
    await browser.ask('/api/v1/session');
    expect(api.database.statements.filter((sql) => sql.startsWith('INSERT'))).toHaveLength(1);
  });
});
