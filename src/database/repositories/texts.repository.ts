import type { Sql } from '../database.js';

/** The words of a stored text; undefined once erased, or where there is none. */
export async function findText(sql: Sql, id: string): Promise<string | undefined> {
  const [row] = await sql.query<{ body: string | null }>('SELECT body FROM texts WHERE id = $1', [id]);
  return row?.body ?? undefined;
}

/** The words of several, by id; those erased are missing. */
export async function textsOf(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.query<{ id: string; body: string }>(
    'SELECT id, body FROM texts WHERE id = ANY ($1) AND body IS NOT NULL',
    [ids],
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** What one author wrote about a case, the oldest first; what is erased is missing. */
export async function textsBy(
  sql: Sql,
  caseId: string,
  author: string,
): Promise<readonly { readonly body: string; readonly createdAt: Date }[]> {
  return sql.query<{ body: string; createdAt: Date }>(
    `SELECT body, created_at AS "createdAt" FROM texts WHERE case_id = $1 AND author = $2 AND body IS NOT NULL ORDER BY created_at`,
    [caseId, author],
  );
}
