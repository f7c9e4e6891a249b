import { randomUUID } from 'node:crypto';
import { call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Report {
  readonly id: string;
  readonly text: string;
  readonly process: { readonly id: string; readonly name: string };
  readonly version: number;
  readonly by: { readonly name: string };
  readonly treatedBy?: { readonly id: string };
}

const hall = runningTownHall();
afterAll(() => hall.close());
const POTHOLE = 'voirie.nid-de-poule';
const ROUTE = `POST /processes/${POTHOLE}/reports`;

async function listed(who: string, query = ''): Promise<readonly Report[]> {
  const { body } = await call<{ items: readonly Report[] }>(await hall.as(who), `GET /sheet-reports?limit=200${query}`);
  return body.items;
}

describe('an error in a sheet', () => {
  it('is told by an ambassador, read by the designers with the name of the process, and treated once', async () => {
    const text = `Le numéro de l’astreinte a changé ${randomUUID()}`;
    const added = await call<Report>(await hall.as('ambassadrice1'), ROUTE, { body: { text } });
    expect(added).toMatchObject({
      status: 201,
      body: { text, process: { id: POTHOLE }, by: { id: 'p-ambassadrice-01' } },
    });
    const read = (await listed('designer1')).find(({ id }) => id === added.body.id)!;
    expect(read.process.name).not.toBe(POTHOLE);
    expect(read.version).toBeGreaterThan(0);
    const designer = await hall.as('designer1');
    const treated = await call<Report>(designer, `POST /sheet-reports/${read.id}/treat`);
    expect(treated).toMatchObject({
      status: 200,
      body: { id: read.id, treatedBy: { name: expect.any(String) as string } },
    });
    expect((await call(designer, `POST /sheet-reports/${read.id}/treat`)).body).toEqual(treated.body);
    expect((await listed('designer1')).some(({ id }) => id === read.id)).toBe(false);
    expect((await listed('designer1', '&state=treated')).some(({ id }) => id === read.id)).toBe(true);
  });

  it('is kept once for a key, and shown to whoever reads the same sheet', async () => {
    const ambassador = await hall.as('ambassadrice1');
    const key = randomUUID();
    const body = { text: `La fiche dit deux mètres, la règle trois ${randomUUID()}` };
    const first = await call<Report>(ambassador, ROUTE, { body, key });
    const again = await call<Report>(ambassador, ROUTE, { body, key });
    expect(again.body.id).toBe(first.body.id);
    const other = await call(ambassador, ROUTE, { body: { text: 'Autre chose' }, key });
    expect(other.body).toMatchObject({ code: 'request.idempotency-key-reused' });
    const mine = await listed('ambassadrice1', `&processId=${POTHOLE}`);
    expect(mine.filter(({ text }) => text === body.text)).toHaveLength(1);
    expect(mine.every(({ process }) => process.id === POTHOLE)).toBe(true);
  });

  it('is refused without words, about no process, and by whoever may not', async () => {
    const ambassador = await hall.as('ambassadrice1');
    expect((await call(ambassador, ROUTE, { body: { text: '' } })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/text' }],
    });
    const nowhere = await call(ambassador, 'POST /processes/voirie.rien/reports', { body: { text: 'Rien' } });
    expect(nowhere.body).toMatchObject({ status: 404, code: 'process.not-found' });
    expect((await call(ambassador, `POST /sheet-reports/${randomUUID()}/treat`)).status).toBe(403);
    expect((await call(await hall.as('designer1'), `POST /sheet-reports/${randomUUID()}/treat`)).body).toMatchObject({
      status: 404,
      code: 'sheet.report-not-found',
    });
    expect((await call(await hall.as('designer1'), ROUTE, { body: { text: 'Essai' } })).status).toBe(403);
  });
});
