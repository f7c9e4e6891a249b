import { addDays, daysBetween, weekdayOf, type LocalDate } from '../../../domain/time/local-date.js';

/** A day to call back on, and how far it is from today, in words. */
export interface LaterDay {
  readonly day: LocalDate;
  readonly label: string;
}

const SATURDAY = 6;
const DAYS_OF_WEEK = 7;

/** The next day that is no Saturday nor Sunday: nobody is at the desk to call back on those. */
export function nextWeekday(today: LocalDate): LocalDate {
  return afterWeekend(addDays(today, 1));
}

/** The days to which a callback is put off: the next one, in three days, in a week; each once. */
export function laterDays(today: LocalDate): readonly LaterDay[] {
  const days = [nextWeekday(today), afterWeekend(addDays(today, 3)), afterWeekend(addDays(today, DAYS_OF_WEEK))];
  return [...new Set(days)].map((day) => ({ day, label: labelOf(daysBetween(today, day)) }));
}

function afterWeekend(day: LocalDate): LocalDate {
  const weekday = weekdayOf(day);
  return weekday < SATURDAY ? day : addDays(day, DAYS_OF_WEEK + 1 - weekday);
}

function labelOf(days: number): string {
  if (days === 1) return 'À demain';
  return days === DAYS_OF_WEEK ? 'Dans une semaine' : `Dans ${String(days)} jours`;
}
