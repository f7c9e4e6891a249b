import { aCase, moveOf, must, tell } from '../../test/support/builders/a-case.js';
import { aLegalClock, PROMISE } from '../../test/support/builders/rules-for-tests.js';
import type { MissingItemRule } from '../process/runnable.js';

/** Asked on Wednesday 22 April, answered on Tuesday 28. */
function askedAndAnswered(missingItem: MissingItemRule, until = '2026-05-07'): ReturnType<typeof aCase> {
  return aCase({ clocks: [{ ...PROMISE, missingItem }] })
    .until('2026-04-22')
    .where('referent asks the citizen', { until })
    .until('2026-04-28');
}

describe('a missing item', () => {
  it('leaves a clock of the kind "runs" alone', () => {
    const play = askedAndAnswered('runs').build();
    expect(play.caseFile.clocks[0]).toMatchObject({ state: 'running', dueOn: '2026-05-05', pauses: [] });
  });

  it('pauses a clock of the kind "pauseUntilAnswer" from the day after to the day of the answer', () => {
    const play = askedAndAnswered('pauseUntilAnswer').build();
    expect(play.caseFile.clocks[0]).toMatchObject({ state: 'paused', promisedOn: '2026-05-05' });
    expect(play.caseFile.clocks[0]).not.toHaveProperty('dueOn');
    must(play, 'citizen sends what was missing');
    // Two working days had run; eight remain from the 29th, without 1 and 8 May.
    expect(play.caseFile.clocks[0]).toMatchObject({
      state: 'running',
      dueOn: '2026-05-12',
      promisedOn: '2026-05-05',
      pauses: [{ from: '2026-04-23', to: '2026-04-28' }],
    });
  });

  it('suspends a clock of the kind "suspendUntilAnswerOrDelay" for the delay at most', () => {
    const play = askedAndAnswered('suspendUntilAnswerOrDelay', '2026-04-24').build();
    expect(play.caseFile.clocks[0]).toMatchObject({ state: 'running', dueOn: '2026-05-07' });
    must(play, 'citizen sends what was missing');
    expect(play.caseFile.clocks[0]).toMatchObject({ pauses: [{ from: '2026-04-23', to: '2026-04-24' }] });
  });

  it('gives back the rest of the delay when the answer comes before its end', () => {
    const play = askedAndAnswered('suspendUntilAnswerOrDelay').where('citizen sends what was missing').build();
    expect(play.caseFile.clocks[0]).toMatchObject({
      pauses: [{ from: '2026-04-23', to: '2026-04-28' }],
      dueOn: '2026-05-12',
    });
  });

  it('starts a clock of the kind "restartWhenComplete" anew on the day the file is complete', () => {
    const play = askedAndAnswered('restartWhenComplete').build();
    expect(play.caseFile.clocks[0]?.state).toBe('paused');
    must(play, 'citizen sends what was missing');
    expect(play.caseFile.clocks[0]).toMatchObject({
      dayZero: '2026-04-28',
      state: 'running',
      dueOn: '2026-05-15',
      pauses: [],
    });
  });

  it('treats promise and legal clock each by its own rule, side by side', () => {
    const play = aCase({ clocks: [PROMISE, aLegalClock({ missingItem: 'runs' })] })
      .where('referent asks the citizen')
      .until('2026-04-28')
      .build();
    expect(play.caseFile.clocks.map(({ id, state }) => [id, state])).toEqual([
      ['promise', 'paused'],
      ['silence', 'running'],
    ]);
  });

  it('counts from the day a paper reached the town hall, not from its entry', () => {
    const play = askedAndAnswered('pauseUntilAnswer').build();
    must(play, 'citizen sends what was missing', { receivedOn: '2026-04-24' });
    expect(play.caseFile.clocks[0]).toMatchObject({
      pauses: [{ from: '2026-04-23', to: '2026-04-24' }],
      dueOn: '2026-05-07',
    });
  });

  it('keeps a clock paused until the last of two items came', () => {
    const play = aCase().where('referent asks the citizen').where('referent asks the citizen').build();
    must(play, 'citizen sends what was missing');
    expect(play.caseFile.clocks[0]?.state).toBe('paused');
    must(play, 'citizen sends what was missing');
    expect(play.caseFile.clocks[0]?.state).toBe('running');
  });

  it('neither stops nor restarts a clock that is late already', () => {
    for (const missingItem of ['pauseUntilAnswer', 'restartWhenComplete'] as const) {
      const play = aCase({ clocks: [{ ...PROMISE, missingItem }] })
        .until('2026-05-11')
        .where('referent asks the citizen')
        .build();
      expect(play.caseFile.clocks[0]).toMatchObject({ state: 'late', dueOn: '2026-05-05' });
      must(play, 'citizen sends what was missing');
      expect(play.caseFile.clocks[0]).toMatchObject({ state: 'late', dueOn: '2026-05-05' });
    }
  });

  it('asked on the very last day no longer moves that day', () => {
    const play = aCase().until('2026-05-05').where('referent asks the citizen').build();
    expect(play.caseFile.clocks[0]).toMatchObject({ state: 'running', dueOn: '2026-05-05' });
    play.moveTo(play.now + 2 * 24 * 3_600_000);
    expect(play.caseFile.clocks[0]?.state).toBe('late');
  });

  it('tells the citizen by mail', () => {
    const play = aCase().where('referent asks the citizen').build();
    expect(play.ordered.at(-1)?.effect).toMatchObject({
      kind: 'tellCitizen',
      about: 'missingItem',
      openRequest: 'case-1.r1',
    });
  });

  it('cannot be asked of someone who left no address', () => {
    expect(tell(aCase().repliedBy('none').build(), 'referent asks the citizen')).toBe('case.needs-address');
  });

  it('becomes overdue when the day named has passed, and whoever holds the case hears of it', () => {
    const play = aCase().where('referent asks the citizen', { until: '2026-04-24' }).until('2026-04-27').build();
    expect(play.caseFile.openRequests).toMatchObject([{ overdue: true }]);
    expect(play.ordered.at(-1)?.effect).toMatchObject({ kind: 'remind', level: 'itemOverdue', to: ['p-referent'] });
  });

  it('is taken also when it comes late, once, and not twice', () => {
    const play = aCase().where('referent asks the citizen', { until: '2026-04-24' }).until('2026-04-27').build();
    const twice = moveOf(play, 'citizen sends what was missing');
    expect(play.play(twice)).toBeUndefined();
    expect(play.play(twice)).toBe('case.open-request-ended');
  });
});
