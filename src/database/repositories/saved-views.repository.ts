import type { Sql } from '../database.js';

export const VIEW_AUDIENCES = ['mine', 'team', 'organisation'] as const;
export type ViewAudience = (typeof VIEW_AUDIENCES)[number];

export interface SavedViewRow {
  readonly id: string;
  readonly owner: string;
  readonly audience: ViewAudience;
  /** The person, the team or the organisation it is for. */
  readonly place: string;
  readonly screen: string;
  readonly name: string;
  readonly query: string;
}

const COLUMNS = 'id, owner, audience, place, screen, name, query';

/** Views of these places (the person, their teams, their organisations), in the order of their names. */
export function listViews(
  sql: Sql,
  places: readonly string[],
  screen: string | undefined,
): Promise<readonly SavedViewRow[]> {
  return sql.query<SavedViewRow>(
    `SELECT ${COLUMNS} FROM saved_views WHERE place = ANY ($1) AND ($2::text IS NULL OR screen = $2) ORDER BY fold_text(name), id`,
    [places, screen ?? null],
  );
}

/** Keeps a view, once for a key. @returns the view of that key */
export async function insertView(sql: Sql, view: SavedViewRow & { readonly clientKey: string }): Promise<SavedViewRow> {
  const { id, owner, audience, place, screen, name, query, clientKey } = view;
  await sql.query(
    `INSERT INTO saved_views (id, owner, audience, place, screen, name, query, client_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (owner, client_key) DO NOTHING`,
    [id, owner, audience, place, screen, name, query, clientKey],
  );
  const [row] = await sql.query<SavedViewRow>(
    `SELECT ${COLUMNS} FROM saved_views WHERE owner = $1 AND client_key = $2`,
    [owner, clientKey],
  );
  return row ?? view;
}

/** Only whoever made a view gives it another name. @returns undefined where it is not theirs */
export async function renameView(
  sql: Sql,
  { id, owner, name }: Pick<SavedViewRow, 'id' | 'owner' | 'name'>,
): Promise<SavedViewRow | undefined> {
  const [row] = await sql.query<SavedViewRow>(
    `UPDATE saved_views SET name = $3 WHERE id = $1 AND owner = $2 RETURNING ${COLUMNS}`,
    [id, owner, name],
  );
  return row;
}

/** Only whoever made a view takes it away. */
export async function deleteView(sql: Sql, id: string, owner: string): Promise<boolean> {
  const rows = await sql.query('DELETE FROM saved_views WHERE id = $1 AND owner = $2 RETURNING id', [id, owner]);
  return rows.length > 0;
}
