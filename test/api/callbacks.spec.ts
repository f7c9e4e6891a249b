import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
afterAll(() => hall.close());

interface Callback {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly dueOn: string;
  readonly note: string;
  readonly person?: { readonly id: string };
  readonly team?: { readonly id: string };
  readonly doneBy?: { readonly id: string };
  readonly citizenName?: string;
}
interface Counts {
  readonly due: number;
  readonly late: number;
}

function inDays(days: number): string {
  return new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(Date.now() + days * 86_400_000);
}

async function listed(who: string, state = 'due'): Promise<readonly Callback[]> {
  const answer = await call<{ items: readonly Callback[] }>(
    await hall.as(who),
    `GET /callbacks?limit=200&state=${state}`,
  );
  return answer.body.items;
}

async function counts(who: string): Promise<Counts> {
  return (await call<Counts>(await hall.as(who), 'GET /callbacks/counts')).body;
}

async function asked(
  caseId: string,
  changes: Readonly<Record<string, unknown>> = {},
  key = randomUUID(),
): Promise<Callback> {
  const body = { dueOn: inDays(0), note: `Rappeler après 17 h ${randomUUID()}`, audience: 'me', ...changes };
  return (await call<Callback>(await hall.as('ambassadrice1'), `POST /cases/${caseId}/callbacks`, { body, key })).body;
}

const has = (list: readonly Callback[], { id }: Callback): boolean => list.some((one) => one.id === id);

describe('a callback', () => {
  it('shows on its day to whom it is for, is done, and to do again', async () => {
    const { caseId } = await aPothole(hall);
    const before = await counts('ambassadrice1');
    const mine = await asked(caseId);
    const later = await asked(caseId, { dueOn: inDays(3) });
    expect(mine).toMatchObject({ caseId, person: { id: 'p-ambassadrice-01' } });
    expect((await counts('ambassadrice1')).due).toBe(before.due + 1);
    expect([has(await listed('ambassadrice1'), mine), has(await listed('ambassadrice1'), later)]).toEqual([
      true,
      false,
    ]);
    expect(has(await listed('ambassadrice1', 'coming'), later)).toBe(true);
    expect(has(await listed('ambassadrice2'), mine)).toBe(false);

    const ambassador = await hall.as('ambassadrice1');
    const done = await call<Callback>(ambassador, `POST /callbacks/${mine.id}/done`);
    expect(done.body.doneBy?.id).toBe('p-ambassadrice-01');
    expect([has(await listed('ambassadrice1'), mine), has(await listed('ambassadrice1', 'done'), mine)]).toEqual([false, true]); // prettier-ignore
    const again = await call<Callback>(ambassador, `POST /callbacks/${mine.id}/undone`);
    expect(again.body.doneBy).toBeUndefined();
    expect(has(await listed('ambassadrice1'), mine)).toBe(true);
  });

  it('of a team shows to all of it, the sooner first, until one of them did it', async () => {
    const { caseId } = await aPothole(hall);
    const [later, sooner] = [
      await asked(caseId, { audience: 'team', dueOn: inDays(2) }),
      await asked(caseId, { audience: 'team', dueOn: inDays(1) }),
    ];
    expect(later.team?.id).toBe('grc.ambassadeurs');
    const theirs = (await listed('ambassadrice2', 'coming')).filter((one) => one.caseId === caseId);
    expect(theirs.map(({ id }) => id)).toEqual([sooner.id, later.id]);
    await call(await hall.as('ambassadrice2'), `POST /callbacks/${sooner.id}/done`);
    const left = await call<readonly Callback[]>(await hall.as('ambassadrice1'), `GET /cases/${caseId}/callbacks`);
    expect(left.body.map(({ id }) => id)).toEqual([later.id]);
  });

  it('is put off by whoever read its last version, never into the past', async () => {
    const { caseId } = await aPothole(hall);
    const made = await asked(caseId);
    const browser = await hall.as('ambassadrice1');
    const put = (dueOn: string, version: number): Promise<{ status: number; body: Record<string, unknown> }> =>
      call(browser, `PUT /callbacks/${made.id}`, {
        body: { dueOn, note: made.note },
        headers: { 'if-match': `"${String(version)}"` },
      });
    expect((await put(inDays(2), made.version)).body).toMatchObject({ dueOn: inDays(2), version: made.version + 1 });
    expect((await put(inDays(4), made.version)).body).toMatchObject({ status: 412, code: 'request.version-mismatch' });
    expect((await put(inDays(-1), made.version + 1)).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/dueOn' }],
    });
    expect(has(await listed('ambassadrice1'), made)).toBe(false);
  });

  it('is kept once for a key, and is for those who may write on the case', async () => {
    const { caseId } = await aPothole(hall);
    const key = randomUUID();
    const note = { note: 'Vérifier la pose du panneau' };
    const [first, again] = [await asked(caseId, note, key), await asked(caseId, note, key)];
    expect(again.id).toBe(first.id);
    expect(await asked(caseId, { note: 'Autre' }, key)).toMatchObject({ code: 'request.idempotency-key-reused' });
    const stranger = await hall.as('elu.culture');
    expect((await call(stranger, `GET /cases/${caseId}/callbacks`)).status).toBe(404);
    expect((await call(stranger, `POST /callbacks/${first.id}/done`)).body).toMatchObject({ code: 'case.not-found' });
    const unknown = await call(await hall.as('ambassadrice1'), `POST /callbacks/${randomUUID()}/done`);
    expect(unknown.body).toMatchObject({ status: 404, code: 'callback.not-found' });
  });
});

describe('the days to which a callback is put off', () => {
  it('are those on which the town hall works: a closure decided this minute is none', async () => {
    const admin = await hall.as('admin');
    const amb = await hall.as('ambassadrice1');
    const [first = '', ...before] = (await call<readonly string[]>(amb, 'GET /callbacks/days')).body;
    expect(first > inDays(0)).toBe(true);
    const closure = { organisation: 'ville', date: first, kind: 'closed', label: 'Pont' };
    expect((await call(admin, 'POST /closures', { body: closure })).status).toBe(201);
    try {
      const after = (await call<readonly string[]>(amb, 'GET /callbacks/days')).body;
      expect(after).not.toContain(first);
      expect(after).toContain(before.at(-1));
    } finally {
      await call(admin, `DELETE /closures/ville/${first}/closed`);
    }
  });
});
