import { pauseClock, startClock, type Clock } from '../case/clock.js';
import { MISSING_ITEM_RULES, type ClockRule } from '../process/runnable.js';
import type { LocalDate } from '../time/local-date.js';
import { suspensionEffect, SUSPENSION_REASONS, type ClockThatMayStop } from './suspension-words.js';

const CLOCK: ClockThatMayStop = { state: 'running', missingItem: 'pauseUntilAnswer', stoppedBy: 'reply' };

/** The engine's own clock, without a calendar: what pausing does to it is read in its pauses. */
function engineClock(missingItem: ClockRule['missingItem'], state: Clock['state'] = 'running'): Clock {
  const rule: ClockRule = {
    id: 'promise',
    kind: 'promise',
    limit: { n: 10, kind: 'workingDays' },
    stoppedBy: 'reply',
    missingItem,
  };
  return { ...startClock({}, { id: 'promise', rule, organisation: 'ville', startedAt: 0 }), state };
}

const ASKED = { openRequest: 'r1', on: '2026-11-25' as LocalDate, until: '2026-12-10' as LocalDate };

describe('what standing still does to a clock', () => {
  it.each(MISSING_ITEM_RULES)('is said as the engine does it, where the citizen is asked: %s', (missingItem) => {
    const stops = pauseClock({}, engineClock(missingItem), ASKED).pauses.length > 0;
    expect(suspensionEffect('citizen', { ...CLOCK, missingItem })?.stops).toBe(stops);
  });

  it('says of a clock that is late that asking no longer stops it, as the engine does', () => {
    const late = pauseClock({}, engineClock('pauseUntilAnswer', 'late'), ASKED);
    expect(late.pauses).toEqual([]);
    expect(suspensionEffect('citizen', { ...CLOCK, state: 'late' })).toMatchObject({ stops: false });
  });

  it('stops nothing for what the town hall asks itself, and stops with the reply for a planned day', () => {
    expect(SUSPENSION_REASONS.map((reason) => suspensionEffect(reason, CLOCK)?.stops)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const acknowledged = { ...CLOCK, stoppedBy: 'acknowledgement' } as const;
    expect(suspensionEffect('planned', acknowledged)?.stops).toBe(false);
  });

  it('says nothing of a clock that has ended', () => {
    expect(suspensionEffect('citizen', { ...CLOCK, state: 'kept' })).toBeUndefined();
  });
});
