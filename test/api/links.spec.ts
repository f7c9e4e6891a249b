import { randomUUID } from 'node:crypto';
import { aPothole, call, type Receipt } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Link {
  readonly id: string;
  readonly role: string;
  readonly other: { readonly caseId: string };
  readonly linkedBy: { readonly id: string };
}
interface Suggestion {
  readonly other: { readonly caseId: string };
  readonly reasons: readonly string[];
}
interface Answered {
  readonly done: number;
  readonly failed: number;
  readonly cases: readonly { readonly caseId: string; readonly done: boolean; readonly code?: string }[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

/** A pothole of its own street, so that no other run is like it. */
function potholeIn(street: string, house: number, changes: Readonly<Record<string, unknown>> = {}): Promise<Receipt> {
  const answers = { danger: false, emplacement: 'chaussee', lieu: { label: `${String(house)} ${street}` } };
  return aPothole(hall, { answers, ...changes });
}

async function linksOf(caseId: string): Promise<readonly Link[]> {
  const { body } = await call<{ links: readonly Link[] }>(await hall.as('ambassadrice1'), `GET /cases/${caseId}`);
  return body.links;
}

describe('links between cases', () => {
  it('are made once for a key, seen from both sides, and undone with their trace kept', async () => {
    const amb = await hall.as('ambassadrice1');
    const [principal, double] = [await aPothole(hall), await aPothole(hall)];
    const key = randomUUID();
    const body = { other: principal.caseId, kind: 'duplicateOf' };
    const made = await call<Link>(amb, `POST /cases/${double.caseId}/links`, { body, key });
    const again = await call<Link>(amb, `POST /cases/${double.caseId}/links`, { body, key });
    expect([made.status, made.body.role, again.body.id]).toEqual([201, 'principal', made.body.id]);
    const [mirror] = await linksOf(principal.caseId);
    expect(mirror).toMatchObject({ id: made.body.id, role: 'duplicate', other: { caseId: double.caseId } });
    expect((await call(amb, `DELETE /cases/${principal.caseId}/links/${made.body.id}`)).status).toBe(204);
    expect([await linksOf(principal.caseId), await linksOf(double.caseId)]).toEqual([[], []]);
    const [trace] = await hall.rows<{ by: string }>('SELECT unlinked_by AS by FROM case_links WHERE id = $1', [
      made.body.id,
    ]);
    expect(trace?.by).toBe(mirror!.linkedBy.id);
    const gone = await call(amb, `DELETE /cases/${principal.caseId}/links/${made.body.id}`);
    expect(gone.body).toMatchObject({ status: 404, code: 'link.not-found' });
  });

  it('keep one principal: no chain, no circle, no second link, none to itself', async () => {
    const amb = await hall.as('ambassadrice1');
    const [a, b, c] = [await aPothole(hall), await aPothole(hall), await aPothole(hall)];
    const link = async (from: Receipt, to: Receipt, kind = 'duplicateOf'): Promise<unknown> => {
      const { status, body } = await call(amb, `POST /cases/${from.caseId}/links`, {
        body: { other: to.caseId, kind },
      });
      return status === 201 ? 'made' : body['code'];
    };
    expect(await link(b, a)).toBe('made');
    expect(await link(c, b)).toBe('link.not-principal');
    expect(await link(a, c)).toBe('link.case-has-duplicates');
    expect(await link(a, b, 'related')).toBe('link.already-there');
    expect(await link(a, a)).toBe('link.itself');
    expect(await link(c, b, 'related')).toBe('made');
  });

  it('are for those who may write on both cases', async () => {
    const [a, b] = [await aPothole(hall), await aPothole(hall)];
    const body = { other: b.caseId, kind: 'related' };
    expect((await call(await hall.as('elu.culture'), `POST /cases/${a.caseId}/links`, { body })).status).toBe(404);
    const unknown = { other: randomUUID(), kind: 'related' };
    const amb = await hall.as('ambassadrice1');
    expect((await call(amb, `POST /cases/${a.caseId}/links`, { body: unknown })).status).toBe(404);
  });

  it('are suggested with their reasons, however the street is written, until they are made', async () => {
    const amb = await hall.as('ambassadrice1');
    const street = `rue de l’Étoile ${randomUUID().slice(0, 8)}`;
    const first = await potholeIn(street, 3);
    const second = await potholeIn(street.toUpperCase().replace('É', 'E'), 12);
    const elsewhere = await potholeIn(`rue du Port ${randomUUID().slice(0, 8)}`, 3);
    const found = await call<readonly Suggestion[]>(amb, `GET /cases/${second.caseId}/duplicates`);
    const one = found.body.find(({ other }) => other.caseId === first.caseId);
    expect(one?.reasons).toEqual(expect.arrayContaining(['même rue', 'même processus', 'à moins d’un jour']));
    expect(found.body.map(({ other }) => other.caseId)).not.toContain(elsewhere.caseId);
    await call(amb, `POST /cases/${second.caseId}/links`, { body: { other: first.caseId, kind: 'duplicateOf' } });
    const left = await call<readonly Suggestion[]>(amb, `GET /cases/${second.caseId}/duplicates`);
    expect(left.body.map(({ other }) => other.caseId)).not.toContain(first.caseId);
  });
});

interface Cluster {
  readonly principal: { readonly caseId: string };
  readonly members: readonly Suggestion[];
}

/** The cluster that hangs on this case: itself, then those that look like it. */
async function clusterOf(login: string, caseId: string): Promise<readonly string[] | undefined> {
  const { body } = await call<{ items: readonly Cluster[] }>(await hall.as(login), 'GET /duplicate-clusters');
  const found = body.items.find(({ principal }) => principal.caseId === caseId);
  return found === undefined ? undefined : [caseId, ...found.members.map(({ other }) => other.caseId)];
}

describe('clusters of likely duplicates', () => {
  it('hold open cases of one street, until they are linked, told apart or closed', async () => {
    const amb = await hall.as('ambassadrice1');
    const street = `rue du Verger ${randomUUID().slice(0, 8)}`;
    const [a, b, c, d] = [
      (await potholeIn(street, 3)).caseId,
      (await potholeIn(street, 5)).caseId,
      (await potholeIn(street, 7)).caseId,
      (await potholeIn(street, 9)).caseId,
    ];
    expect(await clusterOf('ambassadrice1', a)).toEqual([a, b, c, d]);
    expect(await clusterOf('referent.animation-seniors', a)).toBeUndefined();
    expect((await call(amb, `PUT /cases/${a}/distinct-from/${b}`)).status).toBe(204);
    expect((await call(amb, `PUT /cases/${b}/distinct-from/${a}`)).status).toBe(204);
    expect(await clusterOf('ambassadrice1', a)).toEqual([a, c, d]);
    const suggested = await call<readonly (Suggestion & { readonly distinctBy?: { readonly id: string } })[]>(
      amb,
      `GET /cases/${a}/duplicates`,
    );
    const session = await call<{ person: { id: string } }>(amb, 'GET /session');
    const toldBy = suggested.body.find(({ other }) => other.caseId === b)?.distinctBy;
    expect(toldBy).toMatchObject({ id: session.body.person.id });
    expect((await call(amb, `DELETE /cases/${b}/distinct-from/${a}`)).status).toBe(204);
    await call(amb, `POST /cases/${c}/links`, { body: { other: a, kind: 'duplicateOf' } });
    await call(amb, `POST /cases/${d}/close`, { body: { conclusion: 'withdrawn', reason: 'Renonce.' } });
    expect(await clusterOf('ambassadrice1', a)).toEqual([a, b]);
  });

  it('are told apart by whoever may write on both, and never from themselves', async () => {
    const [a, b] = [await aPothole(hall), await aPothole(hall)];
    const path = `PUT /cases/${a.caseId}/distinct-from`;
    const refused = await call(await hall.as('elu.culture'), `${path}/${b.caseId}`);
    expect(refused.status).toBe(404);
    expect((await call(await hall.as('ambassadrice1'), `${path}/${a.caseId}`)).body).toMatchObject({
      code: 'link.itself',
    });
  });
});

describe('one answer to several linked cases', () => {
  it('answers each where the person may, once for a key, and tells of each that could not be', async () => {
    const amb = await hall.as('ambassadrice1');
    const [principal, double, closed, stranger] = [
      await aPothole(hall),
      await aPothole(hall),
      await aPothole(hall),
      await aPothole(hall),
    ];
    for (const { caseId } of [double, closed]) {
      const body = { other: principal.caseId, kind: 'duplicateOf' };
      expect((await call(amb, `POST /cases/${caseId}/links`, { body })).status).toBe(201);
    }
    await call(amb, `POST /cases/${closed.caseId}/close`, { body: { conclusion: 'withdrawn', reason: 'Renonce.' } });
    const [task] = await hall.openTasks(principal.caseId);
    const referent = await hall.as(await hall.loginOf(task!));
    const caseIds = [principal, double, closed, stranger].map(({ caseId }) => caseId);
    const body = { caseIds, answer: { text: 'Le trou sera rebouché.', conclusion: { kind: 'answered' } } };
    const key = randomUUID();
    const path = `POST /cases/${principal.caseId}/answer-linked`;
    const answered = await call<Answered>(referent, path, { body, key });
    expect(answered.body).toMatchObject({ done: 2, failed: 2 });
    expect(answered.body.cases.map(({ code }) => code)).toEqual([
      undefined,
      undefined,
      'link.no-answer-expected',
      'link.not-found',
    ]);
    expect((await call(referent, path, { body, key })).body).toEqual(answered.body);
    for (const { caseId } of [principal, double]) {
      const [letters] = await hall.rows<{ count: number }>(
        `SELECT count(*)::int AS count FROM letters l JOIN texts t ON t.id = l.text_id WHERE l.case_id = $1 AND t.kind = 'answer'`,
        [caseId],
      );
      expect(letters?.count).toBe(1);
    }
    expect((await hall.openTasks(stranger.caseId)).map(({ kind }) => kind)).toEqual(['answer']);
  });
});
