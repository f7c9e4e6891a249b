import { defaultPayloadConverter, TypedSearchAttributes, type Payload } from '@temporalio/common';
import { msNumberToTs, tsToMs } from '@temporalio/common/lib/time.js';
import { parseWorkflowCode } from '@temporalio/worker/lib/worker.js';
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import type { WorkflowCreateOptions } from '@temporalio/workflow/lib/interfaces.js';
import type { CaseInput } from '../../workflows/contract/case-input.js';

/** The activities of a case, as a worker would register them. */
const ACTIVITIES = new Set([
  'recordCase',
  'acknowledge',
  'remind',
  'tellCitizen',
  'sendReply',
  'transmit',
  'fetchCalendars',
]);

type VmWorkflow = Awaited<ReturnType<ReusableVMWorkflowCreator['createWorkflow']>>;
type ActivationJob = NonNullable<Parameters<VmWorkflow['activate']>[0]['jobs']>[number];
type Completion = Awaited<ReturnType<VmWorkflow['activate']>>;
type WorkflowCommand = NonNullable<NonNullable<Completion['successful']>['commands']>[number];
type UpdateResponse = NonNullable<WorkflowCommand['updateResponse']>;

/** What a workflow is told. */
export type Job =
  | { readonly kind: 'timerFired'; readonly seq: number }
  | { readonly kind: 'activityDone'; readonly seq: number; readonly result?: unknown }
  | { readonly kind: 'activityFailed'; readonly seq: number; readonly code: string }
  | { readonly kind: 'update'; readonly id: string; readonly message: unknown }
  | { readonly kind: 'signal'; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'cancel' };

/** What a workflow asks for, in the order of its task. */
export type Command =
  | { readonly kind: 'timer'; readonly seq: number; readonly ms: number }
  | { readonly kind: 'activity'; readonly seq: number; readonly type: string; readonly input: unknown }
  | { readonly kind: 'completed'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'continuedAsNew'; readonly type: string; readonly input: CaseInput }
  | { readonly kind: 'other'; readonly name: string };

export type UpdateAnswer =
  | { readonly kind: 'taken'; readonly id: string; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly id: string; readonly code: string };

/** One task of a workflow, done. `fault`: the task itself failed and would be retried for ever. */
export interface TaskDone {
  readonly commands: readonly Command[];
  readonly updates: readonly UpdateAnswer[];
  readonly fault?: string;
}

/**
 * Temporal's own sandbox, without server nor worker: the same virtual machine, the same bundle, one activation at a time.
 * These classes are no public API; this is the only file that touches them, and its spec is the first to fail when they
 * change.
 */
export class WorkflowSandbox {
  private runs = 0;

  private constructor(private readonly creator: ReusableVMWorkflowCreator) {}

  static async open(code: string): Promise<WorkflowSandbox> {
    const bundle = parseWorkflowCode(code);
    return new WorkflowSandbox(await ReusableVMWorkflowCreator.create(bundle, 10_000, ACTIVITIES));
  }

  /** A run that has not been told anything yet. */
  async run(workflowType: string, input: CaseInput, startedAt: number): Promise<SandboxRun> {
    this.runs++;
    const runId = `run-${String(this.runs)}`;
    const workflow = await this.creator.createWorkflow({
      info: infoOf({ workflowType, workflowId: input.caseId, runId }, startedAt),
      randomnessSeed: [1, 2, 3, 4, 5, 6, 7, 8],
      now: startedAt,
      showStackTraceSources: false,
    });
    return new SandboxRun(workflow, { runId, workflowType, input });
  }

  async close(): Promise<void> {
    await this.creator.destroy();
  }
}

interface RunStart {
  readonly runId: string;
  readonly workflowType: string;
  readonly input: CaseInput;
}

/** One run of a workflow; each `task` is one activation. */
export class SandboxRun {
  private started = false;

  constructor(
    private readonly workflow: VmWorkflow,
    private readonly start: RunStart,
  ) {}

  /** `replaying`: validators do not run, as the history says already what was accepted. */
  async task(
    jobs: readonly Job[],
    at: number,
    mode: { replaying?: boolean; continueSuggested?: boolean } = {},
  ): Promise<TaskDone> {
    const replaying = mode.replaying ?? false;
    const given = jobs.map((job) => jobOf(job, replaying));
    const first = this.started ? [] : [this.startJob(at)];
    this.started = true;
    const completion = await this.workflow.activate({
      runId: this.start.runId,
      timestamp: msNumberToTs(at),
      isReplaying: replaying,
      historyLength: 1,
      continueAsNewSuggested: mode.continueSuggested ?? false,
      jobs: [...first, ...given],
    });
    return doneOf(completion);
  }

  async query(name: string): Promise<unknown> {
    const queryWorkflow = { queryId: 'query-1', queryType: name, arguments: [] };
    const completion = await this.workflow.activate({
      runId: this.start.runId,
      jobs: [{ variant: 'queryWorkflow', queryWorkflow }],
    });
    const answered = completion.successful?.commands?.[0]?.respondToQuery?.succeeded?.response;
    return fromPayload(answered);
  }

  async dispose(): Promise<void> {
    await this.workflow.dispose();
  }

  private startJob(at: number): ActivationJob {
    const { workflowType, input } = this.start;
    const payloads = { arguments: [toPayload(input)] };
    return {
      initializeWorkflow: {
        workflowType,
        workflowId: input.caseId,
        startTime: msNumberToTs(at),
        attempt: 1,
        ...payloads,
      },
    };
  }
}

function infoOf(
  names: { readonly workflowType: string; readonly workflowId: string; readonly runId: string },
  startedAt: number,
): WorkflowCreateOptions['info'] {
  const common = { ...names, firstExecutionRunId: names.runId, originalExecutionRunId: names.runId };
  const started = {
    startTime: new Date(startedAt),
    runStartTime: new Date(startedAt),
    attempt: 1,
    taskTimeoutMs: 5_000,
  };
  return {
    ...common,
    ...started,
    taskQueue: 'cases',
    namespace: 'parvis',
    searchAttributes: {},
    typedSearchAttributes: new TypedSearchAttributes(),
    historyLength: 1,
    historySize: 1,
    continueAsNewSuggested: false,
    unsafe: { now: () => startedAt, isReplaying: false },
  } as unknown as WorkflowCreateOptions['info'];
}

function jobOf(job: Job, replaying: boolean): ActivationJob {
  switch (job.kind) {
    case 'timerFired':
      return { fireTimer: { seq: job.seq } };
    case 'activityDone':
      return { resolveActivity: { seq: job.seq, result: { completed: { result: toPayload(job.result) } } } };
    case 'activityFailed':
      return { resolveActivity: { seq: job.seq, result: { failed: { failure: activityFailure(job.code) } } } };
    case 'update': {
      const input = [toPayload(job.message)];
      const doUpdate = {
        id: job.id,
        protocolInstanceId: job.id,
        name: 'command',
        input,
        headers: {},
        runValidator: !replaying,
      };
      return { doUpdate };
    }
    case 'signal':
      return { signalWorkflow: { signalName: job.name, input: job.args.map(toPayload), headers: {} } };
    case 'cancel':
      return { cancelWorkflow: { reason: 'from the screens of Temporal' } };
  }
}

function activityFailure(code: string): object {
  const cause = { message: code, applicationFailureInfo: { type: code, nonRetryable: true } };
  return { message: 'Activity task failed', activityFailureInfo: { activityType: { name: 'any' } }, cause };
}

function doneOf({ successful, failed }: Completion): TaskDone {
  if (failed) return { commands: [], updates: [], fault: failed.failure?.message ?? 'failed' };
  const commands: Command[] = [];
  const updates: UpdateAnswer[] = [];
  for (const command of successful?.commands ?? []) {
    if (command.updateResponse) updates.push(...answerOf(command.updateResponse));
    else commands.push(commandOf(command));
  }
  return { commands, updates };
}

function answerOf(response: UpdateResponse): readonly UpdateAnswer[] {
  const id = response.protocolInstanceId ?? '';
  if (response.rejected) return [{ kind: 'refused', id, code: response.rejected.applicationFailureInfo?.type ?? '' }];
  return response.completed ? [{ kind: 'taken', id, answer: fromPayload(response.completed) }] : [];
}

function commandOf(command: WorkflowCommand): Command {
  const { startTimer, scheduleActivity, completeWorkflowExecution: completed } = command;
  if (startTimer) return { kind: 'timer', seq: startTimer.seq ?? 0, ms: tsToMs(startTimer.startToFireTimeout) };
  if (scheduleActivity) {
    const { seq, activityType, arguments: given } = scheduleActivity;
    return { kind: 'activity', seq: seq ?? 0, type: activityType ?? '', input: fromPayload(given?.[0]) };
  }
  return completed ? { kind: 'completed', result: fromPayload(completed.result) } : leavingOf(command);
}

function leavingOf(command: WorkflowCommand): Command {
  const { failWorkflowExecution: failed, continueAsNewWorkflowExecution: continued } = command;
  if (failed) return { kind: 'failed', code: failed.failure?.applicationFailureInfo?.type ?? '' };
  if (!continued) return { kind: 'other', name: Object.keys(command).join() };
  const input = fromPayload(continued.arguments?.[0]) as CaseInput;
  return { kind: 'continuedAsNew', type: continued.workflowType ?? '', input };
}

function toPayload(value: unknown): Payload {
  return defaultPayloadConverter.toPayload(value);
}

function fromPayload(payload: Payload | null | undefined): unknown {
  return payload ? defaultPayloadConverter.fromPayload(payload) : undefined;
}
