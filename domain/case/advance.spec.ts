import { aCase, aCommand } from '../../test/support/builders/a-case.js';
import { answerStep, on, PROMISE, replyStep } from '../../test/support/builders/rules-for-tests.js';
import type { CasePlayer } from '../../src/catalog/case-player.js';
import type { CaseEvent } from './case-event.js';
import type { CaseFile } from './case-file.js';

const PLAIN = { steps: [answerStep, replyStep] } as const;

/** What an event changed, apart from revision and instant. */
function unchangedBy(play: CasePlayer, event: CaseEvent): readonly [CaseFile, CaseFile] {
  const before = play.caseFile;
  play.take(event);
  return [play.caseFile, { ...before, revision: before.revision + 1, at: Math.max(before.at, event.at) }];
}

const LATE: readonly CaseEvent[] = [
  { kind: 'replySent', at: on('2026-04-21'), effect: 'case-1.e7' },
  { kind: 'replyToPost', at: on('2026-04-21'), effect: 'case-1.e7' },
  { kind: 'replyInDoubt', at: on('2026-04-21'), effect: 'case-1.e7' },
  { kind: 'acknowledged', at: on('2026-04-21'), effect: 'case-1.e1' },
  { kind: 'calendarsFetched', at: on('2026-04-21'), effect: 'case-1.e7', hashes: { ville: 'calendar-2026' } },
  { kind: 'deadlinePassed', at: on('2026-04-21') },
];

describe('an event that no longer applies', () => {
  it.each(LATE)('after the closing becomes a line and changes nothing: $kind', (event) => {
    const play = aCase(PLAIN).answeredBy('p-referent').build();
    const [after, before] = unchangedBy(play, event);
    expect(after).toEqual(before);
    expect(play.lines.at(-1)).toMatchObject({ line: 0, code: `event.${event.kind}`, event });
    expect(play.ordered.filter(({ at }) => at === after.at)).toEqual([]);
  });

  it.each(LATE)('after the end becomes a line and changes nothing: $kind', (event) => {
    const play = aCase({ ...PLAIN, reopeningDays: 0 })
      .answeredBy('p-referent')
      .build();
    const [after, before] = unchangedBy(play, event);
    expect(after).toEqual(before);
  });

  it('opens no incident after the end, when nobody could close it', () => {
    const play = aCase({ ...PLAIN, reopeningDays: 0 })
      .answeredBy('p-referent')
      .build();
    const effect = { kind: 'tellCitizen', id: 'case-1.e9', about: 'withdrawn' } as const;
    const [after, before] = unchangedBy(play, {
      kind: 'effectFailed',
      at: on('2026-04-21'),
      effect,
      code: 'mail.refused',
    });
    expect(after).toEqual(before);
  });

  it('is a command that was overtaken: one line says why', () => {
    const play = aCase(PLAIN).answeredBy('p-referent').build();
    const command = aCommand(play, { kind: 'close', conclusion: { kind: 'withdrawn' } });
    const [after, before] = unchangedBy(play, { kind: 'command', at: command.at, command });
    expect(after).toEqual(before);
    expect(play.lines.at(-1)).toMatchObject({ code: 'command.noEffect', about: { because: 'case.closed' } });
  });
});

describe('advance', () => {
  it('never goes back in time', () => {
    const play = aCase().until('2026-04-22').where('referent asks a finding').build();
    play.take({ kind: 'deadlinePassed', at: on('2026-04-01') });
    expect(play.caseFile.at).toBe(on('2026-04-22'));
    expect(play.lines.at(-1)?.at).toBe(on('2026-04-22'));
  });

  it('writes line 0 for the event with the acting role and the holder’s department, then what followed', () => {
    const play = aCase(PLAIN).answeredBy('p-referent').build();
    const first = play.lines.find(({ code }) => code === 'command.answer')!;
    const lines = play.lines.filter(({ revision }) => revision === first.revision);
    expect(lines[0]).toMatchObject({ line: 0, actor: 'p-referent', actorRole: 'referent', department: 'voirie' });
    expect(lines.map(({ line }) => line)).toEqual(lines.map((_, index) => index));
    expect(lines.map(({ code }) => code)).toContain('step.entered');
  });

  it('gives each task, request and effect an id that never comes back', () => {
    const play = aCase().answeredBy('p-referent').where('headOfDepartment sends back').answeredBy('p-referent').build();
    expect(play.caseFile.counters.task).toBe(4);
    expect(play.caseFile.tasks.map(({ id }) => id)).toEqual(['case-1.t4']);
  });
});

describe('a failing neighbour', () => {
  it('leaves the case alive, and what failed to a person', () => {
    const play = aCase()
      .whileTheWorld(() => 'failed')
      .where('referent asks the citizen')
      .build();
    expect(play.caseFile.status.kind).toBe('open');
    expect(play.caseFile.effects.map(({ effect, state }) => [effect.kind, state])).toContainEqual([
      'tellCitizen',
      'failed',
    ]);
  });

  it('is tried again under the same id, and forgotten when given up', () => {
    const play = aCase()
      .whileTheWorld(() => 'failed')
      .where('referent asks the citizen')
      .build();
    const failed = play.caseFile.effects.at(-1)!.effect;
    play.world = () => 'later';
    const retry = { kind: 'retryEffect', effect: failed.id } as const;
    expect(play.play({ actor: 'admin', actorRole: 'administrator', act: retry })).toBeUndefined();
    expect(play.ordered.at(-1)?.effect).toEqual(failed);
    expect(play.caseFile.effects.some(({ effect }) => effect.id === failed.id)).toBe(false);
  });

  it('can be tried again on a closed case', () => {
    const play = aCase()
      .whileTheWorld(() => 'failed')
      .where('citizen withdraws')
      .build();
    const failed = play.caseFile.effects.find(({ effect }) => effect.kind === 'tellCitizen')!.effect;
    play.world = () => 'done';
    const retry = { kind: 'retryEffect', effect: failed.id } as const;
    expect(play.play({ actor: 'admin', actorRole: 'administrator', act: retry })).toBeUndefined();
    expect(play.caseFile.status.kind).toBe('closed');
  });
});

describe('a calendar', () => {
  it('too short for a clock is fetched, once at a time', () => {
    const opened = on('2026-12-28');
    const play = aCase({ clocks: [PROMISE] })
      .opened({ at: opened, receivedAt: opened })
      .whileTheWorld(() => 'later')
      .build();
    expect(play.caseFile.clocks[0]?.state).toBe('undated');
    play.take({ kind: 'deadlinePassed', at: opened + 1 });
    play.take({ kind: 'deadlinePassed', at: opened + 2 });
    expect(play.ordered.filter(({ effect }) => effect.kind === 'fetchCalendars')).toHaveLength(1);
  });

  it('that changed is fetched while a clock runs, and heard of once', () => {
    const play = aCase()
      .whileTheWorld(() => 'later')
      .build();
    play.take({ kind: 'calendarChanged', at: on('2026-04-21'), calendarRevision: 2 });
    play.take({ kind: 'calendarChanged', at: on('2026-04-21'), calendarRevision: 2 });
    expect(play.caseFile.calendarRevision).toBe(2);
    expect(play.ordered.filter(({ effect }) => effect.kind === 'fetchCalendars')).toHaveLength(1);
  });
});
