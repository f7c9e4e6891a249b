import type { Sql } from '../database.js';

export const VIEW_AUDIENCES = ['mine', 'team', 'organisation'] as const;
export type ViewAudience = (typeof VIEW_AUDIENCES)[number];

export interface SavedViewRow {
  readonly id: string;
  readonly version: number;
  readonly owner: string;
  readonly audience: ViewAudience;
  /** The person, the team or the organisation it is for. */
  readonly place: string;
  readonly screen: string;
  readonly name: string;
  readonly query: string;
}

const COLUMNS = 'v.id, v.version, v.owner, v.audience, v.place, v.screen, v.name, v.query';

export interface ViewsOf {
  readonly person: string;
  /** The person, their teams, their organisations. */
  readonly places: readonly string[];
  readonly screen?: string | undefined;
}

/** Views of these places, in the order into which the person put them, then by name. */
export function listViews(sql: Sql, { person, places, screen }: ViewsOf): Promise<readonly SavedViewRow[]> {
  return sql.query<SavedViewRow>(
    `SELECT ${COLUMNS} FROM saved_views v LEFT JOIN saved_view_ranks r ON r.view_id = v.id AND r.person = $3
     WHERE v.place = ANY ($1) AND ($2::text IS NULL OR v.screen = $2) ORDER BY r.rank NULLS LAST, fold_text(v.name), v.id`,
    [places, screen ?? null, person],
  );
}

/** The order in which a person wants the views of a screen; those that they cannot see are passed over. */
export async function rankViews(
  sql: Sql,
  { person, places, screen, ids }: ViewsOf & { readonly ids: readonly string[] },
): Promise<void> {
  await sql.query(
    `DELETE FROM saved_view_ranks r USING saved_views v WHERE v.id = r.view_id AND r.person = $1 AND v.screen = $2`,
    [person, screen],
  );
  await sql.query(
    `INSERT INTO saved_view_ranks (person, view_id, rank)
     SELECT $1, v.id, min(one.rank) FROM unnest($2::uuid[]) WITH ORDINALITY AS one (id, rank)
     JOIN saved_views v ON v.id = one.id AND v.screen = $3 AND v.place = ANY ($4) GROUP BY v.id`,
    [person, ids, screen, places],
  );
}

/** Keeps a view, once for a key. @returns the view of that key */
export async function insertView(
  sql: Sql,
  view: Omit<SavedViewRow, 'version'> & { readonly clientKey: string },
): Promise<SavedViewRow> {
  const { id, owner, audience, place, screen, name, query, clientKey } = view;
  await sql.query(
    `INSERT INTO saved_views (id, owner, audience, place, screen, name, query, client_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (owner, client_key) DO NOTHING`,
    [id, owner, audience, place, screen, name, query, clientKey],
  );
  const [row] = await sql.query<SavedViewRow>(
    `SELECT ${COLUMNS} FROM saved_views v WHERE v.owner = $1 AND v.client_key = $2`,
    [owner, clientKey],
  );
  return row ?? { ...view, version: 1 };
}

/** A view of its maker: nobody else changes it. */
export async function findOwnView(sql: Sql, id: string, owner: string): Promise<SavedViewRow | undefined> {
  const [row] = await sql.query<SavedViewRow>(`SELECT ${COLUMNS} FROM saved_views v WHERE v.id = $1 AND v.owner = $2`, [
    id,
    owner,
  ]);
  return row;
}

/** Writes a view whose version is still the one read. @returns undefined where it is not */
export async function updateView(sql: Sql, view: SavedViewRow): Promise<SavedViewRow | undefined> {
  const { id, version, audience, place, name, query } = view;
  const [row] = await sql.query<SavedViewRow>(
    `UPDATE saved_views v SET audience = $3, place = $4, name = $5, query = $6, version = version + 1
     WHERE v.id = $1 AND v.version = $2 RETURNING ${COLUMNS}`,
    [id, version, audience, place, name, query],
  );
  return row;
}

export async function deleteView(sql: Sql, id: string, version: number): Promise<boolean> {
  const rows = await sql.query('DELETE FROM saved_views WHERE id = $1 AND version = $2 RETURNING id', [id, version]);
  return rows.length > 0;
}
