import type { Sql } from '../database.js';

/** How the cases of one version do. */
export interface VersionHealth {
  readonly processId: string;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly current: boolean;
  readonly open: number;
  readonly closed: number;
  readonly late: number;
  /** Closed after the promised day. */
  readonly missed: number;
  /** Departments said « not for us ». */
  readonly refused: number;
  /** Left for another process. */
  readonly requalified: number;
}

const HEALTH = `
  SELECT v.process_id AS "processId", v.version, v.hash, v.published_at AS "publishedAt", v.current,
    coalesce(c.open, 0) AS open, coalesce(c.closed, 0) AS closed, coalesce(c.late, 0) AS late, coalesce(c.missed, 0) AS missed,
    coalesce(c.refused, 0) AS refused, coalesce(q.requalified, 0) AS requalified
  FROM process_versions v
  LEFT JOIN (SELECT process_hash, count(*) FILTER (WHERE status = 'open')::int AS open, count(*) FILTER (WHERE status <> 'open')::int AS closed,
      count(*) FILTER (WHERE status = 'open' AND due_on < (now() AT TIME ZONE 'Europe/Paris')::date)::int AS late,
      count(*) FILTER (WHERE clock_state = 'missed')::int AS missed, sum((case_file ->> 'assignmentRefusals')::int)::int AS refused
    FROM case_files GROUP BY 1) c ON c.process_hash = v.hash
  LEFT JOIN (SELECT o.opened -> 'definition' ->> 'hash' AS hash, count(DISTINCT o.case_id)::int AS requalified
    FROM journal_entries j JOIN journal_entries o ON o.case_id = j.case_id AND o.revision = 0 AND o.line = 0
    WHERE j.code = 'command.qualify' GROUP BY 1) q ON q.hash = v.hash`;

/** Every version of every process, the latest first. */
export function versionHealth(sql: Sql, processId?: string): Promise<readonly VersionHealth[]> {
  return sql.query<VersionHealth>(
    `${HEALTH} WHERE $1::text IS NULL OR v.process_id = $1 ORDER BY v.process_id, v.version DESC`,
    [processId ?? null],
  );
}

/** Closed cases of one process by the day they closed, to say which of them keep personal data for too long. */
export interface ClosedCases {
  readonly processId: string;
  readonly closedOn: string;
  readonly count: number;
}

export function closedCases(sql: Sql): Promise<readonly ClosedCases[]> {
  return sql.query<ClosedCases>(
    `SELECT process_id AS "processId", (closed_at AT TIME ZONE 'Europe/Paris')::date::text AS "closedOn", count(*)::int AS count
     FROM case_files c WHERE closed_at IS NOT NULL AND NOT EXISTS (SELECT FROM case_erasures e WHERE e.case_id = c.case_id) GROUP BY 1, 2`,
  );
}
