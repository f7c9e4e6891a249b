import { randomUUID } from 'node:crypto';
import { call, type Receipt } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
afterAll(() => hall.close());

interface Listed {
  readonly items: readonly { readonly caseId: string }[];
}

/** A message of the portal that has no process, read by citizens’ words of its own. */
async function aMessage(words = `Des vacances gratuites ${randomUUID()}`): Promise<Receipt> {
  const email = `envoi.${randomUUID().slice(0, 8)}@exemple.fr`;
  const body = { channel: 'email', words, answers: { demande: words }, citizen: { email }, replyChannel: 'email' };
  return (await call<Receipt>(await hall.as('ambassadrice1'), 'POST /requests', { body })).body;
}

async function isIn(list: string, caseId: string): Promise<boolean> {
  const { body } = await call<Listed>(await hall.as('ambassadrice1'), `GET ${list}`);
  return body.items.some((one) => one.caseId === caseId);
}

async function qualifyTaskOf(caseId: string): Promise<string> {
  return (await hall.openTasks(caseId))[0]!.id;
}

describe('an undesirable message', () => {
  it('leaves every list of work and is found in its own, then comes back as it was', async () => {
    const ambassador = await hall.as('ambassadrice1');
    const { caseId } = await aMessage();
    const found = `/cases?status=open&limit=200`;
    const counted = async (): Promise<number> => {
      const { body } = await call<readonly { kind: string; open: number }[]>(
        ambassador,
        'GET /tasks/counts?scope=team',
      );
      return body.find(({ kind }) => kind === 'qualify')?.open ?? 0;
    };
    const before = await counted();
    expect((await call(ambassador, `POST /cases/${caseId}/set-aside`)).status).toBe(204);
    expect(await counted()).toBe(before - 1);
    expect(await isIn('/set-asides?limit=200', caseId)).toBe(true);
    expect(await isIn('/supervision/cases?kind=open&limit=200&department=grc', caseId).catch(() => false)).toBe(false);
    expect(await isIn(found, caseId)).toBe(true);
    const { body } = await call<{ may: readonly unknown[]; setAside?: { by: { id: string } } }>(ambassador, `GET /cases/${caseId}`); // prettier-ignore
    expect([body.may, body.setAside?.by.id]).toEqual([[], 'p-ambassadrice-01']);

    expect((await call(await hall.as('ambassadrice2'), `POST /cases/${caseId}/restore`)).status).toBe(204);
    expect(await counted()).toBe(before);
    expect(await isIn('/set-asides?limit=200', caseId)).toBe(false);
    const back = await call<{ may: readonly { act: string }[]; setAside?: unknown }>(
      ambassador,
      `GET /cases/${caseId}`,
    );
    expect(back.body.setAside).toBeUndefined();
    expect(back.body.may.map(({ act }) => act)).toContain('qualify');
    const [trace] = await hall.rows('SELECT set_aside_by, restored_by FROM set_asides WHERE case_id = $1', [caseId]);
    expect(trace).toEqual({ set_aside_by: 'p-ambassadrice-01', restored_by: 'p-ambassadrice-02' });
  });

  it('is not acted on nor written to while it is aside', async () => {
    const ambassador = await hall.as('ambassadrice1');
    const { caseId } = await aMessage();
    await call(ambassador, `POST /cases/${caseId}/set-aside`);
    const refused = { status: 409, code: 'case.set-aside' };
    const qualified = { processId: 'voirie.nid-de-poule', answers: { danger: false, emplacement: 'chaussee', lieu: { label: '1 rue du Port' } } }; // prettier-ignore
    const task = await qualifyTaskOf(caseId);
    expect((await call(ambassador, `POST /tasks/${task}/qualify`, { body: qualified })).body).toMatchObject(refused);
    const close = { conclusion: 'withdrawn' };
    expect((await call(ambassador, `POST /cases/${caseId}/close`, { body: close })).body).toMatchObject(refused);
    const message = { text: 'Bonjour' };
    expect((await call(ambassador, `POST /cases/${caseId}/messages`, { body: message })).body).toMatchObject(refused);
    const split = { kept: 'Un', parts: ['Deux'] };
    expect((await call(ambassador, `POST /cases/${caseId}/split`, { body: split })).body).toMatchObject(refused);
    await call(ambassador, `POST /cases/${caseId}/restore`);
    expect((await call(ambassador, `POST /tasks/${task}/qualify`, { body: qualified })).status).toBe(200);
  });

  it('is set aside once for a key, never once it has its process, and only by whoever qualifies', async () => {
    const ambassador = await hall.as('ambassadrice1');
    const [one, other] = [await aMessage(), await aMessage()];
    const key = randomUUID();
    const route = `POST /cases/${one.caseId}/set-aside`;
    await call(ambassador, route, { key });
    await call(ambassador, `POST /cases/${one.caseId}/restore`);
    // The same request arriving late must not undo what was undone.
    expect((await call(ambassador, route, { key })).status).toBe(204);
    expect(await isIn('/set-asides?limit=200', one.caseId)).toBe(false);
    expect((await call(ambassador, `POST /cases/${other.caseId}/set-aside`, { key })).body).toMatchObject({
      code: 'request.idempotency-key-reused',
    });
    const body = { channel: 'telephone', words: 'Un trou', processId: 'voirie.nid-de-poule', answers: { danger: false, emplacement: 'chaussee', lieu: { label: '1 rue du Port' } } }; // prettier-ignore
    const known = await call<Receipt>(ambassador, 'POST /requests', { body });
    expect((await call(ambassador, `POST /cases/${known.body.caseId}/set-aside`)).body).toMatchObject({
      status: 409,
      code: 'case.not-possible-now',
    });
    expect((await call(await hall.as('referent.voirie'), route)).status).toBe(403);
  });
});
