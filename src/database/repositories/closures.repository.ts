import type { OrganisationSheet, TownClosure } from '../../town/town.js';
import type { Sql } from '../database.js';

/** Decides a closure; the same one decided again takes the new words. */
export async function putClosure(sql: Sql, closure: TownClosure): Promise<void> {
  const { organisation, date, kind, closesAt, label, decidedAt, decidedBy } = closure;
  await sql.query(
    `INSERT INTO closures (organisation, date, kind, closes_at, label, decided_on, decided_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (organisation, date, kind) DO UPDATE SET closes_at = EXCLUDED.closes_at, label = EXCLUDED.label,
       decided_on = EXCLUDED.decided_on, decided_by = EXCLUDED.decided_by`,
    [organisation, date, kind, closesAt ?? null, label, decidedAt, decidedBy],
  );
}

export async function deleteClosure(
  sql: Sql,
  { organisation, date, kind }: Pick<TownClosure, 'organisation' | 'date' | 'kind'>,
): Promise<boolean> {
  const rows = await sql.query(
    'DELETE FROM closures WHERE organisation = $1 AND date = $2 AND kind = $3 RETURNING date',
    [organisation, date, kind],
  );
  return rows.length > 0;
}

type Hours = Pick<OrganisationSheet['calendar'], 'opensAt' | 'closesAt' | 'hoursText'>;

/** The hours in force of an organisation that exists; nobody changes them before the transaction ends. */
export async function lockHours(sql: Sql, organisation: string): Promise<Hours> {
  const [row] = await sql.query<{ calendar: Hours }>(
    `SELECT data -> 'calendar' AS calendar FROM organisations WHERE id = $1 FOR UPDATE`,
    [organisation],
  );
  if (row === undefined) throw new Error(`No organisation ${organisation}`);
  return row.calendar;
}

/** Opening hours of an organisation, with their words for the public. */
export async function putHours(sql: Sql, organisation: string, hours: Hours): Promise<void> {
  await sql.query(
    `UPDATE organisations SET data = jsonb_set(data, '{calendar}', (data -> 'calendar') || $2::jsonb) WHERE id = $1`,
    [organisation, JSON.stringify(hours)],
  );
}
