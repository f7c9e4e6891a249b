import type { LocalDate } from '../../domain/time/local-date.js';
import type { Sql } from '../database/database.js';
import { putCalendarInForce } from '../database/repositories/calendars.repository.js';
import { organisationSheets, readClosures } from '../database/repositories/town.repository.js';
import { townCalendar } from './town-calendars.js';

/**
 * Builds each organisation's calendar from what the database holds, and puts it in force where it changed.
 * @returns the highest revision
 */
export async function putCalendarsInForce(sql: Sql, today: LocalDate): Promise<number> {
  const [sheets, closures] = [await organisationSheets(sql), await readClosures(sql)];
  let revision = 0;
  for (const sheet of sheets) {
    const calendar = townCalendar(sheet, closures, today);
    revision = Math.max(revision, await putCalendarInForce(sql, sheet.id, calendar));
  }
  return revision;
}
