import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { bundleOf } from '../support/workflow-bundle.js';

const folder = path.resolve('test/workflows/histories');
const recorded = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort();
let code: string;

beforeAll(async () => {
  // What fails here is meant to fail, and is asserted: nobody needs to read it in the log.
  const telemetryOptions = { logging: { filter: { core: 'ERROR', other: 'ERROR' } } } as const;
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions });
  code = await bundleOf();
});

function historyOf(file: string): Parameters<typeof Worker.runReplayHistory>[1] {
  return historyFromJSON(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
}

/** Replays every recorded history with these workflows; gives the files that do not replay. */
async function notReplayed(workflows: string): Promise<readonly string[]> {
  const histories = recorded.map((file) => ({ workflowId: file, history: historyOf(file) }));
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle: { code: workflows } },
    histories,
  )) {
    if (error !== undefined) failed.push(workflowId);
  }
  return failed;
}

/** The workflows with one thing changed, as a careless hand might. */
function changed(from: string, to: string): string {
  if (!code.includes(from)) throw new Error(`The bundle has no ${from}`);
  return code.replace(from, to);
}

describe('recorded histories', () => {
  it('are there, one for each kind of step and of life', () => {
    expect(recorded.length).toBeGreaterThanOrEqual(9);
  });

  it.each(recorded)('replay: %s', async (file) => {
    await Worker.runReplayHistory({ workflowBundle: { code } }, historyOf(file), 'case-1');
  });
});

describe('a deliberately changed rule fails the replay', () => {
  const everyOne = expect.arrayContaining(['inspection-and-send-backs.json', 'letter-posted.json']) as unknown;

  it('of every case, where events no longer order their record', async () => {
    expect(await notReplayed(changed('if (!someoneWaits || this.hasEnded())', 'if (this.hasEnded())'))).toEqual(
      recorded,
    );
  });

  it('of every case, where a timer is ordered although an earlier one is pending', async () => {
    expect(await notReplayed(changed('pending <= next', 'pending < 0'))).toEqual(everyOne);
  });

  it('of those that replied, where the reply is no longer sent', async () => {
    expect(await notReplayed(changed("kind: 'sendReply',", "kind: 'tellCitizen', about: 'postponed',"))).toEqual(
      everyOne,
    );
  });

  it('of the one that reopened, where the citizen is no longer told', async () => {
    const failed = await notReplayed(changed("about: 'reopened'", "about: 'reopened', kind: 'remind'"));
    expect(failed).toEqual(['closed-then-reopened.json']);
  });
});
