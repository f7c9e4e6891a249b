import fc from 'fast-check';
import type { LocalDate } from './local-date.js';
import { addDays, addMonths, dayAt, dayNumberOf, daysBetween, isLocalDate, weekdayOf } from './local-date.js';

const day = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new Error(`${text} is no day`);
  return text;
};

const FIRST = dayNumberOf('0000-01-01' as LocalDate);
const LAST = dayNumberOf('9999-12-31' as LocalDate);
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(dayAt);

describe('A civil day', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '0000-01-01', '9999-12-31'])('exists: %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-04-00',
    '2026-4-1',
    '',
    '２０２６-01-01',
  ])('does not exist: %s', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it('has a number that goes up by one each day, through the 400 years after which the calendar repeats', () => {
    let wrong = 0;
    for (let number = dayNumberOf(day('1900-01-01')); number <= dayNumberOf(day('2300-01-01')); number += 1) {
      const date = dayAt(number);
      if (dayNumberOf(date) !== number || !isLocalDate(date)) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  it('agrees with the platform on names and weekdays', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const platform = new Date(`${date}T00:00:00Z`);
        expect(platform.toISOString().slice(0, 10)).toBe(date);
        expect(weekdayOf(date)).toBe(platform.getUTCDay() === 0 ? 7 : platform.getUTCDay());
      }),
    );
  });

  it('comes back after the same number of days forth and back, and sorts as text', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const other = addDays(date, days);
        fc.pre(dayNumberOf(date) + days >= FIRST && dayNumberOf(date) + days <= LAST);
        expect(daysBetween(date, other)).toBe(days);
        expect(addDays(other, -days)).toBe(date);
        expect(other < date).toBe(days < 0);
      }),
    );
  });

  it('moves by months to the same number, else to the last day of the month', () => {
    expect(addMonths(day('2025-07-10'), 2)).toBe('2025-09-10');
    expect(addMonths(day('2027-12-31'), 2)).toBe('2028-02-29');
    expect(addMonths(day('2026-12-31'), 2)).toBe('2027-02-28');
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28');
    expect(addMonths(day('2026-01-15'), -13)).toBe('2024-12-15');
    expect(addMonths(day('2026-01-15'), 0)).toBe('2026-01-15');
  });

  it('stays within the type rather than leave it', () => {
    expect(addDays(day('9999-12-30'), 1e9)).toBe('9999-12-31');
    expect(addDays(day('0000-01-02'), -1e9)).toBe('0000-01-01');
    expect(addMonths(day('2026-01-31'), 1e9)).toBe('9999-12-31');
    expect(addMonths(day('2026-01-31'), -1e9)).toBe('0000-01-01');
  });
});
