import { createHash } from 'node:crypto';
import type { Calendar, ClosedDay, OpeningHours, ReceptionRule } from '../../domain/time/calendar.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { HolidayCorrections, PublicHoliday } from '../adapters/french-holidays.js';
import { frenchHolidays } from '../adapters/french-holidays.js';
import { frenchSubdivision } from './french-subdivision.js';
import { zoneOffsets } from './zone-offsets.js';

/** What an organisation says about its own time: the town's data. */
export interface CalendarSource {
  /** Id of the organisation, and of its calendar. */
  readonly id: string;
  /** `FR-51`, `FR-GP`…: gives the legal holidays and the time zone. */
  readonly subdivision: string;
  readonly holidays?: HolidayCorrections;
  /** Bridges, exceptional closures. A closure on a public holiday or a weekend changes nothing. */
  readonly closures: readonly Closure[];
  readonly openExceptionally: readonly LocalDate[];
  readonly hours: OpeningHours;
  readonly receptionRule: ReceptionRule;
}

export interface Closure {
  readonly date: LocalDate;
  /** French. */
  readonly label: string;
}

/** The days a calendar speaks of, both included. */
export interface Cover {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** 9:00 to 17:00 without a break. */
export const ORDINARY_HOURS: OpeningHours = { opensAt: 9 * 60, closesAt: 17 * 60, earlyClosings: [] };

/** From 1 January of last year to 31 December two years ahead. */
export function coverAround(today: LocalDate): Cover {
  const year = Number(today.slice(0, 4));
  return yearsCover(year - 1, year + 2);
}

/** Whole years, both included. */
export function yearsCover(firstYear: number, lastYear: number): Cover {
  return { from: `${String(firstYear)}-01-01` as LocalDate, to: `${String(lastYear)}-12-31` as LocalDate };
}

/** Throws when the subdivision does not exist or a correction does not fit it. */
export function buildCalendar(source: CalendarSource, cover: Cover): Calendar {
  const subdivision = frenchSubdivision(source.subdivision);
  if (subdivision === undefined) throw new Error(`${JSON.stringify(source.subdivision)} is no French subdivision`);
  const firstYear = Number(cover.from.slice(0, 4));
  const years = Array.from({ length: Number(cover.to.slice(0, 4)) - firstYear + 1 }, (_, index) => firstYear + index);
  const content = {
    id: source.id,
    from: cover.from,
    to: cover.to,
    closed: closedDays(
      cover,
      years.flatMap((year) => frenchHolidays(subdivision, source.holidays ?? {}, year)),
      source.closures,
    ),
    openExceptionally: within(cover, source.openExceptionally, (date) => date),
    hours: {
      ...source.hours,
      earlyClosings: within(cover, source.hours.earlyClosings, (closing) => closing.date),
    },
    offsets: zoneOffsets(subdivision.zone, cover.from, cover.to),
    receptionRule: source.receptionRule,
  };
  return { ...content, hash: createHash('sha256').update(canonicalJson(content)).digest('hex') };
}

/** A holiday wins over a closure of the same day: legal clocks skip the one and not the other. */
function closedDays(cover: Cover, holidays: readonly PublicHoliday[], closures: readonly Closure[]): ClosedDay[] {
  const closed = new Map<LocalDate, ClosedDay>();
  for (const { date, label } of closures) closed.set(date, { date, reason: 'closure', label });
  for (const { date, label } of holidays) closed.set(date, { date, reason: 'publicHoliday', label });
  return within(cover, [...closed.values()], (day) => day.date);
}

/** What lies in the cover, in the order of dates, so that the same data always give the same hash. */
function within<T>(cover: Cover, items: readonly T[], dateOf: (item: T) => LocalDate): T[] {
  return items
    .filter((item) => dateOf(item) >= cover.from && dateOf(item) <= cover.to)
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : Number(dateOf(a) > dateOf(b))));
}

/** Keys sorted at every depth, no white space. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
