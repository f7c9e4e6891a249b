import { randomUUID } from 'node:crypto';
import { aPothole, call, type Reply } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Simulation {
  readonly dueOn: string;
  readonly days: readonly { readonly date: string; readonly counted: boolean; readonly words?: string }[];
}
interface Hours {
  readonly organisation: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly hoursText: string;
  readonly version: number;
}
interface Account {
  readonly id: string;
  readonly version: number;
}

const hall = runningTownHall();
afterAll(() => hall.close());

const RECEIVED = encodeURIComponent('2026-07-10T16:50:00+02:00');
const SIMULATION = `organisation=ccas&receivedAt=${RECEIVED}&n=2&kind=workingDays`;

describe('closures and opening hours', () => {
  it('simulate a date over a public holiday, and a suspension that moves it', async () => {
    const admin = await hall.as('admin');
    const { body } = await call<Simulation>(admin, `GET /calendars/simulation?${SIMULATION}`);
    expect(body.dueOn).toBe('2026-07-15');
    expect(body.days.find(({ date }) => date === '2026-07-14')).toMatchObject({ counted: false });
    const paused = await call<Simulation>(
      admin,
      `GET /calendars/simulation?${SIMULATION}&pausedFrom=2026-07-13&pausedTo=2026-07-15`,
    );
    expect(paused.body.dueOn).toBe('2026-07-17');
  });

  it('put a closure in force at once, for administrators alone', async () => {
    const admin = await hall.as('admin');
    const closure = { organisation: 'ccas', date: '2026-07-15', kind: 'closed', label: 'Pont du 14 juillet' };
    expect((await call(await hall.as('ambassadrice1'), 'POST /closures', { body: closure })).status).toBe(403);
    expect((await call(admin, 'POST /closures', { body: closure })).status).toBe(201);
    const moved = await call<Simulation>(admin, `GET /calendars/simulation?${SIMULATION}`);
    expect(moved.body.dueOn).toBe('2026-07-16');
    const own = await call<{ closed: readonly string[] }>(
      await hall.as('chef.accueil-social'),
      'GET /calendars/working-days',
    );
    expect(own.body.closed).toEqual(expect.arrayContaining(['2026-07-14', '2026-07-15']));
    const townsfolk = await call<{ closed: readonly string[]; hours: { closesAt: number } }>(
      await hall.as('ambassadrice1'),
      'GET /calendars/working-days',
    );
    expect(townsfolk.body.hours.closesAt).toBe(17 * 60);
    expect(townsfolk.body.closed).toContain('2026-07-14');
    expect(townsfolk.body.closed).not.toContain('2026-07-15');
    expect((await call(admin, 'DELETE /closures/ccas/2026-07-15/closed')).status).toBe(204);
    expect((await call(admin, 'DELETE /closures/ccas/2026-07-15/closed')).body).toMatchObject({
      code: 'closure.not-found',
    });
    expect((await call<Simulation>(admin, `GET /calendars/simulation?${SIMULATION}`)).body.dueOn).toBe('2026-07-15');
  });

  it('opening hours are changed on those that were read', async () => {
    const admin = await hall.as('admin');
    const ville = async (): Promise<Hours | undefined> =>
      (await call<readonly Hours[]>(admin, 'GET /calendars')).body.find(({ organisation }) => organisation === 'ville');
    const read = await ville();
    if (read === undefined) throw new Error('No calendar');
    const { opensAt, closesAt, hoursText } = read;
    const set = (changes: Partial<Hours>, version = read.version): Promise<Reply<{ status: number }>> =>
      call(admin, 'PUT /calendars/ville/hours', {
        body: { opensAt, closesAt, hoursText, ...changes },
        headers: { 'if-match': `"${String(version)}"` },
      });
    expect((await set({ opensAt: 600, closesAt: 540 })).status).toBe(400);
    const mine = 'De neuf heures à midi';
    expect((await set({ hoursText: mine })).status).toBe(204);
    expect((await set({ hoursText: 'Le matin' })).body).toMatchObject({
      status: 412,
      current: { organisation: 'ville', hoursText: mine },
    });
    expect((await set({ hoursText: mine })).status).toBe(204);
    expect((await set({}, (await ville())?.version)).status).toBe(204);
    expect(await ville()).toMatchObject({ hoursText, version: read.version });
  });
});

describe('accounts', () => {
  it('are made, changed with their version, and closed', async () => {
    const admin = await hall.as('admin');
    const login = `essai.${randomUUID().slice(0, 8)}`;
    const account = {
      ...{
        login,
        firstName: 'Dominique',
        lastName: 'Essai',
        email: `${login}@valmont.example`,
        phone: '03 53 01 00 00',
      },
      functionTitle: 'Agent d’essai',
      roles: [{ role: 'referent', organisation: 'ville', department: 'voirie' }],
    };
    const key = randomUUID();
    const made = await call<Account>(admin, 'POST /people', { body: account, key });
    expect(made).toMatchObject({ status: 201, etag: '"1"' });
    expect((await call<Account>(admin, 'POST /people', { body: account, key })).body).toEqual(made.body);
    expect((await call(admin, 'POST /people', { body: account })).body).toMatchObject({ code: 'request.invalid' });
    const wrong = { roles: [{ role: 'referent', organisation: 'ccas', department: 'voirie' }] };
    const refused = await call(admin, `PATCH /people/${made.body.id}`, { body: wrong, headers: { 'if-match': '"1"' } });
    expect(refused.body).toMatchObject({ code: 'request.invalid' });
    expect((await hall.as(login)).csrfToken).toBeDefined();
    const closed = await call<Account>(admin, `PATCH /people/${made.body.id}`, {
      body: { active: false },
      headers: { 'if-match': '"1"' },
    });
    expect(closed.body).toMatchObject({ active: false, version: 2 });
    expect((await call(await hall.as(login), 'GET /session')).status).toBe(401);
    const late = await call(admin, `PATCH /people/${made.body.id}`, {
      body: { active: true },
      headers: { 'if-match': '"1"' },
    });
    expect(late.status).toBe(412);
    expect((await call(await hall.as('chef.grc'), 'GET /accounts')).status).toBe(403);
  });

  it('explain why a person sees a case, by the line of the table', async () => {
    const admin = await hall.as('admin');
    const { caseId, caseNumber } = await aPothole(hall);
    const people = await call<readonly { id: string; login: string }[]>(admin, 'GET /accounts');
    const idOf = (login: string): string => people.body.find((one) => one.login === login)!.id;
    const chef = await call<{ sees: boolean; reasons: readonly { reach: string; holds: boolean }[] }>(
      admin,
      `GET /cases/${caseNumber}/why?person=${idOf('chef.voirie')}`,
    );
    expect(chef.body.sees).toBe(true);
    expect(chef.body.reasons.find(({ reach }) => reach === 'perimeter')).toMatchObject({ holds: true });
    const designer = await call<{ sees: boolean }>(admin, `GET /cases/${caseId}/why?person=${idOf('designer1')}`);
    expect(designer.body.sees).toBe(false);
  });
});

describe('retention', () => {
  it('says for each process how long, and what is over its time', async () => {
    const { body } = await call<{ rules: readonly { kept: string }[] }>(await hall.as('admin'), 'GET /retention');
    expect(body.rules.length).toBeGreaterThan(0);
    expect(body.rules.every(({ kept }) => /^\d+\s(ans?|mois|jours?)$/.test(kept))).toBe(true);
  });
});
