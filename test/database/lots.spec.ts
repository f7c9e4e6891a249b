import { randomUUID } from 'node:crypto';
import { deleteOldLots, insertLot, listLots } from '../../src/database/repositories/lots.repository.js';
import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('lots');
});

afterAll(() => scratch.drop());

async function aLot(days: number, state: string): Promise<string> {
  const item = { caseId: randomUUID(), organisation: 'ville', sector: 'general', code: null };
  const preview = { caseNumber: 'D-2026-00001', from: [] };
  const items = [{ ...item, state: 'waiting' as const, preview }];
  const lot = { id: randomUUID(), kind: 'remind' as const, owner: 'p-un', params: {}, clientKey: randomUUID(), items };
  const id = await insertLot(scratch.database, lot);
  await scratch.database.query(
    `UPDATE lots SET state = $2, created_at = now() - make_interval(days => $3) WHERE id = $1`,
    [id, state, days],
  );
  return id;
}

it('lots are kept for ninety days, with their results; one that still runs stays', async () => {
  const kept = [await aLot(89, 'done'), await aLot(91, 'running')];
  await aLot(91, 'done');
  await aLot(91, 'prepared');
  expect(await deleteOldLots(scratch.database, 90)).toBe(2);
  expect((await listLots(scratch.database, 'p-un')).map(({ id }) => id)).toEqual(kept);
  const [left] = await scratch.database.query<{ n: number }>('SELECT count(*)::int AS n FROM lot_items');
  expect(left?.n).toBe(2);
});
