import type { Calendars } from '../../domain/time/calendar.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { Town } from '../town/town.js';
import { buildCalendar, coverAround } from './build-calendar.js';

/** The calendar of each organisation of a town's folder, around a day: for tools that ask no database. */
export function townCalendars(town: Town, today: LocalDate): Calendars {
  return Object.fromEntries(
    town.organisations.map(({ id, calendar }) => {
      const own = town.closures.filter(({ organisation }) => organisation === id);
      const source = {
        id,
        subdivision: calendar.subdivision.code,
        holidays: calendar.corrections,
        closures: own.filter(({ kind }) => kind === 'closed').map(({ date, label }) => ({ date, label })),
        openExceptionally: own.filter(({ kind }) => kind === 'openExceptionally').map(({ date }) => date),
        hours: {
          opensAt: calendar.opensAt,
          closesAt: calendar.closesAt,
          earlyClosings: own.flatMap(({ date, closesAt }) => (closesAt === undefined ? [] : [{ date, closesAt }])),
        },
        receptionRule: calendar.receptionRule,
      };
      return [id, buildCalendar(source, coverAround(today))];
    }),
  );
}
