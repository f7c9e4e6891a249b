import type { Street } from '../../../domain/place/address.js';
import type { Sql } from '../database.js';

export function readStreets(sql: Sql): Promise<readonly Street[]> {
  return sql.query<Street>('SELECT id, name, stretches FROM streets ORDER BY name');
}

/** Nobody else adds, renames or takes away a street before the transaction ends: two may not bear one name. */
export async function holdStreets(sql: Sql): Promise<void> {
  await sql.query('LOCK TABLE streets IN SHARE ROW EXCLUSIVE MODE');
}

/** Adds streets, or gives those of the same id another name and other stretches. */
export async function putStreets(sql: Sql, streets: readonly Street[]): Promise<void> {
  await sql.query(
    `INSERT INTO streets (id, name, stretches)
     SELECT id, name, stretches FROM jsonb_to_recordset($1::jsonb) AS r(id text, name text, stretches jsonb)
     ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, stretches = EXCLUDED.stretches`,
    [JSON.stringify(streets)],
  );
}

export async function deleteStreets(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.query('DELETE FROM streets WHERE id = ANY ($1)', [ids]);
}

/** How many open requests say a place in one of these streets; one that leaves out the way counts. */
export async function countOpenRequestsIn(sql: Sql, names: readonly string[]): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(DISTINCT r.case_id)::int AS count
     FROM (SELECT street_words(name) AS words FROM unnest($1::text[]) AS given (name)) s
     JOIN requests r ON r.street_name = street_name(s.words) AND coalesce(r.street_way = street_way(s.words), true)
     JOIN case_files c ON c.case_id = r.case_id AND c.status = 'open'`,
    [names],
  );
  return row?.count ?? 0;
}
