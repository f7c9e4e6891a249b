import type { Sql } from '../database.js';

/** A case as the rules of keeping see it. */
export interface KeptCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly processId: string;
  readonly processHash: string;
  readonly status: string;
  readonly closedOn: string | null;
  readonly heldUntil: string | null;
  readonly heldFor: string | null;
  readonly limited: boolean;
}

const COLUMNS = `c.case_id AS "caseId", c.case_number AS "caseNumber", c.title, c.process_id AS "processId", c.process_hash AS "processHash",
  c.status, (c.closed_at AT TIME ZONE 'Europe/Paris')::date::text AS "closedOn", h.until::text AS "heldUntil", h.reason AS "heldFor",
  z.limited_on IS NOT NULL AS limited`;
const FROM = `case_files c JOIN requests r ON r.case_id = c.case_id LEFT JOIN citizens z ON z.id = r.citizen_id
  LEFT JOIN LATERAL (SELECT until, reason FROM legal_holds l WHERE l.lifted_at IS NULL
      AND l.until >= (now() AT TIME ZONE 'Europe/Paris')::date AND (l.case_id = c.case_id OR l.citizen_id = r.citizen_id)
    ORDER BY until DESC LIMIT 1) h ON true`;
const NOT_ERASED = 'NOT EXISTS (SELECT FROM case_erasures e WHERE e.case_id = c.case_id)';

/** Every case of a citizen whose data are still kept. */
export async function keptCasesOf(sql: Sql, citizenId: string): Promise<readonly KeptCase[]> {
  return sql.query<KeptCase>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE r.citizen_id = $1 AND ${NOT_ERASED} ORDER BY c.received_at DESC`,
    [citizenId],
  );
}

/** Ended cases whose data are still kept, the oldest first: those that a list may name. */
export async function endedCases(sql: Sql): Promise<readonly KeptCase[]> {
  return sql.query<KeptCase>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE c.status = 'ended' AND c.closed_at IS NOT NULL AND ${NOT_ERASED} ORDER BY c.closed_at, c.case_id`,
  );
}

/** One case, locked: nobody reopens, freezes or erases it meanwhile. */
export async function lockKeptCase(sql: Sql, caseId: string): Promise<KeptCase | undefined> {
  await sql.query('SELECT 1 FROM case_files WHERE case_id = $1 FOR UPDATE', [caseId]);
  const [row] = await sql.query<KeptCase>(`SELECT ${COLUMNS} FROM ${FROM} WHERE c.case_id = $1 AND ${NOT_ERASED}`, [
    caseId,
  ]);
  return row;
}

/** What hangs on a case and says something of its citizen. The journal stays: ids, codes and hashes whose keys are gone. */
const ERASED = [
  `UPDATE requests SET words = '', kept_words = NULL, answers = '{}', place = NULL, citizen_id = NULL, tracking_code = '', body_hash = ''
     WHERE case_id = $1`,
  'UPDATE texts SET body = NULL, hmac_key = NULL, erased_at = now() WHERE case_id = $1',
  'INSERT INTO files_to_remove (id) SELECT id FROM documents WHERE case_id = $1 ON CONFLICT DO NOTHING',
  'DELETE FROM documents WHERE case_id = $1',
  'DELETE FROM notes WHERE case_id = $1',
  'DELETE FROM letters WHERE case_id = $1',
  'DELETE FROM case_messages WHERE case_id = $1',
  'DELETE FROM drafts WHERE case_id = $1 OR task_id IN (SELECT id FROM tasks WHERE case_id = $1)',
  'DELETE FROM requalifications WHERE case_id = $1',
  'DELETE FROM callbacks WHERE case_id = $1',
  `UPDATE commands SET body_hash = '' WHERE case_id = $1`,
];

/** Erases what is personal in one case, for good. @param under the list or the request that allowed it */
export async function eraseCase(
  sql: Sql,
  caseId: string,
  { by, under }: { readonly by: string; readonly under: string },
): Promise<void> {
  const [request] = await sql.query<{ citizen: string | null }>(
    'SELECT citizen_id AS citizen FROM requests WHERE case_id = $1',
    [caseId],
  );
  for (const statement of ERASED) await sql.query(statement, [caseId]);
  await sql.query(
    `INSERT INTO case_erasures (case_id, organisation, sector, erased_by, under)
     SELECT case_id, organisation, sector, $2, $3 FROM case_files WHERE case_id = $1`,
    [caseId, by, under],
  );
  const citizen = request?.citizen ?? undefined;
  if (citizen !== undefined) await eraseIdleCitizen(sql, citizen);
}

/** A record without any case has no reason to be: it goes, with those that were merged into it. */
export async function eraseIdleCitizen(sql: Sql, citizenId: string): Promise<boolean> {
  const rows = await sql.query(
    `DELETE FROM citizens z WHERE (z.id = $1 OR z.merged_into = $1)
       AND NOT EXISTS (SELECT FROM requests r WHERE r.citizen_id IN (z.id, $1)) RETURNING z.id`,
    [citizenId],
  );
  return rows.length > 0;
}

export interface ErasureRow {
  readonly at: Date;
  readonly by: string;
  /** The number of the citizen's request, or the id of the list that named the case. */
  readonly under: string;
  /** Under which the archives agreed to the list; null for a citizen's request. */
  readonly archivesReference: string | null;
}

/** When, by whom and under what the data of a case were erased; undefined while they are kept. */
export async function erasureOf(sql: Sql, caseId: string): Promise<ErasureRow | undefined> {
  const [row] = await sql.query<ErasureRow>(
    `SELECT e.erased_at AS at, e.erased_by AS by, e.under, p.visa AS "archivesReference"
     FROM case_erasures e LEFT JOIN purges p ON p.id::text = e.under WHERE e.case_id = $1`,
    [caseId],
  );
  return row;
}

/** Files whose rows are gone; a file that is already away is taken off the list all the same. */
export async function filesToRemove(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string }>('SELECT id FROM files_to_remove ORDER BY since LIMIT 200');
  return rows.map(({ id }) => id);
}

export async function fileRemoved(sql: Sql, id: string): Promise<void> {
  await sql.query('DELETE FROM files_to_remove WHERE id = $1', [id]);
}
