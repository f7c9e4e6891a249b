import type { Calendar } from './calendar.js';
import { laterDays } from './later-days.js';
import type { LocalDate } from './local-date.js';

const date = (text: string): LocalDate => text as LocalDate;

const calendar: Calendar = {
  id: 'ville',
  hash: '',
  from: date('2026-01-01'),
  to: date('2026-12-31'),
  closed: [
    { date: date('2026-05-01'), reason: 'publicHoliday', label: 'Fête du Travail' },
    { date: date('2026-05-04'), reason: 'closure', label: 'Pont' },
  ],
  openExceptionally: [date('2026-11-28')],
  hours: { opensAt: 540, closesAt: 1020, earlyClosings: [] },
  offsets: [{ from: Date.parse('2025-10-26T01:00:00Z'), minutes: 60 }],
  receptionRule: 'A',
};

describe('The days to which a thing is put off', () => {
  it('are days on which the town hall works: no weekend, no public holiday, no closure', () => {
    expect(laterDays(calendar, date('2026-04-30'))).toEqual(['2026-05-05', '2026-05-07']);
    expect(laterDays(calendar, date('2026-04-28'))).toEqual(['2026-04-29', '2026-05-05']);
    expect(laterDays(calendar, date('2026-11-16'))).toEqual(['2026-11-17', '2026-11-19', '2026-11-23']);
  });

  it('count a Saturday that is worked', () => {
    expect(laterDays(calendar, date('2026-11-27'))).toEqual(['2026-11-28', '2026-11-30', '2026-12-04']);
  });

  it('stand where the calendar says nothing', () => {
    expect(laterDays(calendar, date('2027-03-01'))).toEqual(['2027-03-02', '2027-03-04', '2027-03-08']);
  });
});
