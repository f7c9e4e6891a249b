import type { SqlCondition } from '../../auth/scope-sql.js';
import type { Sql } from '../database.js';

/** What two reports are compared by. */
export interface ReportRow {
  readonly caseId: string;
  readonly processId: string;
  readonly theme: string;
  readonly citizenId: string | null;
  readonly quartier: string | null;
  /** Folded: no number, no accent, no capital. */
  readonly street: string | null;
  readonly placeText: string | null;
  /** WGS 84, degrees; null where nobody pointed at a map. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly receivedAt: Date;
}

const COLUMNS = `c.case_id AS "caseId", c.process_id AS "processId", c.theme, r.citizen_id AS "citizenId", c.quartier,
  fold_street(p.label) AS street, fold_text(p.label) AS "placeText",
  (p.point->>'latitude')::float AS latitude, (p.point->>'longitude')::float AS longitude, c.received_at AS "receivedAt"`;

/** The place of the request itself, or else the first place among its answers. */
const FROM = `case_files c JOIN requests r ON r.case_id = c.case_id
  CROSS JOIN LATERAL (SELECT jsonb_path_query_first(r.answers, '$.* ? (exists (@.label))') AS point) a
  CROSS JOIN LATERAL (SELECT a.point, coalesce(r.place->>'text', a.point->>'label') AS label) p`;

const CANDIDATES = 200;

export async function findReport(sql: Sql, caseId: string): Promise<ReportRow | undefined> {
  const [row] = await sql.query<ReportRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE c.case_id = $1`, [caseId]);
  return row;
}

/**
 * Reports of the same theme within so many days of this one that share its street, its citizen, or may lie near it; not
 * those that are linked to it already. The closest in time first.
 */
export async function reportsLike(
  sql: Sql,
  { caseId, days }: { readonly caseId: string; readonly days: number },
  scope: (firstParameter: number) => SqlCondition,
): Promise<readonly ReportRow[]> {
  const readable = scope(3);
  return sql.query<ReportRow>(
    `WITH mine AS (SELECT ${COLUMNS} FROM ${FROM} WHERE c.case_id = $1)
     SELECT ${COLUMNS} FROM mine m, ${FROM}
     WHERE c.theme = m.theme AND c.case_id <> m."caseId"
       AND c.received_at BETWEEN m."receivedAt" - make_interval(days => $2) AND m."receivedAt" + make_interval(days => $2)
       AND (r.citizen_id = m."citizenId" OR fold_street(p.label) = m.street
         OR (m.latitude IS NOT NULL AND p.point->>'latitude' IS NOT NULL))
       AND NOT EXISTS (SELECT 1 FROM case_links l WHERE l.unlinked_at IS NULL
         AND ((l.case_id = $1 AND l.other_id = c.case_id) OR (l.other_id = $1 AND l.case_id = c.case_id)))
       AND (${readable.sql})
     ORDER BY abs(extract(epoch FROM c.received_at - m."receivedAt")), c.case_id LIMIT ${String(CANDIDATES)}`,
    [caseId, days, ...readable.params],
  );
}
