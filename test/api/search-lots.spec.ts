import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
afterAll(() => hall.close());

interface Lot {
  readonly id: string;
  readonly total: number;
  readonly items: readonly { readonly caseId: string }[];
}

describe('all that a search finds', () => {
  it('is counted, and frozen as a lot: what comes later is not in it', async () => {
    const words = `Balise ${randomUUID()}`;
    const found = [await aPothole(hall, { words }), await aPothole(hall, { words }), await aPothole(hall, { words })];
    const head = await hall.as('chef.grc');
    const q = words.split(' ')[1] ?? words;
    const count = await call(head, `GET /cases/count?status=open&q=${q}`);
    expect(count.body).toEqual({ count: 3, more: false });
    const body = { kind: 'remind', search: { q, status: 'open', sort: 'due' } };
    const lot = await call<Lot>(head, 'POST /lots', { body });
    expect(lot.status).toBe(201);
    await aPothole(hall, { words });
    const again = await call<Lot>(head, `GET /lots/${lot.body.id}`);
    expect(again.body.items.map(({ caseId }) => caseId).sort()).toEqual(found.map(({ caseId }) => caseId).sort());
    expect((await call(head, `GET /cases/count?status=open&q=${q}`)).body).toMatchObject({ count: 4 });
  });

  it('is refused where it asks for what no list knows, and counts nothing that may not be read', async () => {
    const words = `Balise ${randomUUID()}`;
    await aPothole(hall, { words });
    const head = await hall.as('chef.grc');
    const wrong = { kind: 'remind', search: { status: 'lost' } };
    expect((await call(head, 'POST /lots', { body: wrong })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/search/status' }],
    });
    const stranger = await hall.as('elu.culture');
    const q = words.split(' ')[1] ?? words;
    expect((await call(stranger, `GET /cases/count?q=${q}`)).body).toEqual({ count: 0, more: false });
  });
});
