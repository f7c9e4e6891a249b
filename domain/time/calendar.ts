import type { Instant } from './instant.js';
import { DAY, MINUTE } from './instant.js';
import type { LocalDate } from './local-date.js';
import { addDays, dayAt, dayNumberOf, weekdayOf } from './local-date.js';

/**
 * The civil time of one organisation, closed: it travels with each case, so that a replay asks neither the holiday
 * library nor the zone database again. It knows the days from `from` to `to`, both included, and says nothing of others.
 */
export interface Calendar {
  readonly id: string;
  /** SHA-256, hex, of everything else in it, as canonical JSON. */
  readonly hash: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** In the order of dates; at most one entry a day. Saturdays and Sundays are not listed unless they are holidays too. */
  readonly closed: readonly ClosedDay[];
  /** Days the town hall works although they are a Saturday, a Sunday or listed in `closed`. */
  readonly openExceptionally: readonly LocalDate[];
  readonly hours: OpeningHours;
  /** In order; the first one is at or before the start of `from`. */
  readonly offsets: readonly UtcOffset[];
  readonly receptionRule: ReceptionRule;
}

export interface ClosedDay {
  readonly date: LocalDate;
  readonly reason: 'publicHoliday' | 'closure';
  /** French, for people: « Lundi de Pâques », « Pont de l’Ascension ». */
  readonly label: string;
}

/** Minutes since local midnight. A half-day counts as a whole working day: only its closing moves. */
export interface OpeningHours {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly earlyClosings: readonly EarlyClosing[];
}

export interface EarlyClosing {
  readonly date: LocalDate;
  readonly closesAt: number;
}

/** Local time minus UTC, in minutes, from this instant to the next entry. */
export interface UtcOffset {
  readonly from: Instant;
  readonly minutes: number;
}

/**
 * `A`: the day of receipt is the civil day, whatever the hour. `B`: what comes outside opening hours is deemed received
 * on the next open day. The town's charter names one; legal clocks always use `A`.
 */
export type ReceptionRule = 'A' | 'B';

/** By organisation id. */
export type Calendars = Readonly<Record<string, Calendar>>;

/** The civil day of an instant. Outside the cover it uses the nearest offset the calendar knows. */
export function localDateOf(calendar: Calendar, instant: Instant): LocalDate {
  return dayAt(Math.floor(localMilliseconds(calendar, instant) / DAY));
}

/** Minutes since local midnight, with their fraction. */
export function minutesOfDay(calendar: Calendar, instant: Instant): number {
  const local = localMilliseconds(calendar, instant);
  return (local - Math.floor(local / DAY) * DAY) / MINUTE;
}

/**
 * The instant of a local time. A time that exists twice (end of summer time) is the first of both; one that does not
 * exist (start of summer time) is as far after the change as it would have been after the start of the missing hour.
 */
export function instantAt(calendar: Calendar, date: LocalDate, minutesOfDay: number): Instant {
  const local = dayNumberOf(date) * DAY + minutesOfDay * MINUTE;
  const { offsets } = calendar;
  const index = offsets.findIndex((offset, i) => {
    const next = offsets[i + 1];
    return next === undefined || local - offset.minutes * MINUTE < next.from;
  });
  const offset = offsets[index];
  const instant = local - (offset?.minutes ?? 0) * MINUTE;
  const before = offsets[index - 1];
  const inGap = offset !== undefined && before !== undefined && instant < offset.from;
  return inGap ? local - before.minutes * MINUTE : instant;
}

/** Whether the town hall works that day: Monday to Friday, neither holiday nor closure, or open exceptionally. */
export function isOpenDay(calendar: Calendar, date: LocalDate): boolean {
  if (calendar.openExceptionally.includes(date)) return true;
  return weekdayOf(date) <= 5 && closedDayOf(calendar, date) === undefined;
}

export function closedDayOf(calendar: Calendar, date: LocalDate): ClosedDay | undefined {
  return calendar.closed.find((day) => day.date === date);
}

export function isCovered(calendar: Calendar, date: LocalDate): boolean {
  return date >= calendar.from && date <= calendar.to;
}

/** Minutes since local midnight at which that day closes; closed days have the ordinary hour. */
export function closingOf(
  { hours }: { readonly hours: Pick<OpeningHours, 'closesAt' | 'earlyClosings'> },
  date: LocalDate,
): number {
  const early = hours.earlyClosings.find((closing) => closing.date === date);
  return early?.closesAt ?? hours.closesAt;
}

/** The first open day at or after `date`, within the cover. */
export function firstOpenDay(calendar: Calendar, date: LocalDate): LocalDate | undefined {
  for (let day = date; isCovered(calendar, day); day = addDays(day, 1)) {
    if (isOpenDay(calendar, day)) return day;
    if (day === calendar.to) return undefined;
  }
  return undefined;
}

function localMilliseconds(calendar: Calendar, instant: Instant): number {
  const offset = calendar.offsets.findLast((candidate) => candidate.from <= instant) ?? calendar.offsets[0];
  return instant + (offset?.minutes ?? 0) * MINUTE;
}
