import fc from 'fast-check';
import { closingOf, firstOpenDay, instantAt, isCovered, isOpenDay, localDateOf, minutesOfDay } from './calendar.js';
import type { Calendar } from './calendar.js';
import type { LocalDate } from './local-date.js';
import { addDays, daysBetween } from './local-date.js';

const date = (text: string): LocalDate => text as LocalDate;
const at = (text: string): number => Date.parse(text);

const calendar: Calendar = {
  id: 'ville',
  hash: '',
  from: date('2025-01-01'),
  to: date('2025-12-31'),
  closed: [
    { date: date('2025-05-01'), reason: 'publicHoliday', label: 'Fête du Travail' },
    { date: date('2025-05-02'), reason: 'closure', label: 'Pont du 1er mai' },
  ],
  openExceptionally: [date('2025-05-03')],
  hours: { opensAt: 540, closesAt: 1020, earlyClosings: [{ date: date('2025-12-24'), closesAt: 720 }] },
  offsets: [
    { from: at('2024-10-27T01:00:00Z'), minutes: 60 },
    { from: at('2025-03-30T01:00:00Z'), minutes: 120 },
    { from: at('2025-10-26T01:00:00Z'), minutes: 60 },
  ],
  receptionRule: 'A',
};

describe('A calendar', () => {
  it('knows the civil day of an instant, which is not the day in UTC', () => {
    expect(localDateOf(calendar, at('2025-07-03T21:59:59Z'))).toBe('2025-07-03');
    expect(localDateOf(calendar, at('2025-07-03T22:00:00Z'))).toBe('2025-07-04');
    expect(localDateOf(calendar, at('2025-01-03T22:30:00Z'))).toBe('2025-01-03');
    expect(localDateOf(calendar, at('2025-01-03T23:00:00Z'))).toBe('2025-01-04');
  });

  it('gives 17:00 in winter and in summer', () => {
    expect(instantAt(calendar, date('2025-03-28'), 1020)).toBe(at('2025-03-28T16:00:00Z'));
    expect(instantAt(calendar, date('2025-03-31'), 1020)).toBe(at('2025-03-31T15:00:00Z'));
    expect(instantAt(calendar, date('2025-10-27'), 1020)).toBe(at('2025-10-27T16:00:00Z'));
  });

  it('takes the first of two equal local times, and steps over the hour that does not exist', () => {
    expect(instantAt(calendar, date('2025-10-26'), 150)).toBe(at('2025-10-26T00:30:00Z'));
    expect(instantAt(calendar, date('2025-10-26'), 180)).toBe(at('2025-10-26T02:00:00Z'));
    expect(instantAt(calendar, date('2025-03-30'), 150)).toBe(at('2025-03-30T01:30:00Z'));
    expect(minutesOfDay(calendar, at('2025-10-26T00:30:00Z'))).toBe(150);
    expect(minutesOfDay(calendar, at('2025-10-26T01:30:00Z'))).toBe(150);
  });

  it('finds each local time again, except within the hour that does not exist', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 1439 }), (offset, minute) => {
        const day = addDays(calendar.from, offset);
        fc.pre(!(day === '2025-03-30' && minute >= 120 && minute < 180));
        const instant = instantAt(calendar, day, minute);
        expect(localDateOf(calendar, instant)).toBe(day);
        expect(minutesOfDay(calendar, instant)).toBe(minute);
      }),
      { numRuns: 1000 },
    );
  });

  it('closes on weekends, holidays and closures, unless it is open exceptionally', () => {
    expect(isOpenDay(calendar, date('2025-04-30'))).toBe(true);
    expect(isOpenDay(calendar, date('2025-05-01'))).toBe(false);
    expect(isOpenDay(calendar, date('2025-05-02'))).toBe(false);
    expect(isOpenDay(calendar, date('2025-05-03'))).toBe(true);
    expect(isOpenDay(calendar, date('2025-05-04'))).toBe(false);
  });

  it('closes early on a half-day, which stays an open day', () => {
    expect(closingOf(calendar, date('2025-12-24'))).toBe(720);
    expect(closingOf(calendar, date('2025-12-23'))).toBe(1020);
    expect(isOpenDay(calendar, date('2025-12-24'))).toBe(true);
  });

  it('says nothing beyond its cover', () => {
    expect(isCovered(calendar, date('2024-12-31'))).toBe(false);
    expect(isCovered(calendar, date('2025-12-31'))).toBe(true);
    expect(firstOpenDay(calendar, date('2025-05-01'))).toBe('2025-05-03');
    expect(firstOpenDay(calendar, date('2026-01-02'))).toBeUndefined();
    expect(firstOpenDay({ ...calendar, to: date('2025-05-02') }, date('2025-05-01'))).toBeUndefined();
    expect(daysBetween(calendar.from, calendar.to)).toBe(364);
  });

  it('ends the search at the last day of the type too', () => {
    const last = date('9999-12-31');
    const closedForEver = { ...calendar, to: last, closed: [{ date: last, reason: 'closure', label: 'Fin' } as const] };
    expect(firstOpenDay(closedForEver, last)).toBeUndefined();
  });
});
