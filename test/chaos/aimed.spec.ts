import { startStack, type Stack } from '../../scripts/stack/product.mjs';
import { replayAll } from '../support/histories.js';
import { agreeing, doTask, liveToTheEnd, openPothole } from '../support/lives.js';
import { bringHalfTimeNear } from '../support/short-days.js';
import { pause, TownHall } from '../support/town-hall.js';

const CASES = 8;

/**
 * The trial that finds what random kills find too rarely: the worker is held while a deadline passes and two
 * contradictory commands arrive five milliseconds apart, so that one task carries all three.
 */
describe.each([0, 500])('two contradictory commands while a deadline passes, with %i cases in memory', (cached) => {
  let stack: Stack;
  let town: TownHall;

  beforeAll(async () => {
    stack = await startStack({ build: false, env: { WORKER_CACHED_CASES: String(cached) } });
    town = new TownHall(stack.urls.api, stack.urls.database);
  }, 240_000);

  afterAll(async () => {
    await town.close();
    await stack.stop();
  }, 120_000);

  it('accepts exactly one, reminds once, and every history replays', async () => {
    const { at, receivedAt } = await bringHalfTimeNear(stack, town, 1);
    const cases = await Promise.all(
      Array.from({ length: CASES }, () => openPothole(town, { receivedAt: receivedAt.toISOString() })),
    );
    const held = await Promise.all(cases.map(async ({ caseId }) => answered(caseId)));
    await pause(at - 700 - Date.now());
    stack.processes.worker.pause();
    const racing = held.map(async ({ caseId, author, endorser, taskId, letterHash }) => {
      const endorsing = town.insist<{ code?: string }>(endorser, `/tasks/${taskId}/endorse`, { letterHash });
      await pause(5);
      return Promise.all([endorsing, town.insist<{ code?: string }>(author, `/cases/${caseId}/recall`, {})]);
    });
    await pause(at + 1500 - Date.now());
    stack.processes.worker.resume();
    for (const answers of await Promise.all(racing)) {
      expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 409]);
    }
    for (const { caseId } of cases) {
      await agreeing(town, caseId);
      expect(await reminders(caseId)).toBe(1);
      await liveToTheEnd(town, caseId);
      await agreeing(town, caseId);
    }
    const report = await replayAll(stack.urls.temporal, stack.env['TEMPORAL_NAMESPACE'] ?? 'parvis');
    expect(report).toMatchObject({ failures: [], failedTasks: [] });
    expect(report.replayed).toBeGreaterThanOrEqual(CASES);
  }, 400_000);

  async function answered(
    caseId: string,
  ): Promise<{ caseId: string; author: string; endorser: string; taskId: string; letterHash: string }> {
    const [task] = await town.openTasks(caseId);
    const author = await town.loginOf(task!);
    expect((await doTask(town, caseId, task!)).status).toBe(200);
    const [next] = await town.openTasks(caseId);
    const endorser = await town.loginOf(next!);
    await town.as(endorser);
    return { caseId, author, endorser, taskId: next!.id, letterHash: await town.letterHash(caseId) };
  }

  async function reminders(caseId: string): Promise<number> {
    const [row] = await town.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM journal_entries WHERE case_id = $1 AND code = 'clock.reminded' AND about ->> 'clock' = 'promise'`,
      [caseId],
    );
    return row!.n;
  }
});
