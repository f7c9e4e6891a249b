import { closingOf, type OpeningHours } from './calendar.js';
import { addDays, weekdayOf, type LocalDate } from './local-date.js';

/** What tells the working days of a town hall from the others, beside the days of the week. */
export interface WorkingDays {
  /** Public holidays and closures. */
  readonly closed: readonly LocalDate[];
  /** Saturdays and the like that are worked. */
  readonly openExceptionally: readonly LocalDate[];
}

const FRIDAY = 5;

/** How many working days lie after `from`, up to `to` included; negative where `to` is past. */
export function workingDaysUntil({ closed, openExceptionally }: WorkingDays, from: LocalDate, to: LocalDate): number {
  if (to < from) return 0 - workingDaysUntil({ closed, openExceptionally }, to, from);
  const [shut, open] = [new Set(closed), new Set(openExceptionally)];
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (open.has(day) || (weekdayOf(day) <= FRIDAY && !shut.has(day))) days += 1;
  }
  return days;
}

/** The same, with the hour at which those days end. */
export interface WorkingHours extends WorkingDays {
  readonly hours: Pick<OpeningHours, 'closesAt' | 'earlyClosings'>;
}

/** Minutes since midnight at which the town hall closes on a day; undefined where it does not work on it. */
export function closingOn(town: WorkingHours, day: LocalDate): number | undefined {
  return workingDaysUntil(town, addDays(day, -1), day) === 0 ? undefined : closingOf(town, day);
}
