import type { Sql } from '../database.js';

export interface DraftRow {
  readonly id: string;
  readonly owner: string;
  readonly kind: string;
  readonly caseId: string | null;
  readonly taskId: string | null;
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly sharedWith: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const COLUMNS = `id, owner, kind, case_id AS "caseId", task_id AS "taskId", title, body, version, shared_with AS "sharedWith",
  created_at AS "createdAt", updated_at AS "updatedAt"`;

export interface NewDraft {
  readonly id: string;
  readonly owner: string;
  readonly kind: string;
  readonly caseId?: string;
  readonly taskId?: string;
  readonly title: string;
  readonly body: unknown;
  readonly clientKey: string;
}

/** Keeps a draft, once for a key. @returns the draft of that key */
export async function insertDraft(sql: Sql, draft: NewDraft): Promise<DraftRow> {
  const { id, owner, kind, caseId = null, taskId = null, title, body, clientKey } = draft;
  await sql.query(
    `INSERT INTO drafts (id, owner, kind, case_id, task_id, title, body, version, client_key) VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)
     ON CONFLICT (owner, client_key) DO NOTHING`,
    [id, owner, kind, caseId, taskId, title, JSON.stringify(body), clientKey],
  );
  const [row] = await sql.query<DraftRow>(`SELECT ${COLUMNS} FROM drafts WHERE owner = $1 AND client_key = $2`, [
    owner,
    clientKey,
  ]);
  if (row === undefined) throw new Error('The draft just written is not there');
  return row;
}

/** A draft of one of these persons, or shared with one of these persons or teams. */
export async function findDraft(sql: Sql, id: string, readers: readonly string[]): Promise<DraftRow | undefined> {
  const [row] = await sql.query<DraftRow>(
    `SELECT ${COLUMNS} FROM drafts WHERE id = $1 AND (owner = $2 OR shared_with && $3::text[])`,
    [id, readers[0], readers],
  );
  return row;
}

export interface DraftListQuery {
  /** The person first, then the teams they belong to. */
  readonly readers: readonly string[];
  readonly kind?: string;
  readonly caseId?: string;
  readonly limit: number;
  /** Last change and id of the last row seen. */
  readonly after?: readonly (string | number | null)[];
}

/** Latest first; one row more than asked. */
export async function listDrafts(
  sql: Sql,
  { readers, kind, caseId, limit, after }: DraftListQuery,
): Promise<readonly DraftRow[]> {
  return sql.query<DraftRow>(
    `SELECT ${COLUMNS} FROM drafts WHERE (owner = $1 OR shared_with && $2::text[]) AND ($3::text IS NULL OR kind = $3)
       AND ($4::uuid IS NULL OR case_id = $4)
       AND ($5::timestamptz IS NULL OR (date_trunc('milliseconds', updated_at), id) < ($5, $6::uuid))
     ORDER BY date_trunc('milliseconds', updated_at) DESC, id DESC LIMIT $7`,
    [readers[0], readers, kind ?? null, caseId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}

/** Writes a draft whose version is still the one read. @returns it as written; undefined where it had moved on */
export async function updateDraft(
  sql: Sql,
  id: string,
  version: number,
  change: { readonly title: string; readonly body: unknown },
): Promise<DraftRow | undefined> {
  const [row] = await sql.query<DraftRow>(
    `UPDATE drafts SET title = $3, body = $4, version = version + 1, updated_at = now() WHERE id = $1 AND version = $2 RETURNING ${COLUMNS}`,
    [id, version, change.title, JSON.stringify(change.body)],
  );
  return row;
}

export async function shareDraft(
  sql: Sql,
  id: string,
  version: number,
  sharedWith: readonly string[],
): Promise<DraftRow | undefined> {
  const [row] = await sql.query<DraftRow>(
    `UPDATE drafts SET shared_with = $3, version = version + 1, updated_at = now() WHERE id = $1 AND version = $2 RETURNING ${COLUMNS}`,
    [id, version, sharedWith],
  );
  return row;
}

export async function deleteDraft(sql: Sql, id: string, version: number): Promise<boolean> {
  const rows = await sql.query('DELETE FROM drafts WHERE id = $1 AND version = $2 RETURNING id', [id, version]);
  return rows.length > 0;
}
