import type { Calendar } from './calendar.js';
import { closingOf, firstOpenDay, instantAt, isCovered, isOpenDay } from './calendar.js';
import type { CountedDay, DayCountKind, DayCountRequest } from './day-count.js';
import { countDays } from './day-count.js';
import type { Instant } from './instant.js';
import type { LocalDate } from './local-date.js';
import { addDays } from './local-date.js';

/** A message at the end of a day must leave time to act on it. */
const MINUTES_BEFORE_CLOSING = 30;

/**
 * The instant, within opening hours, at which `fraction` (0 to 1) of a time limit is used up.
 *
 * Counted in working or business days, the position is `fraction × n`: 0.5 of 10 is the end of counted day 5, 0.8 of 2 is
 * day 2 at 60 % of its opening hours; an end of a day is 30 minutes before closing, and nothing comes later. Other kinds
 * take the same share of the days on which the clock runs, up to the due day. A day that is not open gives way to the
 * nearest earlier open day, not before the start; failing that, to the next open day up to the due day.
 *
 * Undefined when the count has no date (out of cover, paused) or when no such day is open.
 */
export function instantAtFraction(calendar: Calendar, request: DayCountRequest, fraction: number): Instant | undefined {
  const count = countDays(calendar, request);
  if (count.kind !== 'dated') return undefined;
  const running = count.days.filter((day) => isRunning(day, request.kind));
  // Rounded, so that 0.28 × 25 is the end of day 7 and not the opening of day 8.
  const position = Math.round(Math.min(Math.max(fraction, 0), 1) * running.length * 1e6) / 1e6;
  const index = Math.max(Math.ceil(position), 1);
  const date = running[index - 1]?.date ?? count.dueOn;
  if (isOpenDay(calendar, date)) return instantWithin(calendar, date, position - (index - 1));
  const earlier = lastOpenDay(calendar, date, request.start);
  if (earlier !== undefined) return instantWithin(calendar, earlier, 1);
  const later = firstOpenDay(calendar, date);
  return later === undefined || later > count.dueOn ? undefined : instantWithin(calendar, later, 0);
}

/** When the first open day strictly after `after` opens; undefined beyond the cover. */
export function nextOpening(calendar: Calendar, after: LocalDate): Instant | undefined {
  const day = firstOpenDay(calendar, addDays(after, 1));
  return day === undefined ? undefined : instantAt(calendar, day, calendar.hours.opensAt);
}

function isRunning(day: CountedDay, kind: DayCountKind): boolean {
  if (kind === 'workingDays' || kind === 'businessDays') return day.counted;
  return day.reason !== 'startDay' && day.reason !== 'paused';
}

/** `share` 0 is the opening, 1 the closing; whole minutes. */
function instantWithin(calendar: Calendar, date: LocalDate, share: number): Instant {
  const { opensAt } = calendar.hours;
  const closesAt = closingOf(calendar, date);
  const latest = Math.max(opensAt, closesAt - MINUTES_BEFORE_CLOSING);
  return instantAt(calendar, date, Math.min(latest, Math.round(opensAt + share * (closesAt - opensAt))));
}

function lastOpenDay(calendar: Calendar, date: LocalDate, notBefore: LocalDate): LocalDate | undefined {
  for (let day = date; day >= notBefore && isCovered(calendar, day); day = addDays(day, -1)) {
    if (isOpenDay(calendar, day)) return day;
    if (day === notBefore) return undefined;
  }
  return undefined;
}
