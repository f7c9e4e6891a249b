import type { Sql } from '../database.js';

/** The PDF of an arrêté, kept among the documents of the town. */
export interface ArreteRow {
  readonly delegationId: string;
  readonly documentId: string;
  readonly name: string;
  readonly size: number;
}

const COLUMNS = 'delegation_id AS "delegationId", document_id AS "documentId", name, size';

export function listArretes(sql: Sql): Promise<readonly ArreteRow[]> {
  return sql.query<ArreteRow>(`SELECT ${COLUMNS} FROM delegation_arretes`);
}

export async function findArrete(sql: Sql, delegationId: string): Promise<ArreteRow | undefined> {
  const [row] = await sql.query<ArreteRow>(`SELECT ${COLUMNS} FROM delegation_arretes WHERE delegation_id = $1`, [
    delegationId,
  ]);
  return row;
}

/** Puts a PDF beside a delegation, in place of the one before. */
export async function putArrete(sql: Sql, arrete: ArreteRow & { readonly addedBy: string }): Promise<void> {
  const { delegationId, documentId, name, size, addedBy } = arrete;
  await sql.query(
    `INSERT INTO delegation_arretes (delegation_id, document_id, name, size, added_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (delegation_id) DO UPDATE SET document_id = $2, name = $3, size = $4, added_by = $5, added_at = now()`,
    [delegationId, documentId, name, size, addedBy],
  );
}

/** Delegations that end within so many days and whose end nobody was told: told once, by one process. @returns their ids */
export async function takeEndingDelegations(
  sql: Sql,
  { today, days }: { readonly today: string; readonly days: number },
): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string }>(
    `UPDATE delegations SET ending_told_at = now() WHERE id IN (
       SELECT id FROM delegations WHERE ending_told_at IS NULL AND from_date <= $1::date
         AND to_date BETWEEN $1::date AND $1::date + $2::int FOR UPDATE SKIP LOCKED) RETURNING id`,
    [today, days],
  );
  return rows.map(({ id }) => id);
}

/** Nobody could be told: it is taken again at the next round. */
export async function releaseEndingDelegation(sql: Sql, id: string): Promise<void> {
  await sql.query('UPDATE delegations SET ending_told_at = NULL WHERE id = $1', [id]);
}
