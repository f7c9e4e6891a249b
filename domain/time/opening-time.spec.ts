import type { Calendar } from './calendar.js';
import type { DayCountKind, DayCountRequest } from './day-count.js';
import type { LocalDate } from './local-date.js';
import { instantAtFraction, nextOpening } from './opening-time.js';

const date = (text: string): LocalDate => text as LocalDate;
const at = (text: string): number => Date.parse(`${text}+02:00`);
const request = (start: string, n: number, kind: DayCountKind): DayCountRequest => ({ start: date(start), n, kind });

/** Summer of 2026, with the fourteenth of July on a Tuesday and a half-day on the fifteenth. */
const calendar: Calendar = {
  id: 'ville',
  hash: '',
  from: date('2026-06-01'),
  to: date('2026-08-31'),
  closed: [{ date: date('2026-07-14'), reason: 'publicHoliday', label: 'Fête nationale' }],
  openExceptionally: [],
  hours: { opensAt: 540, closesAt: 1020, earlyClosings: [{ date: date('2026-07-15'), closesAt: 720 }] },
  offsets: [{ from: Date.parse('2026-03-29T01:00:00Z'), minutes: 120 }],
  receptionRule: 'A',
};

describe('A share of a time limit', () => {
  it('in working days is a place among the counted days', () => {
    const ten = request('2026-06-05', 10, 'workingDays');
    expect(instantAtFraction(calendar, ten, 0.5)).toBe(at('2026-06-12T16:30:00'));
    expect(instantAtFraction(calendar, ten, 0.8)).toBe(at('2026-06-17T16:30:00'));
    expect(instantAtFraction(calendar, ten, 1)).toBe(at('2026-06-19T16:30:00'));
    expect(instantAtFraction(calendar, ten, 0.55)).toBe(at('2026-06-15T13:00:00'));
  });

  it('is not thrown into the next day by a product such as 0.28 × 25 = 7.000000000000001', () => {
    expect(instantAtFraction(calendar, request('2026-06-05', 25, 'workingDays'), 0.28)).toBe(at('2026-06-16T16:30:00'));
  });

  it('of two days falls on the first evening, then at 60 % of the second day', () => {
    const two = request('2026-06-05', 2, 'workingDays');
    expect(instantAtFraction(calendar, two, 0.5)).toBe(at('2026-06-08T16:30:00'));
    expect(instantAtFraction(calendar, two, 0.8)).toBe(at('2026-06-09T13:48:00'));
    expect(instantAtFraction(calendar, two, 0)).toBe(at('2026-06-08T09:00:00'));
  });

  it('keeps within a half-day, and asks for nothing beyond the whole', () => {
    const one = request('2026-07-13', 1, 'workingDays');
    expect(instantAtFraction(calendar, one, 1)).toBe(at('2026-07-15T11:30:00'));
    expect(instantAtFraction(calendar, one, 7)).toBe(at('2026-07-15T11:30:00'));
    expect(instantAtFraction(calendar, one, -1)).toBe(at('2026-07-15T09:00:00'));
  });

  it('of other kinds is a civil day, moved to the open day before it', () => {
    const month = request('2026-06-10', 1, 'months');
    expect(instantAtFraction(calendar, month, 0.5)).toBe(at('2026-06-25T16:30:00'));
    expect(instantAtFraction(calendar, month, 0.8)).toBe(at('2026-07-03T16:30:00'));
    expect(instantAtFraction(calendar, month, 1)).toBe(at('2026-07-10T16:30:00'));
    expect(instantAtFraction(calendar, request('2026-06-10', 4, 'calendarDays'), 1)).toBe(at('2026-06-12T16:30:00'));
  });

  it('takes the next open day when none lies before it, and gives up after the due day', () => {
    const rolled = request('2026-06-06', 1, 'calendarDaysRolled');
    expect(instantAtFraction(calendar, rolled, 0.5)).toBe(at('2026-06-08T09:00:00'));
    expect(instantAtFraction(calendar, request('2026-06-06', 1, 'calendarDays'), 1)).toBeUndefined();
  });

  it('moves a legal day on which the town hall is closed', () => {
    const closure = { date: date('2026-06-09'), reason: 'closure', label: 'Déménagement' } as const;
    const town = { ...calendar, closed: [...calendar.closed, closure] };
    const legal = { ...request('2026-06-05', 2, 'workingDays'), ignoreClosures: true };
    expect(instantAtFraction(town, legal, 1)).toBe(at('2026-06-08T16:30:00'));
  });

  it('has no instant without a date', () => {
    expect(instantAtFraction(calendar, request('2026-08-30', 10, 'workingDays'), 0.5)).toBeUndefined();
    const paused = { ...request('2026-06-05', 2, 'workingDays'), pauses: [{ from: date('2026-06-06') }] };
    expect(instantAtFraction(calendar, paused, 0.5)).toBeUndefined();
  });
});

describe('The next opening', () => {
  it('is the first open day strictly after', () => {
    expect(nextOpening(calendar, date('2026-07-10'))).toBe(at('2026-07-13T09:00:00'));
    expect(nextOpening(calendar, date('2026-07-13'))).toBe(at('2026-07-15T09:00:00'));
  });

  it('is not guessed beyond the cover', () => {
    expect(nextOpening(calendar, date('2026-08-31'))).toBeUndefined();
    expect(nextOpening(calendar, date('2027-01-01'))).toBeUndefined();
  });
});
