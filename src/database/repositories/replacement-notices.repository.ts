import type { Sql } from '../database.js';

/** Somebody acts in the place of whoever that absence is of. */
export interface ReplacementNotice {
  readonly absenceId: string;
  readonly personId: string;
}

export interface ToldReplacement {
  readonly absenceId: string;
  readonly toldAt: Date;
}

/** Says from now on that they act; once each. An absence taken back meanwhile is told to nobody. */
export async function noteReplacements(sql: Sql, begun: readonly ReplacementNotice[]): Promise<void> {
  await sql.query(
    `INSERT INTO replacement_notices (absence_id, person_id)
     SELECT a.id, b.person_id FROM unnest($1::text[], $2::text[]) b (absence_id, person_id) JOIN absences a ON a.id = b.absence_id
     ON CONFLICT DO NOTHING`,
    [begun.map(({ absenceId }) => absenceId), begun.map(({ personId }) => personId)],
  );
}

/** Told before the given moment, and whose mail had no turn yet: each is taken by one process only. */
export function takeReplacementsToMail(sql: Sql, toldBefore: Date): Promise<readonly ReplacementNotice[]> {
  return sql.query<ReplacementNotice>(
    `UPDATE replacement_notices SET mail_settled = true WHERE NOT mail_settled AND told_at <= $1
     RETURNING absence_id AS "absenceId", person_id AS "personId"`,
    [toldBefore],
  );
}

/** The mail certainly did not leave: they are taken again at the next round. */
export async function releaseReplacements(sql: Sql, personId: string, absenceIds: readonly string[]): Promise<void> {
  await sql.query(
    'UPDATE replacement_notices SET mail_settled = false WHERE person_id = $1 AND absence_id = ANY ($2)',
    [personId, absenceIds],
  );
}

/** Since when the person knows of each absence. */
export function toldReplacements(sql: Sql, personId: string): Promise<readonly ToldReplacement[]> {
  return sql.query<ToldReplacement>(
    'SELECT absence_id AS "absenceId", told_at AS "toldAt" FROM replacement_notices WHERE person_id = $1',
    [personId],
  );
}

/** The absences that the person has known of since that period only. */
export async function replacementsToldIn(
  sql: Sql,
  personId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly string[]> {
  const rows = await sql.query<{ absenceId: string }>(
    `SELECT absence_id AS "absenceId" FROM replacement_notices WHERE person_id = $1 AND told_at > $2 AND told_at <= $3`,
    [personId, from, to],
  );
  return rows.map(({ absenceId }) => absenceId);
}

/** An absence that was put off begins again later, and is told again then. */
export async function forgetReplacements(sql: Sql, absenceId: string): Promise<void> {
  await sql.query('DELETE FROM replacement_notices WHERE absence_id = $1', [absenceId]);
}
