import { SandboxCase, mergedTasks, ordersOf } from '../support/sandbox-case.js';
import { DemoTown } from '../support/demo-town.js';
import { bundleOf } from '../support/workflow-bundle.js';
import { WorkflowSandbox, type Command } from '../support/workflow-sandbox.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';

const town = new DemoTown();
let sandbox: WorkflowSandbox;

beforeAll(async () => {
  sandbox = await WorkflowSandbox.open(await bundleOf());
});

afterAll(() => sandbox.close());

function definition(id: string): RunnableDefinition {
  return town.definitionOf(id)!;
}

function pothole(): Promise<SandboxCase> {
  return SandboxCase.open({ sandbox, town }, definition('voirie.nid-de-poule'));
}

function names(commands: readonly Command[]): readonly string[] {
  return commands.map((command) => (command.kind === 'activity' ? command.type : command.kind));
}

describe('the order of commands', () => {
  it('is effects, then a timer, when a case enters', async () => {
    const run = await pothole();
    expect(names(run.activations[0]!.done.commands)).toEqual(['acknowledge', 'timer']);
  });

  it('is nothing for a command whose caller stores the record', async () => {
    const run = await pothole();
    await run.settle();
    await run.say('referent answers');
    expect(run.activations.at(-1)!.done).toMatchObject({ commands: [], updates: [{ kind: 'taken' }] });
  });

  it('is effects, record and timer for an event that nobody waits for', async () => {
    const run = await pothole();
    await run.settle();
    expect(names((await run.fireTimer()).commands)).toEqual(['recordCase', 'timer']); // the weekly look, silent
    expect(names((await run.fireTimer()).commands)).toEqual(['remind', 'recordCase', 'timer']);
  });

  it('is a record too for a command that ends the case, then the end once it is stored', async () => {
    const { reopeningDays: _days, ...rest } = definition('voirie.nid-de-poule');
    const run = await SandboxCase.open({ sandbox, town }, { ...rest, reopeningDays: 0 });
    await run.settle();
    await run.say('citizen withdraws');
    expect(names(run.activations.at(-1)!.done.commands)).toEqual(['tellCitizen', 'recordCase']);
    await run.settle();
    expect(names(run.activations.at(-1)!.done.commands)).toEqual(['completed']);
  });
});

describe('a timer', () => {
  it('that fires always gives a command while the case has not ended', async () => {
    const run = await pothole();
    await run.settle();
    for (let n = 0; n < 12; n++) {
      expect((await run.fireTimer()).commands.length).toBeGreaterThan(0);
      await run.settle();
    }
  });

  it('that fires before its time is ordered again, with another pending or not', async () => {
    const run = await pothole();
    await run.settle();
    const [timer] = run.timers;
    run.now += 5_000;
    const done = await run.task([{ kind: 'timerFired', seq: timer!.seq }]);
    expect(names(done.commands)).toEqual(['timer']);
    expect(done.commands).toMatchObject([{ ms: timer!.at - run.now }]);
  });

  it('is never cancelled, and none is ordered where an earlier one is pending', async () => {
    const run = await pothole();
    await run.settle();
    await run.say('referent asks the citizen');
    await run.settle();
    await run.say('citizen sends what was missing');
    const commands = run.activations.flatMap(({ done }) => done.commands);
    expect(commands.filter(({ kind }) => kind === 'other')).toEqual([]);
    expect(commands.filter(({ kind }) => kind === 'timer')).toHaveLength(1);
  });
});

describe('an update', () => {
  it('refused by the validator leaves no command and no change', async () => {
    const run = await pothole();
    await run.settle();
    const before = await run.state();
    expect(await run.say('dgs endorses')).toMatchObject({ kind: 'refused', code: 'case.not-possible-now' });
    expect(run.activations.at(-1)!.done.commands).toEqual([]);
    expect(await run.state()).toEqual(before);
  });

  it('past the time its sender waits for is refused', async () => {
    const run = await pothole();
    const update = await run.update('referent answers');
    const message = update.message as { command: object };
    const late = { ...update, message: { command: { ...message.command, validUntil: run.now - 1 } } };
    expect((await run.task([late])).updates).toMatchObject([{ kind: 'refused', code: 'command.expired' }]);
  });

  it('that contradicts another of the same activation: exactly one is taken', async () => {
    const run = await pothole();
    await run.settle();
    const [answers, withdraws] = [await run.update('referent answers'), await run.update('citizen withdraws')];
    const { updates } = await run.task([withdraws, answers]);
    expect(updates.map(({ kind }) => kind).sort()).toEqual(['refused', 'taken']);
    expect(updates.find(({ kind }) => kind === 'refused')).toMatchObject({ code: 'case.closed' });
  });

  it('sent twice in one activation is done once', async () => {
    const run = await pothole();
    await run.settle();
    const answer = await run.update('referent answers');
    const { updates } = await run.task([answer, { ...answer, id: 'again' }]);
    expect(updates).toMatchObject([
      { kind: 'taken', answer: { revision: 2 } },
      { kind: 'taken', answer: { revision: 2 } },
    ]);
    expect((await run.state()).caseFile.revision).toBe(2);
  });

  it('known already is answered as before, with the record as it is now', async () => {
    const run = await pothole();
    await run.settle();
    const answer = await run.update('referent answers');
    await run.task([answer]);
    await run.say('dgs endorses');
    const { updates } = await run.task([{ ...answer, id: 'sent-again' }]);
    expect(updates).toMatchObject([{ kind: 'taken', answer: { revision: 2, record: { revision: 3 } } }]);
  });

  it('carries every line that is not known to be stored, and no other', async () => {
    const run = await pothole();
    await run.settle();
    const answer = await run.update('referent answers');
    const first = await run.task([{ ...answer, message: storedUpTo(answer.message, 0) }]);
    const endorse = await run.update('dgs endorses');
    const second = await run.task([{ ...endorse, message: storedUpTo(endorse.message, 0) }]);
    expect(revisionsIn(first.updates[0])).toEqual([2]);
    expect(revisionsIn(second.updates[0])).toEqual([2, 3]);
    const sign = await run.update('electedOfficial signs');
    const third = await run.task([{ ...sign, message: storedUpTo(sign.message, 3) }]);
    expect(revisionsIn(third.updates[0])).toEqual([4]);
  });
});

describe('an effect that failed for good', () => {
  it('becomes an event and an incident; the case waits and does not die', async () => {
    const run = await pothole();
    const effect = run.activities.find(({ type }) => type === 'acknowledge')!;
    const done = await run.task([{ kind: 'activityFailed', seq: effect.seq, code: 'mail.refused' }]);
    expect(names(done.commands)).toEqual(['recordCase']);
    expect((await run.state()).caseFile).toMatchObject({
      status: { kind: 'open' },
      effects: [{ state: 'failed', code: 'mail.refused', effect: { kind: 'acknowledge' } }],
    });
    await run.settle();
    expect(await run.say('administrator tries again')).toMatchObject({ kind: 'taken' });
    expect(names(run.activations.at(-1)!.done.commands)).toEqual(['acknowledge']);
  });
});

describe('a run', () => {
  it('of a type that is not its definition’s is refused', async () => {
    const run = await pothole();
    const other = await sandbox.run('proprete.depot-sauvage', run.input, run.now);
    expect((await other.task([], run.now)).commands).toEqual([{ kind: 'failed', code: 'case.wrong-definition' }]);
  });

  it('with rules newer than its own fails its task, and not the case', async () => {
    const run = await pothole();
    const caseFile = { ...run.input.caseFile, rulesVersion: 99 } as unknown as typeof run.input.caseFile;
    const newer = await sandbox.run('voirie.nid-de-poule', { ...run.input, caseFile }, run.now);
    expect((await newer.task([], run.now)).fault).toContain('Unknown rules version 99');
  });

  it('is not ended by a "cancel" from the screens of Temporal', async () => {
    const run = await pothole();
    await run.settle();
    const before = await run.state();
    expect(await run.task([{ kind: 'cancel' }])).toMatchObject({ commands: [] });
    expect(await run.state()).toEqual(before);
    expect((await run.liveToTheEnd()).status.kind).toBe('closed');
  });

  it('hears of a calendar once, and fetches it', async () => {
    const run = await pothole();
    await run.settle();
    const told = { kind: 'signal', name: 'calendarChanged', args: [2] } as const;
    expect(names((await run.task([told])).commands)).toEqual(['fetchCalendars', 'recordCase']);
    expect((await run.task([told])).commands).toEqual([]);
    await run.settle();
    expect((await run.state()).caseFile).toMatchObject({ calendarRevision: 2, effects: [] });
  });

  it('sleeps while closed and ends when the time for reopening is over', async () => {
    const run = await pothole();
    await run.liveToTheEnd();
    let done = await run.fireTimer();
    for (let n = 0; n < 20 && (await run.state()).caseFile.status.kind === 'closed'; n++) done = await run.fireTimer();
    expect(names(done.commands)).toContain('recordCase');
    await run.settle();
    expect(names(run.activations.at(-1)!.done.commands)).toEqual(['completed']);
  });
});

describe('a change of process', () => {
  async function qualified(): Promise<SandboxCase> {
    const run = await SandboxCase.open({ sandbox, town }, definition('grc.a-qualifier'));
    await run.settle();
    expect(await run.say('ambassador qualifies', { process: 'proprete.depot-sauvage' })).toMatchObject({
      kind: 'taken',
    });
    await run.settle();
    return run;
  }

  it('continues as new under the other type, which is its own', async () => {
    const run = await qualified();
    const last = run.activations.at(-1)!.done.commands.at(-1);
    expect(last).toMatchObject({ kind: 'continuedAsNew', type: 'proprete.depot-sauvage' });
    const next = await run.continued();
    expect((await next.liveToTheEnd()).status.kind).toBe('closed');
  });

  it('carries the ids of commands, so that one sent again is answered as before', async () => {
    const run = await qualified();
    const [sent] = run.activations.flatMap(({ jobs }) => jobs.filter(({ kind }) => kind === 'update'));
    const next = await run.continued();
    const { updates } = await next.task([sent!]);
    expect(updates).toMatchObject([{ kind: 'taken', answer: { revision: 2 } }]);
  });

  it('with a definition other than the one it names is refused', async () => {
    const run = await SandboxCase.open({ sandbox, town }, definition('grc.a-qualifier'));
    const update = await run.update('ambassador qualifies', { process: 'proprete.depot-sauvage' });
    const message = { ...(update.message as object), definition: definition('voirie.nid-de-poule') };
    expect((await run.task([{ ...update, message }])).updates).toMatchObject([{ kind: 'refused' }]);
  });

  it('leaves a run too when Temporal suggests it, once nothing is running', async () => {
    const run = await pothole();
    const asked = await run.task([await run.update('referent asks a finding')], { continueSuggested: true });
    expect(names(asked.commands)).toEqual([]); // the acknowledgement is still on its way
    const [acknowledge] = run.activities;
    const ended = await run.task([{ kind: 'activityDone', seq: acknowledge!.seq }], { continueSuggested: true });
    expect(names(ended.commands)).toEqual(['recordCase']);
    const [record] = run.activities;
    const left = await run.task([{ kind: 'activityDone', seq: record!.seq, result: 2 }], { continueSuggested: true });
    expect(left.commands).toMatchObject([
      { kind: 'continuedAsNew', type: 'voirie.nid-de-poule', input: { stored: 2 } },
    ]);
  });
});

describe('a history cut otherwise', () => {
  async function longLife(): Promise<SandboxCase> {
    const run = await pothole();
    await run.settle();
    await run.say('referent asks the citizen');
    await run.fireTimer();
    await run.settle();
    await run.say('dgs endorses');
    await run.say('citizen sends what was missing');
    await run.settle();
    await run.say('referent answers');
    await run.say('dgs sends back');
    await run.fireTimer();
    await run.settle();
    await run.say('referent answers');
    await run.liveToTheEnd();
    await run.say('citizen reopens');
    await run.settle();
    await run.liveToTheEnd();
    return run;
  }

  it('gives the same orders and answers when the worker lost the case', async () => {
    const run = await longLife();
    const live = ordersOf(run.activations.map(({ done }) => done));
    expect(ordersOf(await run.replay())).toEqual(live);
  });

  it('gives them also where each task without command is merged with the next update, updates first', async () => {
    const run = await longLife();
    const merged = mergedTasks(run.activations);
    expect(merged.length).toBeLessThan(run.activations.length - 4);
    expect(ordersOf(await run.replay(merged))).toEqual(ordersOf(run.activations.map(({ done }) => done)));
  });
});

function storedUpTo(message: unknown, storedRevision: number): unknown {
  const { command } = message as { command: object };
  return { ...(message as object), command: { ...command, storedRevision } };
}

function revisionsIn(update: unknown): readonly number[] {
  const { answer } = update as { answer: { record: { lines: readonly { revision: number }[] } } };
  return [...new Set(answer.record.lines.map(({ revision }) => revision))];
}
