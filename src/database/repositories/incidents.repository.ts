import type { SqlCondition } from '../../auth/scope-sql.js';
import type { Sql } from '../database.js';

export interface IncidentRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly title: string | null;
  readonly organisation: string;
  /** Null for what concerns the whole town hall. */
  readonly department: string | null;
  readonly sector: string;
  readonly sensitive: boolean;
  readonly effectId: string | null;
  readonly kind: string;
  readonly code: string;
  readonly state: string;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  /** Why it was given up, where that is kept with the incident itself. */
  readonly reason: string | null;
  /** Of the case's promise: incidents that put it at risk come first. */
  readonly dueOn: string | null;
}

const SELECT = `SELECT i.id, i.case_id AS "caseId", c.case_number AS "caseNumber", c.title, i.organisation, i.department, i.sector,
    i.sensitive, i.effect_id AS "effectId", i.kind, i.code, i.state, i.opened_at AS "openedAt", i.ended_at AS "endedAt",
    i.ended_by AS "endedBy", t.body AS reason, c.due_on::text AS "dueOn"
  FROM incidents i LEFT JOIN case_files c ON c.case_id = i.case_id LEFT JOIN texts t ON t.id = (i.detail ->> 'reason')::uuid`;

export interface IncidentListQuery {
  readonly state: 'open' | 'ended';
  readonly limit: number;
  readonly after?: readonly (string | number | null)[];
  readonly scope: (firstParameter: number) => SqlCondition;
}

/** Latest first; one row more than asked. */
export async function listIncidents(
  sql: Sql,
  { state, limit, after, scope }: IncidentListQuery,
): Promise<readonly IncidentRow[]> {
  const condition = scope(5);
  return sql.query<IncidentRow>(
    `${SELECT} WHERE i.state = $1 AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', i.opened_at), i.id) < ($2, $3))
       AND ${condition.sql}
     ORDER BY date_trunc('milliseconds', i.opened_at) DESC, i.id DESC LIMIT $4`,
    [state, after?.[0] ?? null, after?.[1] ?? null, limit + 1, ...condition.params],
  );
}

export async function findIncident(sql: Sql, id: string): Promise<IncidentRow | undefined> {
  const [row] = await sql.query<IncidentRow>(`${SELECT} WHERE i.id = $1`, [id]);
  return row;
}

/** A gap of the journal that a person had mended or gave up, and every other one of that case that it made moot. */
export async function endGapIncident(
  sql: Sql,
  { caseId }: Pick<IncidentRow, 'caseId'>,
  end: { readonly by: string; readonly reason?: string },
): Promise<void> {
  await sql.query(
    `UPDATE incidents SET state = 'ended', ended_at = now(), ended_by = $2, detail = detail || $3::jsonb
     WHERE case_id = $1 AND kind = 'journalGap' AND state = 'open'`,
    [caseId, end.by, JSON.stringify(end.reason === undefined ? {} : { reason: end.reason })],
  );
}

/** Who ended it: the incident itself is closed when the case says that its effect no longer fails. */
export async function noteResolver(sql: Sql, id: string, person: string): Promise<void> {
  await sql.query(`UPDATE incidents SET ended_by = $2 WHERE id = $1 AND state = 'ended'`, [id, person]);
}
