import type { LocalDate } from '../../domain/time/local-date.js';
import type { Sql } from '../database/database.js';
import { putCalendarInForce } from '../database/repositories/calendars.repository.js';
import { organisationSheets, readClosures } from '../database/repositories/town.repository.js';
import type { OrganisationSheet, TownClosure } from '../town/town.js';
import { buildCalendar, coverAround, type CalendarSource } from './build-calendar.js';

/**
 * Builds each organisation's calendar from the law, the town's closures and the zone, and puts it in force where it
 * changed. `today` decides what is covered.
 * @returns the highest revision
 */
export async function putCalendarsInForce(sql: Sql, today: LocalDate): Promise<number> {
  const [sheets, closures] = [await organisationSheets(sql), await readClosures(sql)];
  let revision = 0;
  for (const sheet of sheets) {
    const own = closures.filter((closure) => closure.organisation === sheet.id);
    revision = Math.max(
      revision,
      await putCalendarInForce(sql, sheet.id, buildCalendar(sourceOf(sheet, own), coverAround(today))),
    );
  }
  return revision;
}

function sourceOf(sheet: OrganisationSheet, closures: readonly TownClosure[]): CalendarSource {
  const { calendar } = sheet;
  return {
    id: sheet.id,
    subdivision: calendar.subdivision.code,
    holidays: calendar.corrections,
    closures: closures.filter((one) => one.kind === 'closed').map(({ date, label }) => ({ date, label })),
    openExceptionally: closures.filter((one) => one.kind === 'openExceptionally').map((one) => one.date),
    hours: {
      opensAt: calendar.opensAt,
      closesAt: calendar.closesAt,
      earlyClosings: closures.flatMap((one) =>
        one.kind === 'earlyClosing' && one.closesAt !== undefined ? [{ date: one.date, closesAt: one.closesAt }] : [],
      ),
    },
    receptionRule: calendar.receptionRule,
  };
}
