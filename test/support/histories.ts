import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';

/** Workflows as they lie built: what the worker runs. */
const WORKFLOWS = path.resolve('dist/workflows/index.js');

/** What replaying every run of a server gave. */
export interface ReplayReport {
  readonly replayed: number;
  /** `<workflow id>: <error>` for each run that does not replay. */
  readonly failures: readonly string[];
  /** Workflow tasks that failed live, a run that was left in the middle of something apart. */
  readonly failedTasks: readonly string[];
}

/** Replays every history that a namespace holds: what never failed live may still not replay. */
export async function replayAll(temporalAddress: string, namespace: string): Promise<ReplayReport> {
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace });
  const histories = [];
  const failedTasks: string[] = [];
  for await (const run of client.workflow.list()) {
    const history = await client.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
    histories.push({ workflowId: run.workflowId, history });
    for (const event of history.events ?? []) {
      const failed = event.workflowTaskFailedEventAttributes;
      // Something arrived while the run was leaving (UnhandledCommand): normal, the task is simply done again.
      if (failed && Number(failed.cause) !== UNHANDLED_COMMAND)
        failedTasks.push(`${run.workflowId}: ${failed.failure?.message ?? ''}`);
    }
  }
  await connection.close();
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: silent() });
  const failures: string[] = [];
  for await (const result of Worker.runReplayHistories({ workflowBundle }, histories)) {
    if (result.error) failures.push(`${result.workflowId}: ${result.error.message.slice(0, 300)}`);
  }
  return { replayed: histories.length, failures, failedTasks };
}

/** WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND */
const UNHANDLED_COMMAND = 1;

function silent(): NonNullable<Parameters<typeof bundleWorkflowCode>[0]['logger']> {
  const nothing = (): void => undefined;
  return { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
}
