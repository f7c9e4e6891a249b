import { call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Summary {
  readonly id: string;
  readonly organisation: { readonly id: string };
}
interface PromiseView {
  readonly promisedOn: string;
  readonly clocks: readonly {
    readonly id: string;
    readonly days: readonly { readonly date: string; readonly counted: boolean }[];
  }[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

describe('the catalogue', () => {
  it('finds a process from a citizen’s words and narrows by organisation', async () => {
    const amb = await hall.as('ambassadrice1');
    const found = await call<{ items: readonly Summary[] }>(
      amb,
      `GET /processes?q=${encodeURIComponent('trou dans la route')}`,
    );
    expect(found.body.items[0]?.id).toBe('voirie.nid-de-poule');
    const themes = await call<readonly { id: string; name: string }[]>(amb, 'GET /processes/themes');
    expect(themes.body.find(({ id }) => id === 'voirie')?.name).toMatch(/^Voirie/);
    const agglo = await call<{ items: readonly Summary[] }>(amb, 'GET /processes?organisation=agglo&limit=200');
    expect(new Set(agglo.body.items.map(({ organisation }) => organisation.id))).toEqual(new Set(['agglo']));
  });

  it('reads a sheet with script, form and steps in words', async () => {
    const sheet = await call<{
      form: { fields: readonly unknown[]; schema: object };
      steps: readonly { words: string }[];
      owner?: string;
    }>(await hall.as('referent.voirie'), 'GET /processes/voirie.nid-de-poule');
    expect(sheet.body.form.schema).toMatchObject({ type: 'object' });
    expect(sheet.body.steps.every(({ words }) => words !== '')).toBe(true);
    expect(sheet.body.owner).toBe('Côme Rochecombe');
    expect((await call(await hall.as('ambassadrice1'), 'GET /processes/voirie.inconnu')).body).toMatchObject({
      status: 404,
      code: 'process.not-found',
    });
  });

  it('tells what would be promised, without weekends and holidays', async () => {
    const amb = await hall.as('ambassadrice1');
    const at = encodeURIComponent('2026-12-24T10:00:00+01:00');
    const { body } = await call<PromiseView>(amb, `GET /processes/voirie.nid-de-poule/promise?receivedAt=${at}`);
    const [promise] = body.clocks;
    expect(promise!.days.find(({ date }) => date === '2026-12-25')?.counted).toBe(false);
    expect(promise!.days.filter(({ counted }) => counted)).toHaveLength(10);
    expect(promise!.days.at(-1)?.date).toBe(body.promisedOn);
    expect((await call(amb, 'GET /processes/voirie.nid-de-poule/promise?receivedAt=2026-12-24T10:00:00')).status).toBe(
      400,
    );
  });
});
