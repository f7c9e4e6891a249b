import type { Calendar } from '../../../domain/time/calendar.js';
import type { Sql } from '../database.js';

export interface CurrentCalendar {
  readonly organisation: string;
  readonly revision: number;
  readonly calendar: Calendar;
}

export async function currentCalendars(sql: Sql): Promise<readonly CurrentCalendar[]> {
  return sql.query<CurrentCalendar>(
    `SELECT s.organisation, s.revision, c.data AS calendar FROM calendar_state s JOIN calendars c ON c.hash = s.hash`,
  );
}

export async function calendarsByHash(sql: Sql, hashes: readonly string[]): Promise<readonly Calendar[]> {
  const rows = await sql.query<{ data: Calendar }>('SELECT data FROM calendars WHERE hash = ANY ($1)', [hashes]);
  return rows.map((row) => row.data);
}

/** Puts a calendar in force. The same content changes nothing. @returns the revision, one higher where it changed */
export async function putCalendarInForce(sql: Sql, organisation: string, calendar: Calendar): Promise<number> {
  await sql.query('INSERT INTO calendars (hash, organisation, data) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    calendar.hash,
    organisation,
    JSON.stringify(calendar),
  ]);
  const [row] = await sql.query<{ revision: number }>(
    `INSERT INTO calendar_state (organisation, hash, revision) VALUES ($1, $2, (SELECT coalesce(max(revision), 0) + 1 FROM calendar_state))
     ON CONFLICT (organisation) DO UPDATE SET hash = EXCLUDED.hash,
       revision = CASE WHEN calendar_state.hash = EXCLUDED.hash THEN calendar_state.revision ELSE EXCLUDED.revision END
     RETURNING revision`,
    [organisation, calendar.hash],
  );
  return row?.revision ?? 0;
}

/** Open cases that have not heard of the last revision of the calendars. */
export async function casesBehindCalendars(sql: Sql): Promise<readonly { caseId: string; revision: number }[]> {
  return sql.query(
    `SELECT c.case_id AS "caseId", s.revision FROM case_files c, (SELECT max(revision) AS revision FROM calendar_state) s
     WHERE c.status = 'open' AND (c.case_file ->> 'calendarRevision')::int < s.revision ORDER BY c.due_on LIMIT 200`,
  );
}
