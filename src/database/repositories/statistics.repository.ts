import type { SqlCondition } from '../../auth/scope-sql.js';
import type { Sql } from '../database.js';
import { notSetAside } from './set-asides.repository.js';

/** By what figures are told apart. */
export const STATISTICS_GROUPS = ['department', 'theme', 'channel', 'quartier', 'organisation', 'month'] as const;

export type StatisticsGroup = (typeof STATISTICS_GROUPS)[number];

/** What figures may be narrowed to. */
export const STATISTICS_FILTERS = ['department', 'theme', 'channel', 'quartier', 'organisation'] as const;

export type StatisticsFilters = Readonly<Partial<Record<(typeof STATISTICS_FILTERS)[number], string>>>;

export interface StatisticsQuery {
  /** Civil days in the town, both included. */
  readonly from: string;
  readonly to: string;
  /** `all`: everything under one key. */
  readonly groupBy: StatisticsGroup | 'all';
  readonly only: StatisticsFilters;
  readonly scope: (firstParameter: number) => SqlCondition;
}

/** How often something happened, for one value of the group. */
export interface MeasureRow {
  readonly key: string | null;
  readonly measure: Measure;
  readonly count: number;
  /** Of the time between receipt and reply, in calendar days; of `answered` only. */
  readonly medianDays: number | null;
}

export type Measure = 'received' | 'answered' | 'kept' | 'missed' | 'reopened' | 'notForUs';

/** Time spent in one step by the cases answered in the period. */
export interface StepTimeRow {
  readonly key: string | null;
  readonly step: string;
  readonly verdict: 'kept' | 'missed' | 'none';
  readonly hours: number;
}

const KEYS: Readonly<Record<StatisticsGroup | 'all', string>> = {
  all: `'all'`,
  department: 'c.department',
  theme: 'c.theme',
  channel: 'c.channel',
  quartier: 'c.quartier',
  organisation: 'c.organisation',
  month: `to_char(m.day, 'YYYY-MM')`,
};

const ZONE = `'Europe/Paris'`;

/** A case concluded without a reply is no answer. */
const ANSWERS = `j.code = 'case.concluded' AND j.about ->> 'conclusion' NOT IN ('withdrawn', 'noCitizenReply')`;

/**
 * What each case is told apart by, read from its journal alone: its opening, the last process it was qualified under, the
 * department of its last line. Looked up beside it: the theme of a process, in the catalogue as it was published; and what is set
 * aside as undesirable now, which is no request and counts nowhere until it is restored.
 */
const CASES = `
  opened AS (
    SELECT j.case_id, j.opened ->> 'channel' AS channel, j.opened -> 'route' ->> 'quartier' AS quartier,
      (to_timestamp((j.opened ->> 'receivedAt')::bigint / 1000.0) AT TIME ZONE ${ZONE})::date AS received_on,
      to_timestamp((j.opened ->> 'receivedAt')::bigint / 1000.0) AS received_at,
      j.opened -> 'definition' ->> 'hash' AS hash
    FROM journal_entries j WHERE j.revision = 0 AND j.line = 0),
  cases AS (
    SELECT o.case_id, o.channel, o.quartier, o.received_on, o.received_at, l.department, l.organisation, l.sector,
      (SELECT v.theme FROM process_versions v WHERE v.hash = coalesce((
        SELECT q.event -> 'command' -> 'act' -> 'definition' ->> 'hash' FROM journal_entries q
        WHERE q.case_id = o.case_id AND q.code = 'command.qualify' ORDER BY q.revision DESC LIMIT 1), o.hash)) AS theme
    FROM opened o CROSS JOIN LATERAL (
      SELECT j.department, j.organisation, j.sector FROM journal_entries j WHERE j.case_id = o.case_id
      ORDER BY j.revision DESC, j.line DESC LIMIT 1) l
    WHERE ${notSetAside('o.case_id')})`;

/** The verdict stands in the line of the event that concluded: line 0 says how every clock stood. The last promise counts. */
const ANSWERED = `
  answered AS (
    SELECT j.case_id, j.revision, j.at, (j.at AT TIME ZONE ${ZONE})::date AS day,
      coalesce((SELECT clock ->> 'state' FROM journal_entries h, jsonb_array_elements(h.clocks) WITH ORDINALITY AS x(clock, n)
        WHERE h.case_id = j.case_id AND h.revision = j.revision AND h.line = 0 AND clock ->> 'id' LIKE 'promise%'
        ORDER BY n DESC LIMIT 1), 'none') AS verdict
    FROM journal_entries j WHERE ${ANSWERS} AND (j.at AT TIME ZONE ${ZONE})::date BETWEEN $1::date AND $2::date)`;

const MEASURES = `
  measures AS (
    SELECT case_id, 'received' AS measure, received_on AS day, NULL::float8 AS days FROM cases
      WHERE received_on BETWEEN $1::date AND $2::date
    UNION ALL SELECT a.case_id, 'answered', a.day, extract(epoch FROM a.at - c.received_at) / 86400
      FROM answered a JOIN cases c USING (case_id)
    UNION ALL SELECT case_id, verdict, day, NULL FROM answered WHERE verdict IN ('kept', 'missed')
    UNION ALL SELECT j.case_id, CASE j.code WHEN 'command.reopen' THEN 'reopened' ELSE 'notForUs' END,
        (j.at AT TIME ZONE ${ZONE})::date, NULL
      FROM journal_entries j WHERE j.code IN ('command.reopen', 'command.refuseAssignment')
        AND (j.at AT TIME ZONE ${ZONE})::date BETWEEN $1::date AND $2::date)`;

/** The reader's perimeter, and what they asked for within it. */
function conditionOf({ scope, only }: StatisticsQuery): SqlCondition {
  const asked = STATISTICS_FILTERS.flatMap((column) => {
    const value = only[column];
    return value === undefined ? [] : [{ column, value }];
  });
  const perimeter = scope(3 + asked.length);
  return {
    sql: [...asked.map(({ column }, index) => `${KEYS[column]} = $${String(3 + index)}`), perimeter.sql].join(' AND '),
    params: [...asked.map(({ value }) => value), ...perimeter.params],
  };
}

/** Figures of a period by one group, from `journal_entries` alone. */
export function countMeasures(sql: Sql, query: StatisticsQuery): Promise<readonly MeasureRow[]> {
  const condition = conditionOf(query);
  return sql.query<MeasureRow>(
    `WITH ${CASES}, ${ANSWERED}, ${MEASURES}
     SELECT ${KEYS[query.groupBy]} AS key, m.measure, count(*)::int AS count,
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY m.days))::numeric, 1)::float8 AS "medianDays"
     FROM measures m JOIN cases c ON c.case_id = m.case_id WHERE ${condition.sql} GROUP BY 1, 2 ORDER BY 1, 2`,
    [query.from, query.to, ...condition.params],
  );
}

/** Where the time of the answered cases went: from the entry into each step to the entry into the next. */
export function sumStepTimes(sql: Sql, query: StatisticsQuery): Promise<readonly StepTimeRow[]> {
  const condition = conditionOf(query);
  return sql.query<StepTimeRow>(
    `WITH ${CASES}, ${ANSWERED},
     stays AS (
       SELECT m.case_id, m.day, m.verdict, j.about ->> 'kind' AS step, j.at,
         lead(j.at, 1, m.at) OVER (PARTITION BY m.case_id, m.revision ORDER BY j.revision, j.line) AS until
       FROM answered m JOIN journal_entries j ON j.case_id = m.case_id AND j.revision <= m.revision AND j.code = 'step.entered')
     SELECT ${KEYS[query.groupBy]} AS key, m.step, CASE WHEN m.verdict IN ('kept', 'missed') THEN m.verdict ELSE 'none' END AS verdict,
       round((sum(extract(epoch FROM m.until - m.at)) / 3600)::numeric, 1)::float8 AS hours
     FROM stays m JOIN cases c ON c.case_id = m.case_id WHERE ${condition.sql} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [query.from, query.to, ...condition.params],
  );
}
