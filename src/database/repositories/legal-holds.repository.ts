import type { Sql } from '../database.js';

export interface HoldRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly citizenId: string | null;
  readonly caseNumber: string | null;
  readonly reason: string;
  readonly until: string;
  readonly setBy: string;
  readonly setAt: Date;
}

const QUERY = `SELECT l.id, l.case_id AS "caseId", l.citizen_id AS "citizenId", c.case_number AS "caseNumber", l.reason, l.until::text AS until,
  l.set_by AS "setBy", l.set_at AS "setAt" FROM legal_holds l LEFT JOIN case_files c ON c.case_id = l.case_id`;

const IN_FORCE = `l.lifted_at IS NULL AND l.until >= (now() AT TIME ZONE 'Europe/Paris')::date`;

export interface NewHold {
  readonly id: string;
  readonly caseId?: string | undefined;
  readonly citizenId?: string | undefined;
  readonly reason: string;
  readonly until: string;
  readonly setBy: string;
  readonly clientKey: string;
}

/** Freezes a case, or all cases of a citizen; once for a key. */
export async function insertHold(sql: Sql, hold: NewHold): Promise<HoldRow> {
  await sql.query(
    `INSERT INTO legal_holds (id, case_id, citizen_id, organisation, sector, reason, until, set_by, client_key)
     SELECT $1::uuid, $2::uuid, $3::uuid, of.organisation, of.sector, $4, $5::date, $6, $7
     FROM (SELECT organisation, sector FROM case_files WHERE case_id = $2
           UNION ALL SELECT organisation, sector FROM citizens WHERE id = $3) of
     ON CONFLICT (set_by, client_key) DO NOTHING`,
    [hold.id, hold.caseId ?? null, hold.citizenId ?? null, hold.reason, hold.until, hold.setBy, hold.clientKey],
  );
  const [row] = await sql.query<HoldRow>(`${QUERY} WHERE l.set_by = $1 AND l.client_key = $2`, [
    hold.setBy,
    hold.clientKey,
  ]);
  if (row === undefined) throw new Error('The hold just set is not there');
  return row;
}

/** Those in force, the nearest end first. */
export async function holdsInForce(sql: Sql): Promise<readonly HoldRow[]> {
  return sql.query<HoldRow>(`${QUERY} WHERE ${IN_FORCE} ORDER BY l.until, l.id`);
}

/** Those in force on one case, by itself or through its citizen. */
export async function holdsOnCase(sql: Sql, caseId: string): Promise<readonly HoldRow[]> {
  return sql.query<HoldRow>(
    `${QUERY} WHERE ${IN_FORCE} AND (l.case_id = $1
       OR l.citizen_id = (SELECT r.citizen_id FROM requests r WHERE r.case_id = $1)) ORDER BY l.until, l.id`,
    [caseId],
  );
}

export async function findHold(sql: Sql, id: string): Promise<HoldRow | undefined> {
  const [row] = await sql.query<HoldRow>(`${QUERY} WHERE l.id = $1 AND l.lifted_at IS NULL`, [id]);
  return row;
}

export async function liftHold(sql: Sql, id: string, by: string): Promise<void> {
  await sql.query('UPDATE legal_holds SET lifted_by = $2, lifted_at = now() WHERE id = $1 AND lifted_at IS NULL', [
    id,
    by,
  ]);
}
