import { aCalendar, aLegalClock, on, PROMISE } from '../../test/support/builders/rules-for-tests.js';
import type { LocalDate } from '../time/local-date.js';
import {
  abandonClock,
  computeClock,
  passInstants,
  recomputeOnNewCalendar,
  startClock,
  stopClock,
  type Clock,
} from './clock.js';
import type { ClockRule } from '../process/runnable.js';

const CALENDARS = { ville: aCalendar() };

function started(rule: ClockRule = PROMISE, day = '2026-04-20'): Clock {
  return startClock(CALENDARS, { id: rule.id, rule, organisation: 'ville', startedAt: on(day) });
}

function withClosure(date: string): { ville: ReturnType<typeof aCalendar> } {
  const { closed } = aCalendar();
  const closure = { date: date as LocalDate, reason: 'closure', label: 'Pont' } as const;
  return { ville: aCalendar({ hash: 'calendar-with-closure', closed: [...closed, closure] }) };
}

describe('a clock', () => {
  it('asks at half, at 80 %, at the end and when it is over, in opening hours', () => {
    expect(started().instants).toEqual([
      { level: 'half', at: on('2026-04-27', 16 * 60 + 30) },
      { level: 'most', at: on('2026-04-30', 16 * 60 + 30) },
      { level: 'last', at: on('2026-05-05', 16 * 60 + 30) },
      { level: 'overdue', at: on('2026-05-06', 9 * 60) },
    ]);
  });

  it('asks five minutes late where silence decides, so that what came in time is judged first', () => {
    const clock = started(aLegalClock({ silenceMeans: 'rejection' }));
    expect(clock.dueOn).toBe('2026-06-20');
    expect(clock.instants.find(({ level }) => level === 'silence')?.at).toBe(on('2026-06-21', 5));
  });

  it('is undated beyond what the calendar covers, and never guesses', () => {
    expect(started(aLegalClock(), '2026-11-20')).toMatchObject({ state: 'undated', instants: [] });
    expect(started(aLegalClock(), '2026-11-20')).not.toHaveProperty('dueOn');
  });

  it('ignores the closures of the town where the law counts', () => {
    const rule = aLegalClock({ limit: { n: 10, kind: 'workingDays' } });
    expect(recomputeOnNewCalendar(withClosure('2026-04-24'), started(rule)).dueOn).toBe('2026-05-05');
    expect(recomputeOnNewCalendar(withClosure('2026-04-24'), started()).dueOn).toBe('2026-05-06');
  });

  it('never moves a date already promised earlier', () => {
    const closed = computeClock(withClosure('2026-04-24'), started());
    const opened = recomputeOnNewCalendar(CALENDARS, closed);
    expect(opened).toMatchObject({ dueOn: '2026-05-06', calendarHash: 'calendar-2026' });
  });

  it('keeps the date first given to the citizen when it moves', () => {
    expect(recomputeOnNewCalendar(withClosure('2026-04-24'), started()).promisedOn).toBe('2026-05-05');
  });

  it('is kept or missed by the day, and only once', () => {
    expect(stopClock(started(), '2026-05-05' as LocalDate)).toMatchObject({ state: 'kept', instants: [] });
    const missed = stopClock(started(), '2026-05-06' as LocalDate);
    expect(missed.state).toBe('missed');
    expect(stopClock(missed, '2026-05-05' as LocalDate)).toBe(missed);
    expect(computeClock(withClosure('2026-04-24'), missed)).toBe(missed);
  });

  it('is neither kept nor missed when the case ends without a reply, unless it was over already', () => {
    expect(abandonClock(started(), '2026-05-05' as LocalDate).state).toBe('stopped');
    expect(abandonClock(started(), '2026-05-06' as LocalDate).state).toBe('missed');
  });
});

describe('instants that have passed', () => {
  it('speak once, at the highest level, however many they are', () => {
    const passed = passInstants(started(), on('2026-05-10'));
    expect(passed).toMatchObject({ reminder: 'overdue', silence: false, clock: { state: 'late', instants: [] } });
  });

  it('keep the fact that silence decided beside the reminder', () => {
    const passed = passInstants(started(aLegalClock({ silenceMeans: 'acceptance' })), on('2026-07-01'));
    expect(passed).toMatchObject({ reminder: 'overdue', silence: true, clock: { reached: 'silence', state: 'late' } });
  });

  it('are not asked for again by a new calendar', () => {
    const rule = aLegalClock({ silenceMeans: 'rejection' });
    const late = passInstants(passInstants(started(rule), on('2026-06-21')).clock, on('2026-06-23')).clock;
    expect(recomputeOnNewCalendar(withClosure('2026-06-24'), late)).toMatchObject({ state: 'late', instants: [] });
  });

  it('are none before their time', () => {
    const clock = started();
    expect(passInstants(clock, on('2026-04-21'))).toEqual({ clock, silence: false });
  });
});
