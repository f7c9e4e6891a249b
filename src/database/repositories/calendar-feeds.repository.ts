import type { Sql } from '../database.js';
import { notSetAside } from './set-asides.repository.js';

/** Writes the one feed of a person: the former address, if any, stops to work. @returns since when it exists */
export async function replaceFeed(sql: Sql, person: string, secretHash: Buffer): Promise<Date> {
  const [row] = await sql.query<{ createdAt: Date }>(
    `INSERT INTO calendar_feeds (person_id, secret_hash) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET secret_hash = $2, created_at = now() RETURNING created_at AS "createdAt"`,
    [person, secretHash],
  );
  if (row === undefined) throw new Error('The feed was not written');
  return row.createdAt;
}

/** Since when the person has a feed. */
export async function feedOf(sql: Sql, person: string): Promise<Date | undefined> {
  const [row] = await sql.query<{ createdAt: Date }>(
    'SELECT created_at AS "createdAt" FROM calendar_feeds WHERE person_id = $1',
    [person],
  );
  return row?.createdAt;
}

export async function deleteFeed(sql: Sql, person: string): Promise<void> {
  await sql.query('DELETE FROM calendar_feeds WHERE person_id = $1', [person]);
}

/** Whose feed has this digest. */
export async function personOfFeed(sql: Sql, secretHash: Buffer): Promise<string | undefined> {
  const [row] = await sql.query<{ person: string }>(
    'SELECT person_id AS person FROM calendar_feeds WHERE secret_hash = $1',
    [secretHash],
  );
  return row?.person;
}

/** A task on the day it is due, as a calendar outside the house may show it. */
export interface DueTask {
  readonly id: string;
  readonly kind: string;
  readonly caseNumber: string;
  /** The process; null where the case is sensitive, since the process alone would tell something of the citizen. */
  readonly title: string | null;
  readonly dueOn: string;
}

/** What the person has open with a day, the first one first: nothing of the citizen is read. */
export async function dueTasksOf(sql: Sql, person: string, limit: number): Promise<readonly DueTask[]> {
  return sql.query<DueTask>(
    `SELECT t.id, t.kind, c.case_number AS "caseNumber", CASE WHEN t.sensitive THEN NULL ELSE c.title END AS title,
       t.due_on::text AS "dueOn"
     FROM tasks t JOIN case_files c ON c.case_id = t.case_id
     WHERE t.open AND t.due_on IS NOT NULL AND (t.claimed_by = $1 OR (t.claimed_by IS NULL AND t.holder = $1))
       AND ${notSetAside('t.case_id')}
     ORDER BY t.due_on, t.id LIMIT $2`,
    [person, limit],
  );
}
