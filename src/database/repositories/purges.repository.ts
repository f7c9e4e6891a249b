import { v7 as uuidv7 } from 'uuid';
import type { Sql } from '../database.js';

export interface PurgeRow {
  readonly id: string;
  readonly until: string;
  readonly state: 'prepared' | 'approved' | 'ended';
  readonly preparedBy: string;
  readonly preparedAt: Date;
  readonly archivesReference: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly endedAt: Date | null;
  readonly listed: number;
  readonly erased: number;
  readonly spared: number;
}

export interface PurgeItemRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly processId: string;
  readonly title: string;
  readonly closedOn: string;
  readonly overOn: string;
  readonly state: 'listed' | 'erased' | 'spared';
  readonly reason: string | null;
}

const QUERY = `SELECT p.id, p.until::text AS until, p.state, p.prepared_by AS "preparedBy", p.prepared_at AS "preparedAt", p.visa AS "archivesReference",
  p.approved_by AS "approvedBy", p.approved_at AS "approvedAt", p.ended_at AS "endedAt", n.listed, n.erased, n.spared
  FROM purges p JOIN LATERAL (SELECT count(*)::int AS listed, (count(*) FILTER (WHERE state = 'erased'))::int AS erased,
    (count(*) FILTER (WHERE state = 'spared'))::int AS spared FROM purge_items i WHERE i.purge_id = p.id) n ON true`;
const ITEM = `case_id AS "caseId", case_number AS "caseNumber", process_id AS "processId", title, closed_on::text AS "closedOn",
  over_on::text AS "overOn", state, reason`;

export async function listPurges(sql: Sql): Promise<readonly PurgeRow[]> {
  return sql.query<PurgeRow>(`${QUERY} ORDER BY p.prepared_at DESC LIMIT 50`);
}

export async function findPurge(sql: Sql, id: string): Promise<PurgeRow | undefined> {
  const [row] = await sql.query<PurgeRow>(`${QUERY} WHERE p.id = $1`, [id]);
  return row;
}

export async function purgeItems(sql: Sql, id: string): Promise<readonly PurgeItemRow[]> {
  return sql.query<PurgeItemRow>(
    `SELECT ${ITEM} FROM purge_items WHERE purge_id = $1 ORDER BY fold_text(title), over_on, case_number LIMIT 2000`,
    [id],
  );
}

/** Draws up a list; one that nobody approved is replaced, since what it names may have changed. @returns its id */
export async function preparePurge(
  sql: Sql,
  {
    until,
    by,
    items,
  }: { readonly until: string; readonly by: string; readonly items: readonly Omit<PurgeItemRow, 'state' | 'reason'>[] },
): Promise<string> {
  const id = uuidv7();
  await sql.query("DELETE FROM purges WHERE state = 'prepared'");
  await sql.query("INSERT INTO purges (id, until, state, prepared_by) VALUES ($1, $2::date, 'prepared', $3)", [
    id,
    until,
    by,
  ]);
  await sql.query(
    `INSERT INTO purge_items (purge_id, case_id, organisation, sector, case_number, process_id, title, closed_on, over_on, state)
     SELECT $1::uuid, i."caseId", c.organisation, c.sector, i."caseNumber", i."processId", i.title, i."closedOn", i."overOn", 'listed'
     FROM jsonb_to_recordset($2::jsonb) AS i("caseId" uuid, "caseNumber" text, "processId" text, title text, "closedOn" date, "overOn" date)
     JOIN case_files c ON c.case_id = i."caseId"`,
    [id, JSON.stringify(items)],
  );
  return id;
}

/** @returns whether the list was still waiting for it */
export async function approvePurge(
  sql: Sql,
  id: string,
  { archivesReference, by }: { readonly archivesReference: string; readonly by: string },
): Promise<boolean> {
  const rows = await sql.query(
    "UPDATE purges SET state = 'approved', visa = $2, approved_by = $3, approved_at = now() WHERE id = $1 AND state = 'prepared' RETURNING id",
    [id, archivesReference, by],
  );
  return rows.length > 0;
}

/** When a list was last drawn up by the product itself; undefined where never. */
export async function lastPreparedOn(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.query<{ on: string | null }>(
    `SELECT max((prepared_at AT TIME ZONE 'Europe/Paris')::date)::text AS on FROM purges`,
  );
  return row?.on ?? undefined;
}

/** The next case of an approved list; no other process gets it before the transaction ends. */
export async function takePurgeItem(
  sql: Sql,
): Promise<{ readonly purgeId: string; readonly caseId: string; readonly approvedBy: string } | undefined> {
  const [row] = await sql.query<{ purgeId: string; caseId: string; approvedBy: string }>(
    `SELECT i.purge_id AS "purgeId", i.case_id AS "caseId", p.approved_by AS "approvedBy" FROM purge_items i JOIN purges p ON p.id = i.purge_id
     WHERE p.state = 'approved' AND i.state = 'listed' ORDER BY i.over_on, i.case_id LIMIT 1 FOR UPDATE OF i SKIP LOCKED`,
  );
  return row;
}

export async function endPurgeItem(
  sql: Sql,
  { purgeId, caseId }: { readonly purgeId: string; readonly caseId: string },
  { state, reason }: { readonly state: 'erased' | 'spared'; readonly reason?: string },
): Promise<void> {
  await sql.query('UPDATE purge_items SET state = $3, reason = $4 WHERE purge_id = $1 AND case_id = $2', [
    purgeId,
    caseId,
    state,
    reason ?? null,
  ]);
}

/** Ends the lists of which nothing is left to do. */
export async function endPurges(sql: Sql): Promise<void> {
  await sql.query(`UPDATE purges p SET state = 'ended', ended_at = now() WHERE p.state = 'approved'
    AND NOT EXISTS (SELECT FROM purge_items i WHERE i.purge_id = p.id AND i.state = 'listed')`);
}
