import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startStack, type Stack } from '../../scripts/stack/product.mjs';
import { replayAll } from '../support/histories.js';
import { aCitizen, agreeing, ANSWER, liveToTheEnd, openPothole } from '../support/lives.js';
import { repliesTo } from '../support/mail-box.js';
import { eventually, TownHall } from '../support/town-hall.js';

const PARTS = ['worker', 'api', 'temporal', 'postgres'] as const;
/** Before a command is accepted, after, and after the read model's commit. */
const MOMENTS = ['before-update', 'after-update', 'after-record'] as const;

const TRIALS = PARTS.flatMap((part) => MOMENTS.map((moment) => [part, moment] as const));

let stack: Stack;
let town: TownHall;
let pauses: string;

beforeAll(async () => {
  pauses = mkdtempSync(path.join(os.tmpdir(), 'parvis-pauses-'));
  stack = await startStack({ build: false, durable: true, env: { PAUSE_DIR: pauses } });
  town = new TownHall(stack.urls.api, stack.urls.database);
}, 240_000);

afterAll(async () => {
  await town.close();
  await stack.stop();
  rmSync(pauses, { recursive: true, force: true });
}, 120_000);

describe('a part killed at a named moment of a command', () => {
  it.each(TRIALS)(
    'loses nothing and does nothing twice: %s, %s',
    async (part, moment) => {
      const citizen = aCitizen();
      const { caseId } = await openPothole(town, { citizen });
      await agreeing(town, caseId);
      const [task] = await town.openTasks(caseId);
      const login = await town.loginOf(task!);
      await town.as(login);
      const key = randomUUID();
      const route = `/tasks/${task!.id}/answer`;

      writeFileSync(path.join(pauses, moment), '');
      const first = town.post(login, route, ANSWER, key).catch(() => undefined);
      await eventually(`the command reaches ${moment}`, () =>
        Promise.resolve(existsSync(path.join(pauses, `${moment}.reached`))),
      );
      await stack.processes[part].kill('SIGKILL');
      rmSync(path.join(pauses, `${moment}.reached`));
      await stack.processes[part].start();
      await first;

      const answer = await town.insist<{ revision: number }>(login, route, ANSWER, key);
      expect(answer.status).toBe(200);
      await agreeing(town, caseId);
      expect(await linesOf(caseId, 'command.answer')).toBe(1);
      await liveToTheEnd(town, caseId);
      await agreeing(town, caseId);
      expect(await repliesTo(stack.urls.mail, citizen.email)).toHaveLength(1);
    },
    240_000,
  );

  it('leaves histories that all replay', async () => {
    const report = await replayAll(stack.urls.temporal, stack.env['TEMPORAL_NAMESPACE'] ?? 'parvis');
    expect(report.failures).toEqual([]);
    expect(report.failedTasks).toEqual([]);
    expect(report.replayed).toBeGreaterThanOrEqual(TRIALS.length);
  }, 120_000);
});

async function linesOf(caseId: string, code: string): Promise<number> {
  const [row] = await town.rows<{ n: number }>(
    'SELECT count(*)::int AS n FROM journal_entries WHERE case_id = $1 AND code = $2',
    [caseId, code],
  );
  return row!.n;
}
