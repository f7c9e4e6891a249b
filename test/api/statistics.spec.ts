import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Statistics {
  readonly sentences: readonly string[];
  readonly total: {
    readonly received: number;
    readonly answered: number;
    readonly kept: number;
    readonly missed: number;
    readonly notForUs: number;
  };
  readonly rows: readonly { readonly key: string; readonly received: number; readonly notForUs: number }[];
}

const PERIOD = 'from=2020-01-01&to=2099-12-31';
const hall = runningTownHall();
afterAll(() => hall.close());

describe('figures', () => {
  it('come from the journal: a case received and given back is counted once each', async () => {
    const head = await hall.as('chef.grc');
    const before = await call<Statistics>(head, `GET /statistics?${PERIOD}&groupBy=theme`);
    expect(before.status).toBe(200);
    const { caseId } = await aPothole(hall);
    const [task] = await hall.openTasks(caseId);
    const refused = await call(await hall.as(await hall.loginOf(task!)), `POST /tasks/${task!.id}/refuse`, {
      body: { reason: 'Ce n’est pas pour nous.' },
    });
    expect(refused.status).toBe(200);
    const after = await call<Statistics>(head, `GET /statistics?${PERIOD}&groupBy=theme`);
    expect(after.body.total.received).toBe(before.body.total.received + 1);
    expect(after.body.total.notForUs).toBe(before.body.total.notForUs + 1);
    expect(after.body.rows.reduce((sum, { received }) => sum + received, 0)).toBe(after.body.total.received);
    const [counted] = await hall.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM journal_entries WHERE code = 'case.opened' AND case_id NOT IN (
         SELECT case_id FROM set_asides WHERE restored_at IS NULL)`,
    );
    expect(after.body.total.received).toBe(counted!.count);
  });

  it('leave out what is set aside as undesirable, until it is restored', async () => {
    const head = await hall.as('chef.grc');
    const ambassador = await hall.as('ambassadrice1');
    const received = async (): Promise<number> =>
      (await call<Statistics>(head, `GET /statistics?${PERIOD}`)).body.total.received;
    const before = await received();
    const words = `Des vacances gratuites ${randomUUID()}`;
    const request = { words, channel: 'letter', answers: { demande: words } };
    const { caseId } = (await call<{ caseId: string }>(ambassador, 'POST /requests', { body: request })).body;
    expect(await received()).toBe(before + 1);
    await call(ambassador, `POST /cases/${caseId}/set-aside`);
    expect(await received()).toBe(before);
    await call(ambassador, `POST /cases/${caseId}/restore`);
    expect(await received()).toBe(before + 1);
    const definitions = await call<readonly { id: string; meaning: string }[]>(head, 'GET /statistics/definitions');
    expect(definitions.body.find(({ id }) => id === 'received')?.meaning).toContain('mis de côté');
  });

  it.each(['department', 'theme', 'channel', 'quartier', 'organisation', 'month'])(
    'are told apart by %s',
    async (groupBy) => {
      const { status, body } = await call<Statistics>(
        await hall.as('chef.grc'),
        `GET /statistics?${PERIOD}&groupBy=${groupBy}`,
      );
      expect(status).toBe(200);
      expect(body.sentences.length).toBeGreaterThan(1);
    },
  );

  it('are narrowed to what is asked, and compared with the same days a year before', async () => {
    await aPothole(hall);
    const head = await hall.as('chef.grc');
    const roads = await call<Statistics>(head, `GET /statistics?${PERIOD}&department=voirie&channel=telephone`);
    expect(roads.body.rows.map(({ key }) => key)).toEqual(['voirie']);
    const nowhere = await call<Statistics>(head, `GET /statistics?${PERIOD}&department=voirie&theme=funeraire`);
    expect(nowhere.body.total.received).toBe(0);
    const now = new Date().getFullYear();
    const [year, after] = [String(now), String(now + 1)];
    const next = await call<Statistics>(head, `GET /statistics?from=${after}-01-01&to=${after}-12-31`);
    expect(next.body).toMatchObject({
      total: { received: 0 },
      yearBefore: { from: `${year}-01-01`, to: `${year}-12-31` },
    });
    for (const period of [PERIOD, `from=${year}-01-01&to=${year}-12-31`])
      expect((await call<Statistics>(head, `GET /statistics?${period}`)).body).not.toHaveProperty('yearBefore');
  });

  it('stay within a head’s own department, and are not for ambassadors', async () => {
    await aPothole(hall);
    const { body } = await call<Statistics>(await hall.as('chef.voirie'), `GET /statistics?${PERIOD}`);
    expect(body.rows.map(({ key }) => key)).toEqual(['voirie']);
    expect((await call(await hall.as('ambassadrice1'), `GET /statistics?${PERIOD}`)).status).toBe(403);
    const reversed = await call(await hall.as('chef.grc'), 'GET /statistics?from=2026-02-01&to=2026-01-01');
    expect(reversed.body).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('leave as CSV for a French spreadsheet, with their definitions beside', async () => {
    const head = await hall.as('chef.grc');
    const csv = await head.ask(`/api/v1/statistics/export?${PERIOD}&groupBy=department`);
    const bytes = Buffer.from(await csv.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [first, ...lines] = bytes.toString('utf8').slice(1).trim().split('\r\n');
    expect(first!.startsWith('Service;Demandes reçues;')).toBe(true);
    expect(lines.at(-1)!.startsWith('Total;')).toBe(true);
    const definitions = await call<readonly { id: string; meaning: string }[]>(head, 'GET /statistics/definitions');
    expect(definitions.body.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['received', 'answered', 'kept', 'missed']),
    );
  });
});
