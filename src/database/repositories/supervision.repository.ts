import type { SqlCondition } from '../../auth/scope-sql.js';
import type { Sql } from '../database.js';
import { notSetAside } from './set-asides.repository.js';

export const ATTENTION_KINDS = ['late', 'dueToday', 'unassigned', 'waiting', 'open'] as const;

/** Why an open case is looked at: `open` is all of them. */
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

type Scoped = (firstParameter: number) => SqlCondition;

export interface SupervisionCount {
  readonly department: string;
  readonly step: string;
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
  readonly unassigned: number;
  readonly waiting: number;
}

/** An open task that is nobody's. */
const UNASSIGNED = `EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = c.case_id AND t.open AND t.holder IS NULL AND t.claimed_by IS NULL)`;
/** Something is awaited from the citizen or from elsewhere, so that nobody can go on. */
const WAITING = `(c.step = 'waiting' OR c.clock_state = 'paused')`;

const CONDITIONS: Readonly<Record<AttentionKind, string>> = {
  late: 'c.due_on < $1::date',
  dueToday: 'c.due_on = $1::date',
  unassigned: UNASSIGNED,
  waiting: WAITING,
  open: '$1::date IS NOT NULL',
};

/** How the open cases stand on that day, by department and by what they wait for. */
export function countAttention(sql: Sql, today: string, scope: Scoped): Promise<readonly SupervisionCount[]> {
  const condition = scope(2);
  return sql.query<SupervisionCount>(
    `SELECT c.department, c.step, count(*)::int AS open, count(*) FILTER (WHERE ${CONDITIONS.late})::int AS late,
       count(*) FILTER (WHERE ${CONDITIONS.dueToday})::int AS "dueToday", count(*) FILTER (WHERE ${UNASSIGNED})::int AS unassigned,
       count(*) FILTER (WHERE ${WAITING})::int AS waiting
     FROM case_files c WHERE c.status = 'open' AND ${notSetAside('c.case_id')} AND ${condition.sql} GROUP BY 1, 2 ORDER BY 1, 2`,
    [today, ...condition.params],
  );
}

export interface AttentionFilter {
  readonly kind: AttentionKind;
  readonly department?: string;
  readonly step?: string;
}

export interface AttentionRow {
  readonly caseId: string;
  readonly revision: number;
  readonly caseNumber: string;
  readonly title: string;
  readonly sensitive: boolean;
  readonly department: string;
  readonly step: string;
  readonly holders: readonly string[];
  readonly dueOn: string | null;
  readonly clockState: string | null;
  readonly receivedAt: Date;
}

export interface AttentionQuery extends AttentionFilter {
  readonly today: string;
  readonly limit: number;
  /** Due day (`infinity` for none) and id of the last row seen. */
  readonly after?: readonly (string | number | null)[];
  readonly scope: Scoped;
}

/** Most urgent first; one row more than asked. */
export function listAttention(sql: Sql, query: AttentionQuery): Promise<readonly AttentionRow[]> {
  const params: unknown[] = [query.today, query.department ?? null, query.step ?? null, query.limit + 1];
  const condition = query.scope(7);
  params.push(query.after?.[0] ?? null, query.after?.[1] ?? null, ...condition.params);
  return sql.query<AttentionRow>(
    `SELECT c.case_id AS "caseId", c.revision, c.case_number AS "caseNumber", c.title, c.sensitive, c.department, c.step, c.due_on::text AS "dueOn",
       c.clock_state AS "clockState", c.received_at AS "receivedAt",
       (SELECT coalesce(array_agg(DISTINCT coalesce(t.claimed_by, t.holder)) FILTER (WHERE coalesce(t.claimed_by, t.holder) IS NOT NULL), '{}')
        FROM tasks t WHERE t.case_id = c.case_id AND t.open) AS holders
     FROM case_files c
     WHERE c.status = 'open' AND ${notSetAside('c.case_id')} AND $1::date IS NOT NULL AND ${CONDITIONS[query.kind]} AND ($2::text IS NULL OR c.department = $2)
       AND ($3::text IS NULL OR c.step = $3) AND ${condition.sql}
       AND ($5::text IS NULL OR (coalesce(c.due_on, 'infinity'), c.case_id) > ($5::date, $6::uuid))
     ORDER BY coalesce(c.due_on, 'infinity'), c.case_id LIMIT $4`,
    params,
  );
}
