import type { LocalDate } from './local-date.js';
import { closingOn, workingDaysUntil, type WorkingDays } from './working-days.js';

const date = (text: string): LocalDate => text as LocalDate;
const town: WorkingDays = { closed: [date('2026-07-14')], openExceptionally: [date('2026-07-18')] };
const until = (from: string, to: string): number => workingDaysUntil(town, date(from), date(to));

describe('Working days until a day', () => {
  it('leave out weekends and holidays, and count the last day', () => {
    expect(until('2026-07-10', '2026-07-15')).toBe(2);
    expect(until('2026-07-10', '2026-07-13')).toBe(1);
    expect(until('2026-07-10', '2026-07-12')).toBe(0);
    expect(until('2026-07-10', '2026-07-10')).toBe(0);
  });

  it('are negative once the day is past, by what was worked since', () => {
    expect(until('2026-07-15', '2026-07-10')).toBe(-2);
    expect(Object.is(until('2026-07-12', '2026-07-10'), 0)).toBe(true);
  });

  it('count a Saturday that is worked', () => {
    expect(until('2026-07-17', '2026-07-20')).toBe(2);
  });
});

describe('The hour at which a day closes', () => {
  const hours = { closesAt: 17 * 60 + 30, earlyClosings: [{ date: date('2026-07-13'), closesAt: 12 * 60 }] };
  const closing = (day: string): number | undefined => closingOn({ ...town, hours }, date(day));

  it('is the ordinary one, the earlier one that was decided, or none on a day that is not worked', () => {
    expect(closing('2026-07-10')).toBe(1050);
    expect(closing('2026-07-13')).toBe(720);
    expect(closing('2026-07-14')).toBeUndefined();
    expect(closing('2026-07-12')).toBeUndefined();
    expect(closing('2026-07-18')).toBe(1050);
  });
});
