import type { Sql } from '../database.js';

/** The words of a stored text; undefined once erased, or where there is none. */
export async function findText(sql: Sql, id: string): Promise<string | undefined> {
  const [row] = await sql.query<{ body: string | null }>('SELECT body FROM texts WHERE id = $1', [id]);
  return row?.body ?? undefined;
}
