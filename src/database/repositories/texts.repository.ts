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
