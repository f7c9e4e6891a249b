import { randomUUID } from 'node:crypto';
import { anyone, aPothole, call, upload } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Opened {
  readonly address: string;
  readonly closesAt: string;
}

interface Received {
  readonly closed: boolean;
  readonly coming: number;
  readonly failed: number;
  readonly documents: readonly { readonly id: string; readonly name: string }[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

const paper = { content: 'Le bail, page 1\n', name: 'bail-1.txt', type: 'text/plain' };
const secretOf = ({ address }: Opened): string => new URL(address).hash.slice(1);

describe('a page that a telephone opens', () => {
  it('adds what it sends to the case, as a document of the agent, and says nothing of the citizen', async () => {
    const amb = await hall.as('ambassadrice1');
    const { caseId, caseNumber } = await aPothole(hall);
    const id = randomUUID();
    const opened = (await call<Opened>(amb, `PUT /phone-uploads/${id}`, { body: { caseId } })).body;
    expect(new URL(opened.address).pathname).toBe('/depot');
    const secret = secretOf(opened);
    const page = await call(anyone(hall), `GET /public/phone-uploads/${secret}`);
    expect(page.body).toEqual({ caseNumber, closesAt: opened.closesAt, received: 0, atMost: 20 });
    const key = randomUUID();
    const path = `/public/phone-uploads/${secret}/documents`;
    const sent = await upload<{ id: string }>(anyone(hall), path, { ...paper, key });
    expect(sent.status).toBe(201);
    expect((await upload<{ id: string }>(anyone(hall), path, { ...paper, key })).body.id).toBe(sent.body.id);
    const received = await call<Received>(amb, `GET /phone-uploads/${id}`);
    expect(received.body).toMatchObject({ closed: false, documents: [{ id: sent.body.id, name: paper.name }] });
    const list = await call<{ items: readonly Record<string, unknown>[] }>(amb, `GET /cases/${caseId}/documents`);
    expect(list.body.items).toMatchObject([
      { id: sent.body.id, fromCitizen: false, addedBy: { id: 'p-ambassadrice-01' } },
    ]);
  });

  it('joins a request that is still being written', async () => {
    const amb = await hall.as('ambassadrice1');
    const opened = (await call<Opened>(amb, `PUT /phone-uploads/${randomUUID()}`, { body: {} })).body;
    const path = `/public/phone-uploads/${secretOf(opened)}/documents`;
    const { body } = await upload<{ id: string }>(anyone(hall), path, paper);
    const { caseId } = await aPothole(hall, { documents: [body.id] });
    const list = await call<{ items: readonly { id: string }[] }>(amb, `GET /cases/${caseId}/documents`);
    expect(list.body.items.map(({ id }) => id)).toEqual([body.id]);
  });

  it('takes nothing once it is closed, nor by an address that was replaced, nor by one that never was', async () => {
    const amb = await hall.as('ambassadrice1');
    const id = randomUUID();
    const first = (await call<Opened>(amb, `PUT /phone-uploads/${id}`, { body: {} })).body;
    const second = (await call<Opened>(amb, `PUT /phone-uploads/${id}`, { body: {} })).body;
    const asked = (secret: string) => call(anyone(hall), `GET /public/phone-uploads/${secret}`);
    expect((await asked(secretOf(first))).body).toMatchObject({ status: 410, code: 'phone.closed' });
    expect((await asked(secretOf(second))).status).toBe(200);
    expect((await call(amb, `DELETE /phone-uploads/${id}`)).status).toBe(204);
    for (const secret of [secretOf(second), 'inconnu']) {
      const sent = await upload(anyone(hall), `/public/phone-uploads/${secret}/documents`, paper);
      expect(sent.body).toMatchObject({ status: 410, code: 'phone.closed' });
    }
    expect((await call<Received>(amb, `GET /phone-uploads/${id}`)).body).toMatchObject({ closed: true, documents: [] });
  });

  it('still takes what was announced before it closed, until the desk waits no longer', async () => {
    const amb = await hall.as('ambassadrice1');
    const id = randomUUID();
    const secret = secretOf((await call<Opened>(amb, `PUT /phone-uploads/${id}`, { body: {} })).body);
    const path = `/public/phone-uploads/${secret}`;
    const announce = (key: string, failed = false) =>
      call(anyone(hall), `PUT ${path}/files/${key}`, { body: { failed } });
    const page = async () => (await call<Received>(amb, `GET /phone-uploads/${id}`)).body;
    const [slow, stuck, late] = [randomUUID(), randomUUID(), randomUUID()];
    expect((await announce(slow)).status).toBe(204);
    expect((await announce(stuck)).status).toBe(204);
    await call(amb, `DELETE /phone-uploads/${id}`);
    expect((await announce(late)).body).toMatchObject({ status: 410, code: 'phone.closed' });
    expect((await announce(stuck, true)).status).toBe(204);
    expect(await page()).toMatchObject({ closed: true, coming: 2, failed: 1, documents: [] });

    const sent = await upload<{ id: string }>(anyone(hall), `${path}/documents`, { ...paper, key: slow });
    expect(sent.status).toBe(201);
    expect(await page()).toMatchObject({ coming: 1, failed: 1, documents: [{ id: sent.body.id }] });
    // Its answer was lost on the way: the telephone sends it again.
    expect((await upload<{ id: string }>(anyone(hall), `${path}/documents`, { ...paper, key: slow })).body.id).toBe(
      sent.body.id,
    );

    expect((await call(await hall.as('ambassadrice2'), `DELETE /phone-uploads/${id}/coming`)).status).toBe(404);
    expect((await call(amb, `DELETE /phone-uploads/${id}/coming`)).status).toBe(204);
    expect(await page()).toMatchObject({ coming: 0, failed: 0 });
    const dropped = await upload(anyone(hall), `${path}/documents`, { ...paper, key: stuck });
    expect(dropped.body).toMatchObject({ status: 410, code: 'phone.closed' });
  });

  it('is told what a telephone gives up', async () => {
    const amb = await hall.as('ambassadrice1');
    const id = randomUUID();
    const secret = secretOf((await call<Opened>(amb, `PUT /phone-uploads/${id}`, { body: {} })).body);
    const file = `/public/phone-uploads/${secret}/files/${randomUUID()}`;
    await call(anyone(hall), `PUT ${file}`, { body: { failed: false } });
    expect((await call<Received>(amb, `GET /phone-uploads/${id}`)).body).toMatchObject({ coming: 1 });
    expect((await call(anyone(hall), `DELETE ${file}`)).status).toBe(204);
    expect((await call<Received>(amb, `GET /phone-uploads/${id}`)).body).toMatchObject({ coming: 0 });
  });

  it('is for its owner, and for who may add to the case', async () => {
    const [amb, other] = [await hall.as('ambassadrice1'), await hall.as('ambassadrice2')];
    const { caseId } = await aPothole(hall);
    const id = randomUUID();
    await call(amb, `PUT /phone-uploads/${id}`, { body: { caseId } });
    for (const route of [`GET /phone-uploads/${id}`, `DELETE /phone-uploads/${id}`]) {
      expect((await call(other, route)).body).toMatchObject({ status: 404, code: 'phone.not-found' });
    }
    const taken = await call(other, `PUT /phone-uploads/${id}`, { body: { caseId } });
    expect(taken.body).toMatchObject({ status: 404, code: 'phone.not-found' });
    const elsewhere = await call(await hall.as('referent.animation-seniors'), `PUT /phone-uploads/${randomUUID()}`, {
      body: { caseId },
    });
    expect([403, 404]).toContain(elsewhere.status);
  });

  it('takes twenty files', async () => {
    const amb = await hall.as('ambassadrice1');
    const opened = (await call<Opened>(amb, `PUT /phone-uploads/${randomUUID()}`, { body: {} })).body;
    const path = `/public/phone-uploads/${secretOf(opened)}/documents`;
    for (let sent = 0; sent < 20; sent += 1) {
      expect((await upload(anyone(hall), path, { ...paper, name: `${String(sent)}.txt` })).status).toBe(201);
    }
    expect((await upload(anyone(hall), path, paper)).body).toMatchObject({ status: 409, code: 'phone.full' });
    const more = await call(anyone(hall), `PUT /public/phone-uploads/${secretOf(opened)}/files/${randomUUID()}`, {
      body: { failed: false },
    });
    expect(more.body).toMatchObject({ status: 409, code: 'phone.full' });
  });
});
