import type { CitizenKind, TieKind } from '../../../domain/request/citizen-preferences.js';
import type { Sql } from '../database.js';

/** A tie as one of its two records sees it. */
export interface TieRow {
  readonly id: string;
  readonly kind: TieKind;
  readonly otherId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly otherKind: CitizenKind;
  readonly email: string | null;
  readonly phone: string | null;
}

/** With whom a record is tied, in the order of their names. */
export async function tiesOf(sql: Sql, citizenId: string): Promise<readonly TieRow[]> {
  return sql.query<TieRow>(
    `SELECT t.id, t.kind, z.id AS "otherId", z.first_name AS "firstName", z.last_name AS "lastName", z.kind AS "otherKind", z.email, z.phone
     FROM citizen_ties t JOIN citizens z ON z.id = CASE WHEN t.citizen_id = $1 THEN t.other_id ELSE t.citizen_id END
     WHERE $1 IN (t.citizen_id, t.other_id) ORDER BY fold_text(coalesce(z.last_name, '')), z.id`,
    [citizenId],
  );
}

export interface NewTie {
  readonly id: string;
  readonly citizenId: string;
  readonly otherId: string;
  readonly kind: TieKind;
  readonly addedBy: string;
  readonly clientKey: string;
}

/** Ties two records, once for a key and once for a pair. @returns whether there is one more */
export async function insertTie(sql: Sql, tie: NewTie): Promise<boolean> {
  const rows = await sql.query(
    `INSERT INTO citizen_ties (id, citizen_id, other_id, kind, added_by, client_key) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [tie.id, tie.citizenId, tie.otherId, tie.kind, tie.addedBy, tie.clientKey],
  );
  return rows.length > 0;
}

/** Takes a tie away. @returns the other record, undefined where there was no such tie */
export async function deleteTie(sql: Sql, id: string, citizenId: string): Promise<string | undefined> {
  const [row] = await sql.query<{ other: string }>(
    `DELETE FROM citizen_ties WHERE id = $1 AND $2 IN (citizen_id, other_id)
     RETURNING CASE WHEN citizen_id = $2 THEN other_id ELSE citizen_id END AS other`,
    [id, citizenId],
  );
  return row?.other;
}
