import type { SqlCondition } from '../../auth/scope-sql.js';
import type { Sql } from '../database.js';
import { tellScreens } from './notes.repository.js';

/** An unqualified request judged undesirable: out of every list of work until somebody restores it. */
export interface SetAsideRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly channel: string;
  readonly receivedAt: Date;
  readonly words: string | null;
  readonly setAsideBy: string;
  readonly setAsideAt: Date;
}

/** SQL: the case of that column is not set aside. */
export function notSetAside(caseIdColumn: string): string {
  return `NOT EXISTS (SELECT 1 FROM set_asides sa WHERE sa.case_id = ${caseIdColumn} AND sa.restored_at IS NULL)`;
}

export interface SetAsideInForce {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly clientKey: string;
}

/** Who set the case aside, where somebody did and nobody restored it. */
export async function setAsideOf(sql: Sql, caseId: string): Promise<SetAsideInForce | undefined> {
  const [row] = await sql.query<SetAsideInForce>(
    `SELECT id, set_aside_by AS by, set_aside_at AS at, client_key AS "clientKey" FROM set_asides
     WHERE case_id = $1 AND restored_at IS NULL`,
    [caseId],
  );
  return row;
}

export interface NewSetAside {
  readonly id: string;
  readonly caseId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly by: string;
  readonly clientKey: string;
}

/** Sets a case aside, once; whoever does it while it is aside already finds it so. */
export async function insertSetAside(sql: Sql, one: NewSetAside, revision: number): Promise<void> {
  const { id, caseId, organisation, sector, by, clientKey } = one;
  const added = await sql.query(
    `INSERT INTO set_asides (id, case_id, organisation, sector, set_aside_by, client_key) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [id, caseId, organisation, sector, by, clientKey],
  );
  if (added.length > 0) await tellScreens(sql, caseId, revision);
}

/** The case that a person's key set aside, restored since or not. */
export async function setAsideOfKey(sql: Sql, by: string, clientKey: string): Promise<string | undefined> {
  const [row] = await sql.query<{ caseId: string }>(
    'SELECT case_id AS "caseId" FROM set_asides WHERE set_aside_by = $1 AND client_key = $2',
    [by, clientKey],
  );
  return row?.caseId;
}

/** @returns whether it was aside */
export async function restore(sql: Sql, caseId: string, by: string, revision: number): Promise<boolean> {
  const restored = await sql.query(
    'UPDATE set_asides SET restored_by = $2, restored_at = now() WHERE case_id = $1 AND restored_at IS NULL RETURNING id',
    [caseId, by],
  );
  if (restored.length > 0) await tellScreens(sql, caseId, revision);
  return restored.length > 0;
}

export interface SetAsideList {
  readonly limit: number;
  readonly after?: readonly (string | number | null)[];
  readonly scope: (firstParameter: number) => SqlCondition;
}

/** What is set aside now, the latest first; one row more than asked. */
export function listSetAsides(sql: Sql, { limit, after, scope }: SetAsideList): Promise<readonly SetAsideRow[]> {
  const readable = scope(4);
  return sql.query<SetAsideRow>(
    `SELECT sa.id, sa.case_id AS "caseId", c.case_number AS "caseNumber", c.channel, c.received_at AS "receivedAt",
       left(r.words, 300) AS words, sa.set_aside_by AS "setAsideBy", sa.set_aside_at AS "setAsideAt"
     FROM set_asides sa JOIN case_files c ON c.case_id = sa.case_id LEFT JOIN requests r ON r.case_id = sa.case_id
     WHERE sa.restored_at IS NULL AND (${readable.sql})
       AND ($1::timestamptz IS NULL OR (date_trunc('milliseconds', sa.set_aside_at), sa.id) < ($1, $2::uuid))
     ORDER BY date_trunc('milliseconds', sa.set_aside_at) DESC, sa.id DESC LIMIT $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit + 1, ...readable.params],
  );
}
