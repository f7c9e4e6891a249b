import type { Brand } from '../lib/brand.js';

/**
 * `YYYY-MM-DD`: a civil day in the town's zone, from 0000-01-01 to 9999-12-31. Compares with `<` as text. Never a `Date`:
 * days are counted as whole numbers, so neither the zone of the machine nor summer time can shift them.
 */
export type LocalDate = Brand<string, 'LocalDate'>;

/** ISO number of the day in the week: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that exists: 2028-02-29 is one, 2026-02-29 and 2026-13-01 are not. */
export function isLocalDate(text: string): text is LocalDate {
  const parts = PATTERN.exec(text);
  if (parts === null) return false;
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(Number(parts[1]), month);
}

/** The day `days` later (earlier when negative); stays at the first or last day of the type when it would leave it. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayAt(dayNumberOf(date) + days);
}

/**
 * The day with the same number `months` later, else the last day of that month (code de procédure civile, art. 641).
 * Stays at the first or last day of the type when it would leave it.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = count - targetYear * 12 + 1;
  if (!(targetYear >= 0)) return dayAt(FIRST_DAY);
  if (targetYear > 9999) return dayAt(LAST_DAY);
  return textOf(targetYear, targetMonth, Math.min(day, monthLength(targetYear, targetMonth)));
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

export function weekdayOf(date: LocalDate): Weekday {
  // Day 0, 1970-01-01, was a Thursday.
  return (((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Days since 1970-01-01 in the Gregorian calendar. */
export function dayNumberOf(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  // Years start in March, so that the leap day comes last; 400 years hold 146097 days.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of {@link dayNumberOf}, kept between the first and the last day of the type. */
export function dayAt(dayNumber: number): LocalDate {
  const shifted = Math.min(Math.max(Math.trunc(dayNumber), FIRST_DAY), LAST_DAY) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return textOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function textOf(year: number, month: number, day: number): LocalDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as LocalDate;
}

function monthLength(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

const FIRST_DAY = dayNumberOf('0000-01-01' as LocalDate);
const LAST_DAY = dayNumberOf('9999-12-31' as LocalDate);
