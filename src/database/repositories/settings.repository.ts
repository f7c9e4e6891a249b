import type { OrganisationSheet } from '../../town/town.js';
import type { Quartier } from '../../../domain/place/quartier.js';
import type { Sql } from '../database.js';

/** An organisation with the version that a change of it must name. */
export interface OrganisationRow {
  readonly sheet: OrganisationSheet;
  readonly version: number;
}

export function listOrganisations(sql: Sql): Promise<readonly OrganisationRow[]> {
  return sql.query<OrganisationRow>('SELECT data AS sheet, version FROM organisations ORDER BY id');
}

export async function findOrganisation(sql: Sql, id: string): Promise<OrganisationRow | undefined> {
  const [row] = await sql.query<OrganisationRow>('SELECT data AS sheet, version FROM organisations WHERE id = $1', [
    id,
  ]);
  return row;
}

/** @returns whether the version was still the one read */
export async function updateOrganisation(sql: Sql, { sheet, version }: OrganisationRow): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE organisations SET name = $3, data = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id`,
    [sheet.id, version, sheet.name, JSON.stringify(sheet)],
  );
  return rows.length > 0;
}

/** A value of the town with its version; 0 for one that nobody has decided yet. */
export interface SettingRow<T> {
  readonly value: T | undefined;
  readonly version: number;
}

export async function findSetting<T>(sql: Sql, key: string): Promise<SettingRow<T>> {
  const [row] = await sql.query<{ value: T; version: number }>(
    'SELECT value, version FROM town_settings WHERE key = $1',
    [key],
  );
  return row ?? { value: undefined, version: 0 };
}

/** Writes the next version of a value. @returns whether the version was still the one read */
export async function writeSetting(
  sql: Sql,
  { key, version, value }: { readonly key: string; readonly version: number; readonly value: unknown },
): Promise<boolean> {
  const rows =
    version === 0
      ? await sql.query(
          'INSERT INTO town_settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING RETURNING key',
          [key, JSON.stringify(value)],
        )
      : await sql.query(
          'UPDATE town_settings SET value = $3, version = version + 1 WHERE key = $1 AND version = $2 RETURNING key',
          [key, version, JSON.stringify(value)],
        );
  return rows.length > 0;
}

/** Gives a neighbourhood other outlines; its name and its people stay. */
export async function putOutline(
  sql: Sql,
  id: string,
  { ring, otherRings }: Pick<Quartier, 'ring' | 'otherRings'>,
): Promise<void> {
  await sql.query(`UPDATE quartiers SET data = data || $2::jsonb WHERE id = $1`, [
    id,
    JSON.stringify({ ring, otherRings: otherRings ?? [] }),
  ]);
}

/** One field that a change touched, in words as a person reads it. */
export interface ChangedField {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface SettingsChangeRow {
  readonly id: string;
  /** `organisation:ville`, `department:voirie`, `themes`, `quartiers`, `accessibility`. */
  readonly subject: string;
  readonly label: string;
  readonly personId: string;
  readonly at: Date;
  readonly fields: readonly ChangedField[];
}

export async function insertSettingsChange(sql: Sql, change: Omit<SettingsChangeRow, 'at'>): Promise<void> {
  const { id, subject, label, personId, fields } = change;
  await sql.query('INSERT INTO settings_changes (id, subject, label, person_id, fields) VALUES ($1, $2, $3, $4, $5)', [
    id,
    subject,
    label,
    personId,
    JSON.stringify(fields),
  ]);
}

/** Latest first; one row more than asked. */
export function listSettingsChanges(
  sql: Sql,
  { limit, after }: { readonly limit: number; readonly after?: readonly (string | number | null)[] },
): Promise<readonly SettingsChangeRow[]> {
  return sql.query<SettingsChangeRow>(
    `SELECT id, subject, label, person_id AS "personId", at, fields FROM settings_changes
     WHERE $1::timestamptz IS NULL OR (date_trunc('milliseconds', at), id) < ($1, $2::uuid)
     ORDER BY date_trunc('milliseconds', at) DESC, id DESC LIMIT $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}
