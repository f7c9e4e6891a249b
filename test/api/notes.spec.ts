import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
afterAll(() => hall.close());

describe('notes', () => {
  it('are added once for a key, in order, and never changed', async () => {
    const amb = await hall.as('ambassadrice1');
    const { caseId } = await aPothole(hall);
    const key = randomUUID();
    const first = await call(amb, `POST /cases/${caseId}/notes`, { body: { body: 'Rappeler.' }, key });
    const again = await call(amb, `POST /cases/${caseId}/notes`, { body: { body: 'Rappeler.' }, key });
    expect(again.body).toEqual(first.body);
    const other = await call(amb, `POST /cases/${caseId}/notes`, { body: { body: 'Autre chose.' }, key });
    expect(other.body).toMatchObject({ status: 422, code: 'request.idempotency-key-reused' });
    await call(amb, `POST /cases/${caseId}/notes`, { body: { body: 'Rappelé.' } });
    const list = await call<{ items: readonly { readonly body: string }[] }>(amb, `GET /cases/${caseId}/notes`);
    expect(list.body.items.map(({ body }) => body)).toEqual(['Rappeler.', 'Rappelé.']);
  });

  it('are for those who may read the case', async () => {
    const { caseId } = await aPothole(hall);
    const stranger = await hall.as('elu.culture');
    expect((await call(stranger, `GET /cases/${caseId}/notes`)).status).toBe(404);
    expect((await call(stranger, `POST /cases/${caseId}/notes`, { body: { body: 'Vu.' } })).status).toBe(404);
  });
});
