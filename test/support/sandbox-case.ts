import type { CaseFile } from '../../domain/case/case-file.js';
import { openCase, type Opening } from '../../domain/case/open-case.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';
import type { CasePlayer, Move } from '../../src/catalog/case-player.js';
import { nextWords } from '../../scripts/catalog/play/shortest-path.js';
import { spokenMove, type Details } from '../../src/catalog/spoken-acts.js';
import type { CaseInput } from '../../workflows/contract/case-input.js';
import type { CaseState, CommandAnswer, CommandMessage } from '../../workflows/contract/messages.js';
import type { DemoTown } from './demo-town.js';
import type { Command, Job, SandboxRun, TaskDone, UpdateAnswer, WorkflowSandbox } from './workflow-sandbox.js';

/** One activation of a run as it happened. */
export interface Activation {
  readonly jobs: readonly Job[];
  readonly at: number;
  readonly done: TaskDone;
}

type ActivityCommand = Extract<Command, { kind: 'activity' }>;
type TimerCommand = Extract<Command, { kind: 'timer' }>;

/** Where a case is played: the sandbox, and the town whose people and processes it meets. */
export interface Around {
  readonly sandbox: WorkflowSandbox;
  readonly town: DemoTown;
}

/** The world and the people around one run of a case in the sandbox: activities, timers, and updates in words. */
export class SandboxCase {
  readonly activations: Activation[] = [];
  activities: readonly ActivityCommand[] = [];
  timers: readonly (TimerCommand & { readonly at: number })[] = [];
  now: number;
  private updates = 0;

  private constructor(
    private readonly run: SandboxRun,
    private readonly setting: Around & { readonly shadow: CasePlayer },
    private readonly start: { readonly input: CaseInput; readonly workflowType: string },
  ) {
    this.now = setting.shadow.now;
  }

  /** Starts a case of that process; its first task is done. */
  static async open(
    around: Around,
    definition: RunnableDefinition,
    opening: Partial<Opening> = {},
  ): Promise<SandboxCase> {
    const shadow = around.town.open(definition, opening);
    const { calendars } = shadow.rules;
    const outcome = openCase(shadow.rules, shadow.opening);
    const { caseFile, effects } = outcome;
    const input = {
      caseId: caseFile.caseId,
      definition,
      calendars,
      caseFile,
      effects,
      unstored: [],
      stored: 0,
      known: [],
    };
    return SandboxCase.enter({ ...around, shadow }, input, definition.processId);
  }

  private static async enter(
    setting: Around & { readonly shadow: CasePlayer },
    input: CaseInput,
    workflowType: string,
  ): Promise<SandboxCase> {
    const run = await setting.sandbox.run(workflowType, input, setting.shadow.now);
    const entered = new SandboxCase(run, setting, { input, workflowType });
    await entered.task([]);
    return entered;
  }

  /** What this run was started with. */
  get input(): CaseInput {
    return this.start.input;
  }

  /** The run that follows a continue-as-new, from the last command of this one. */
  async continued(): Promise<SandboxCase> {
    const last = this.activations.at(-1)?.done.commands.at(-1);
    if (last?.kind !== 'continuedAsNew') throw new Error('This run did not continue as new');
    return SandboxCase.enter(this.setting, last.input, last.type);
  }

  /** One activation; what it orders is kept until it is carried out. */
  async task(jobs: readonly Job[], mode: { continueSuggested?: boolean } = {}): Promise<TaskDone> {
    const done = await this.run.task(jobs, this.now, mode);
    if (done.fault !== undefined) throw new Error(done.fault);
    this.activations.push({ jobs, at: this.now, done });
    const ended = new Set(jobs.flatMap((job) => ('seq' in job ? [job.seq] : [])));
    this.activities = [
      ...this.activities.filter(({ seq }) => !ended.has(seq)),
      ...done.commands.filter((one) => one.kind === 'activity'),
    ];
    const timers = done.commands
      .filter((one) => one.kind === 'timer')
      .map((one) => ({ ...one, at: this.now + one.ms }));
    const fired = new Set(jobs.flatMap((job) => (job.kind === 'timerFired' ? [job.seq] : [])));
    this.timers = [...this.timers.filter(({ seq }) => !fired.has(seq)), ...timers];
    return done;
  }

  /** Carries out every activity that waits, one after the other, each in a task of its own. */
  async settle(): Promise<void> {
    for (let [next] = this.activities; next !== undefined; [next] = this.activities) {
      this.now += 20;
      await this.task([{ kind: 'activityDone', seq: next.seq, result: this.resultOf(next) }]);
    }
  }

  /** An update in words, sent alone. */
  async say(words: string, details: Details = {}): Promise<UpdateAnswer> {
    const update = await this.update(words, details);
    this.now += 1_000;
    const { updates } = await this.task([update]);
    return updates[0]!;
  }

  /** The job of an update in words, as the case stands now. */
  async update(words: string, details: Details = {}): Promise<Extract<Job, { kind: 'update' }>> {
    const { shadow, town } = this.setting;
    const state = await this.state();
    shadow.caseFile = state.caseFile;
    shadow.now = this.now;
    const move = spokenMove(shadow, words, { details, town });
    if (typeof move === 'string') throw new Error(move);
    this.updates++;
    const id = `${words}-${String(state.caseFile.revision)}-${String(this.updates)}`;
    return { kind: 'update', id, message: this.messageOf(id, move, state.caseFile.revision) };
  }

  /** Lets the earliest timer fire, at its time. */
  async fireTimer(): Promise<TaskDone> {
    const [next] = [...this.timers].sort((one, other) => one.at - other.at);
    if (next === undefined) throw new Error('No timer waits');
    this.now = Math.max(this.now, next.at);
    return this.task([{ kind: 'timerFired', seq: next.seq }]);
  }

  async state(): Promise<CaseState> {
    return (await this.run.query('state')) as CaseState;
  }

  /** By the shortest path to a case that is no longer open. */
  async liveToTheEnd(): Promise<CaseFile> {
    for (let acts = 0; acts < 40; acts++) {
      await this.settle();
      const { caseFile } = await this.state();
      if (caseFile.status.kind !== 'open') return caseFile;
      const words = nextWords(caseFile);
      if (words === undefined) throw new Error('Nobody is asked for anything');
      const answer = await this.say(words);
      if (answer.kind === 'refused') throw new Error(`« ${words} » was refused: ${answer.code}`);
    }
    throw new Error('The case does not come to an end');
  }

  /** Plays the activations, cut as given, to a fresh run as a worker does that lost this one. */
  async replay(activations: readonly Activation[] = inHistory(this.activations)): Promise<readonly TaskDone[]> {
    const run = await this.setting.sandbox.run(this.start.workflowType, this.input, activations[0]!.at);
    const done: TaskDone[] = [];
    for (const { jobs, at } of activations) done.push(await run.task(jobs, at, { replaying: true }));
    await run.dispose();
    return done;
  }

  async dispose(): Promise<void> {
    await this.run.dispose();
  }

  private messageOf(id: string, { definition, authenticated, ...move }: Move, storedRevision: number): CommandMessage {
    const authentication = authenticated === true ? { authenticationId: 'authentication-1' } : {};
    const command = { ...move, ...authentication, id, at: this.now, storedRevision };
    return definition === undefined ? { command } : { command, definition };
  }

  private resultOf({ type, input }: ActivityCommand): unknown {
    switch (type) {
      case 'recordCase':
        return (input as { revision: number }).revision;
      case 'sendReply':
        return (input as { effect: { channel: string } }).effect.channel === 'letter' ? 'toPost' : 'sent';
      case 'fetchCalendars':
        return this.input.calendars;
      default:
        return undefined;
    }
  }
}

/** What history keeps: an update that was refused leaves nothing, nor does a task that held nothing else. */
export function inHistory(activations: readonly Activation[]): readonly Activation[] {
  return activations.flatMap((activation, index) => {
    const refused = new Set(activation.done.updates.flatMap((one) => (one.kind === 'refused' ? [one.id] : [])));
    const jobs = activation.jobs.filter((job) => job.kind !== 'update' || !refused.has(job.id));
    return jobs.length === 0 && index > 0 ? [] : [{ ...activation, jobs }];
  });
}

/** A history cut as a replay may cut it: each task that issued nothing is merged with the next update, updates first. */
export function mergedTasks(activations: readonly Activation[]): readonly Activation[] {
  const merged: Activation[] = [];
  let empty: readonly Job[] = [];
  for (const activation of inHistory(activations)) {
    const updates = activation.jobs.filter(({ kind }) => kind === 'update');
    const others = activation.jobs.filter(({ kind }) => kind !== 'update');
    const silent = merged.length > 0 && activation.done.commands.length === 0 && updates.length === 0;
    if (silent) {
      empty = [...empty, ...others];
      continue;
    }
    if (empty.length > 0 && updates.length === 0) merged.push({ ...activation, jobs: empty });
    const jobs = updates.length === 0 ? others : [...updates, ...empty, ...others];
    merged.push({ ...activation, jobs });
    empty = [];
  }
  return merged;
}

/** What tasks ordered and answered, one after the other, however they were cut. */
export function ordersOf(done: readonly TaskDone[]): {
  readonly commands: readonly Command[];
  readonly answers: readonly unknown[];
} {
  const taken = done.flatMap(({ updates }) => updates.filter((one) => one.kind === 'taken'));
  const answers = taken.map(({ id, answer }) => [id, (answer as CommandAnswer).revision]);
  return { commands: done.flatMap(({ commands }) => commands), answers };
}
