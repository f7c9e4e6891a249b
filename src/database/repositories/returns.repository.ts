import type { SqlCondition } from '../../auth/scope-sql.js';
import type { About } from '../../../domain/text/journal-words.js';
import type { Sql } from '../database.js';

/** What somebody did in the name of a person who was away. */
export interface ActMeanwhile {
  readonly at: Date;
  readonly code: string;
  readonly about: About | null;
  readonly actor: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
}

export interface Meanwhile {
  readonly personId: string;
  readonly from: Date;
  /** Not included. */
  readonly to: Date;
}

/** The newest first, on cases that the person may read. */
export function actsInNameOf(
  sql: Sql,
  { personId, from, to }: Meanwhile,
  scope: (firstParameter: number) => SqlCondition,
): Promise<readonly ActMeanwhile[]> {
  const readable = scope(4);
  return sql.query<ActMeanwhile>(
    `SELECT j.at, j.code, j.about, j.actor, c.case_id AS "caseId", c.case_number AS "caseNumber", c.title
     FROM journal_entries j JOIN case_files c ON c.case_id = j.case_id
     WHERE j.on_behalf_of = $1 AND j.at >= $2 AND j.at < $3 AND j.actor IS NOT NULL AND ${readable.sql} ORDER BY j.at DESC LIMIT 500`,
    [personId, from, to, ...readable.params],
  );
}

/** What waits for the person now. */
export async function waitingFor(
  sql: Sql,
  { personId, from, to }: Meanwhile,
  today: string,
): Promise<{ readonly open: number; readonly arrived: number; readonly late: number }> {
  const [row] = await sql.query<{ open: number; arrived: number; late: number }>(
    `SELECT count(*)::int AS open, count(*) FILTER (WHERE opened_at >= $2 AND opened_at < $3)::int AS arrived,
       count(*) FILTER (WHERE due_on < $4)::int AS late
     FROM tasks WHERE open AND (holder = $1 OR claimed_by = $1)`,
    [personId, from, to, today],
  );
  return row ?? { open: 0, arrived: 0, late: 0 };
}

export async function isReturnSeen(sql: Sql, absenceId: string): Promise<boolean> {
  const rows = await sql.query('SELECT FROM absences WHERE id = $1 AND return_seen_at IS NOT NULL', [absenceId]);
  return rows.length > 0;
}

/** @returns whether it is an absence of that person */
export async function markReturnSeen(sql: Sql, absenceId: string, personId: string): Promise<boolean> {
  const rows = await sql.query(
    'UPDATE absences SET return_seen_at = coalesce(return_seen_at, now()) WHERE id = $1 AND person_id = $2 RETURNING id',
    [absenceId, personId],
  );
  return rows.length > 0;
}
