import type { Sql } from '../database.js';
import { CASE_CHANGED_CHANNEL } from './record-case.js';

export const PRESENCE_STATES = ['reading', 'writing'] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];

export interface PresenceRow {
  readonly person: string;
  readonly state: PresenceState;
  readonly since: Date;
}

/** Screens say every 20 s that somebody is there: two missed, and the person is gone. */
const GONE_AFTER_SECONDS = 45;
/** In the place of a revision, in what screens hear. */
export const PRESENCE = 'presence' as const;

/** Somebody is on the page of a case; screens hear of it when that is new, or another state than before. */
export async function notePresence(
  sql: Sql,
  { caseId, person, state }: { readonly caseId: string; readonly person: string; readonly state: PresenceState },
): Promise<void> {
  await sql.query(`DELETE FROM case_presence WHERE seen_at < now() - make_interval(secs => $1)`, [GONE_AFTER_SECONDS]);
  const [before] = await sql.query<{ state: string }>(
    'SELECT state FROM case_presence WHERE case_id = $1 AND person_id = $2',
    [caseId, person],
  );
  await sql.query(
    `INSERT INTO case_presence AS p (case_id, person_id, organisation, sector, state, since, seen_at)
     SELECT case_id, $2, organisation, sector, $3, now(), now() FROM case_files WHERE case_id = $1
     ON CONFLICT (case_id, person_id) DO UPDATE
       SET seen_at = now(), since = CASE WHEN p.state = $3 THEN p.since ELSE now() END, state = $3`,
    [caseId, person, state],
  );
  if (before?.state !== state) {
    await sql.query('SELECT pg_notify($1, $2)', [CASE_CHANGED_CHANNEL, `${caseId}:${PRESENCE}`]);
  }
}

/** Who is on the page of a case now; those who write first. */
export async function presentOn(sql: Sql, caseId: string): Promise<readonly PresenceRow[]> {
  return sql.query<PresenceRow>(
    `SELECT person_id AS person, state, since FROM case_presence
     WHERE case_id = $1 AND seen_at > now() - make_interval(secs => $2) ORDER BY state DESC, since, person_id`,
    [caseId, GONE_AFTER_SECONDS],
  );
}
