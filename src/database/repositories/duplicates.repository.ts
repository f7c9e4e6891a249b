import type { SqlCondition } from '../../auth/scope-sql.js';
import type { Sql } from '../database.js';
import { notSetAside } from './set-asides.repository.js';

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

/** A report with the definition it was opened with, which says how near two of them must lie. */
export interface OpenReportRow extends ReportRow {
  readonly processHash: string;
}

/** Open reports of so many days, the latest first; a duplicate is spoken for by its principal. */
export async function openReports(
  sql: Sql,
  { days, atMost }: { readonly days: number; readonly atMost: number },
  scope: (firstParameter: number) => SqlCondition,
): Promise<readonly OpenReportRow[]> {
  const readable = scope(3);
  return sql.query<OpenReportRow>(
    `SELECT ${COLUMNS}, c.process_hash AS "processHash" FROM ${FROM}
     WHERE c.status = 'open' AND c.received_at > now() - make_interval(days => $1) AND ${notSetAside('c.case_id')}
       AND NOT EXISTS (SELECT 1 FROM case_links l WHERE l.case_id = c.case_id AND l.kind = 'duplicateOf' AND l.unlinked_at IS NULL)
       AND (${readable.sql})
     ORDER BY c.received_at DESC, c.case_id DESC LIMIT $2`,
    [days, atMost, ...readable.params],
  );
}

/** Pairs that nobody has to look at again: linked already, or told apart. */
export async function settledPairs(
  sql: Sql,
  caseIds: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const rows = await sql.query<{ one: string; other: string }>(
    `SELECT case_id AS one, other_id AS other FROM case_links WHERE unlinked_at IS NULL AND case_id = ANY ($1)
     UNION ALL SELECT case_id, other_id FROM distinct_cases WHERE case_id = ANY ($1)`,
    [caseIds],
  );
  return rows.map(({ one, other }) => [one, other]);
}
