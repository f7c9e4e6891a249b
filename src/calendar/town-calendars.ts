import type { Calendar, Calendars } from '../../domain/time/calendar.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { OrganisationSheet, Town, TownClosure } from '../town/town.js';
import { buildCalendar, coverAround } from './build-calendar.js';

/** The calendar of each organisation of a town's folder, around a day: for tools that ask no database. */
export function townCalendars({ organisations, closures }: Town, today: LocalDate): Calendars {
  return Object.fromEntries(organisations.map((sheet) => [sheet.id, townCalendar(sheet, closures, today)]));
}

/** One organisation's calendar from the law, its own closures among all of the town's, and its zone; `today` decides what is covered. */
export function townCalendar(
  { id, calendar }: Pick<OrganisationSheet, 'id' | 'calendar'>,
  closures: readonly TownClosure[],
  today: LocalDate,
): Calendar {
  const own = closures.filter(({ organisation }) => organisation === id);
  const source = {
    id,
    subdivision: calendar.subdivision.code,
    holidays: calendar.corrections,
    closures: own.filter(({ kind }) => kind === 'closed').map(({ date, label }) => ({ date, label })),
    openExceptionally: own.filter(({ kind }) => kind === 'openExceptionally').map(({ date }) => date),
    hours: {
      opensAt: calendar.opensAt,
      closesAt: calendar.closesAt,
      earlyClosings: own.flatMap(({ kind, date, closesAt }) =>
        kind === 'earlyClosing' && closesAt !== undefined ? [{ date, closesAt }] : [],
      ),
    },
    receptionRule: calendar.receptionRule,
  };
  return buildCalendar(source, coverAround(today));
}
