import type { SqlCondition } from '../../auth/scope-sql.js';
import type { CitizenField } from '../../../domain/text/citizen-words.js';
import type { Sql } from '../database.js';
import type { CitizenChange } from './citizens.repository.js';

/** How long a merge can be undone. */
export const UNDO_DAYS = 30;

export interface MergeRow {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly cases: readonly string[];
  readonly followers: readonly string[];
  /** Fields that the kept record took from the other. */
  readonly taken: readonly CitizenField[];
  /** What the kept record said before. */
  readonly before: CitizenChange;
  readonly mergedBy: string;
  readonly mergedAt: Date;
  readonly undoUntil: Date;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
}

const COLUMNS = `m.id, m.kept_id AS "keptId", m.merged_id AS "mergedId", m.cases, m.followers, m.taken, m.before, m.merged_by AS "mergedBy",
  m.merged_at AS "mergedAt", m.merged_at + make_interval(days => ${String(UNDO_DAYS)}) AS "undoUntil", m.undone_by AS "undoneBy",
  m.undone_at AS "undoneAt"`;

/** Merges into a record, the latest first. */
export async function mergesInto(sql: Sql, keptId: string): Promise<readonly MergeRow[]> {
  return sql.query<MergeRow>(`SELECT ${COLUMNS} FROM citizen_merges m WHERE m.kept_id = $1 ORDER BY m.merged_at DESC`, [
    keptId,
  ]);
}

export async function findMerge(sql: Sql, id: string): Promise<MergeRow | undefined> {
  const [row] = await sql.query<MergeRow>(`SELECT ${COLUMNS} FROM citizen_merges m WHERE m.id = $1 FOR UPDATE`, [id]);
  return row;
}

export async function mergeOfKey(sql: Sql, by: string, clientKey: string): Promise<MergeRow | undefined> {
  const [row] = await sql.query<MergeRow>(
    `SELECT ${COLUMNS} FROM citizen_merges m WHERE m.merged_by = $1 AND m.client_key = $2`,
    [by, clientKey],
  );
  return row;
}

/** How many cases these records have, and how many of them a condition on `case_files c` reaches. */
export async function casesReached(
  sql: Sql,
  citizens: readonly string[],
  scope: (firstParameter: number) => SqlCondition,
): Promise<{ readonly all: number; readonly reached: number }> {
  const condition = scope(2);
  const [row] = await sql.query<{ all: number; reached: number }>(
    `SELECT count(*)::int AS all, (count(*) FILTER (WHERE ${condition.sql}))::int AS reached
     FROM requests r JOIN case_files c ON c.case_id = r.case_id WHERE r.citizen_id = ANY ($1)`,
    [citizens, ...condition.params],
  );
  return row ?? { all: 0, reached: 0 };
}

export interface NewMerge {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly taken: readonly CitizenField[];
  readonly before: CitizenChange;
  readonly mergedBy: string;
  readonly clientKey: string;
}

/** Gives the cases of one record to the other, and what was merged into it before; the row keeps what undoing needs. */
export async function mergeCitizens(sql: Sql, merge: NewMerge): Promise<void> {
  const { id, keptId, mergedId, taken, before, mergedBy, clientKey } = merge;
  const cases = await sql.query<{ id: string }>(
    'UPDATE requests SET citizen_id = $1 WHERE citizen_id = $2 RETURNING case_id AS id',
    [keptId, mergedId],
  );
  const followers = await sql.query<{ id: string }>(
    'UPDATE citizens SET merged_into = $1 WHERE merged_into = $2 RETURNING id',
    [keptId, mergedId],
  );
  await sql.query('UPDATE citizens SET merged_into = $1, updated_at = now() WHERE id = $2', [keptId, mergedId]);
  await sql.query(
    `INSERT INTO citizen_merges (id, kept_id, merged_id, cases, followers, taken, before, merged_by, client_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, keptId, mergedId, idsOf(cases), idsOf(followers), taken, JSON.stringify(before), mergedBy, clientKey],
  );
}

/** Gives back what a merge had moved and nobody moved since. */
export async function unmergeCitizens(sql: Sql, merge: MergeRow, by: string): Promise<void> {
  const { id, keptId, mergedId, cases, followers } = merge;
  await sql.query('UPDATE requests SET citizen_id = $1 WHERE citizen_id = $2 AND case_id = ANY ($3)', [
    mergedId,
    keptId,
    cases,
  ]);
  await sql.query('UPDATE citizens SET merged_into = $1 WHERE merged_into = $2 AND id = ANY ($3)', [
    mergedId,
    keptId,
    followers,
  ]);
  await sql.query('UPDATE citizens SET merged_into = NULL, updated_at = now() WHERE id = $1', [mergedId]);
  await sql.query('UPDATE citizen_merges SET undone_by = $2, undone_at = now() WHERE id = $1', [id, by]);
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}
