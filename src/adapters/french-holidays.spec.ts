import { frenchSubdivision } from '../calendar/french-subdivision.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { addDays, isLocalDate } from '../../domain/time/local-date.js';
import type { HolidayCorrections } from './french-holidays.js';
import { FIRST_HOLIDAY_YEAR, frenchHolidays, LAST_HOLIDAY_YEAR } from './french-holidays.js';

function holidays(
  code: string,
  year: number,
  corrections: HolidayCorrections = {},
): readonly { date: string; label: string }[] {
  const subdivision = frenchSubdivision(code);
  if (subdivision === undefined) throw new Error(code);
  return frenchHolidays(subdivision, corrections, year);
}

const days = (code: string, year: number, corrections?: HolidayCorrections): string[] =>
  holidays(code, year, corrections).map(({ date }) => date.slice(5));

/** Meeus, Jones and Butcher: a second opinion, independent of the library. */
function easter(year: number): LocalDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const text = `${String(year)}-0${String(Math.floor(sum / 31))}-${String((sum % 31) + 1).padStart(2, '0')}`;
  if (!isLocalDate(text)) throw new Error(text);
  return text;
}

function legalList(year: number): string[] {
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  const movable = [1, 39, 50].map((offset) => addDays(easter(year), offset).slice(5));
  return [...new Set([...fixed, ...movable])].sort();
}

describe('French public holidays', () => {
  it('are the eleven of the Code du travail, every year that may be asked', () => {
    for (let year = FIRST_HOLIDAY_YEAR; year <= LAST_HOLIDAY_YEAR; year += 1) {
      expect([year, days('FR-51', year)]).toEqual([year, legalList(year)]);
    }
  });

  it('do not include the Sunday of Pentecost nor Mother’s Day', () => {
    expect(days('FR-51', 2026)).not.toContain('05-24');
    expect(days('FR-51', 2026)).not.toContain('05-31');
    expect(days('FR-51', 2026)).toHaveLength(11);
  });

  it('count one day where two feasts meet', () => {
    expect(holidays('FR-51', 2008)).toHaveLength(10);
    expect(holidays('FR-51', 2008).find(({ date }) => date === '2008-05-01')?.label).toBe('Fête du Travail, Ascension');
  });

  it('have Good Friday in Alsace and Moselle only where the commune has the right', () => {
    expect(days('FR-67', 2026)).toEqual([...legalList(2026), '12-26']);
    expect(days('FR-67', 2026, { observed: ['goodFriday'] })).toEqual([...legalList(2026), '04-03', '12-26'].sort());
    expect(holidays('FR-68', 2026, { observed: ['goodFriday'] })[1]).toEqual({
      date: '2026-04-03',
      label: 'Vendredi saint',
    });
  });

  it.each([
    ['FR-GP', '05-27'],
    ['FR-MQ', '05-22'],
    ['FR-GF', '06-10'],
    ['FR-RE', '12-20'],
    ['FR-YT', '04-27'],
    ['FR-BL', '10-09'],
    ['FR-MF', '05-28'],
  ])('of %s add the abolition of slavery on %s, and nothing else', (code, abolition) => {
    expect(days(code, 2027)).toEqual([...legalList(2027), abolition].sort());
  });

  it('of Saint-Martin follow the code where the town’s file says so', () => {
    expect(days('FR-MF', 2027, { saintMartinAbolition: '05-27' })).toEqual([...legalList(2027), '05-27'].sort());
  });

  it('of the Antilles and Guyane add the usages the town’s file names', () => {
    const observed = ['goodFriday', 'shroveTuesday', 'ashWednesday', 'allSoulsDay', 'schoelcherDay'] as const;
    expect(days('FR-MQ', 2026, { observed })).toEqual(
      [...legalList(2026), '02-17', '02-18', '04-03', '05-22', '07-21', '11-02'].sort(),
    );
  });

  it('add the days the town’s file names one by one, in their year', () => {
    const idi = { date: '2026-03-20' as LocalDate, label: 'Idi-el-Fitri' };
    expect(holidays('FR-YT', 2026, { additional: [idi] })).toContainEqual(idi);
    expect(holidays('FR-YT', 2027, { additional: [idi] })).not.toContainEqual(idi);
  });

  it('refuse a correction that does not fit the place, and a year nobody compared with the law', () => {
    expect(() => holidays('FR-51', 2026, { observed: ['goodFriday'] })).toThrow(/FR-51/);
    expect(() => holidays('FR-2A', 2026, { observed: ['goodFriday'] })).toThrow(/FR-2A/);
    expect(() => holidays('FR-67', 2026, { observed: ['shroveTuesday'] })).toThrow(/FR-67/);
    expect(() => holidays('FR-51', 1982)).toThrow(RangeError);
    expect(() => holidays('FR-51', 2151)).toThrow(RangeError);
  });
});
