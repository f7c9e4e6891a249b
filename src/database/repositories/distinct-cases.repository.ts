import type { Sql } from '../database.js';

/** Two cases that somebody told apart. */
interface DistinctPair {
  readonly caseId: string;
  readonly otherId: string;
}

/** Of those told apart from a case: which, and by whom. */
export interface DistinctRow {
  readonly otherId: string;
  readonly toldBy: string;
}

/** Told twice is told once. */
export async function insertDistinct(
  sql: Sql,
  { caseId, otherId, by }: DistinctPair & { readonly by: string },
): Promise<void> {
  await sql.query(
    `INSERT INTO distinct_cases (case_id, other_id, organisation, sector, told_by)
     SELECT least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), organisation, sector, $3
     FROM case_files WHERE case_id = least($1::uuid, $2::uuid) ON CONFLICT DO NOTHING`,
    [caseId, otherId, by],
  );
}

export async function deleteDistinct(sql: Sql, { caseId, otherId }: DistinctPair): Promise<void> {
  await sql.query(
    `DELETE FROM distinct_cases WHERE case_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid)`,
    [caseId, otherId],
  );
}

export async function distinctFrom(sql: Sql, caseId: string): Promise<readonly DistinctRow[]> {
  return sql.query<DistinctRow>(
    `SELECT CASE case_id WHEN $1 THEN other_id ELSE case_id END AS "otherId", told_by AS "toldBy"
     FROM distinct_cases WHERE case_id = $1 OR other_id = $1`,
    [caseId],
  );
}
