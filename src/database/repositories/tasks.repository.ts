import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Share } from '../../../domain/people/actor.js';
import type { SqlCondition } from '../../auth/scope-sql.js';
import { anyShare } from '../any-share.js';
import { boundParameters, type Bind } from '../bound-parameters.js';
import type { Sql } from '../database.js';
import { notSetAside } from './set-asides.repository.js';
import { afterSql, groupSql, orderSql, URGENCY, type TaskGrouping } from './task-order.js';

/** A task as lists show it. */
export interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly processId: string;
  readonly kind: string;
  readonly role: string;
  readonly organisation: string;
  readonly department: string;
  readonly team: string | null;
  readonly sector: string;
  readonly sensitive: boolean;
  readonly holder: string | null;
  readonly claimedBy: string | null;
  readonly openRequest: string | null;
  readonly quartier: string | null;
  readonly openedAt: Date;
  readonly dueOn: string | null;
  readonly open: boolean;
  readonly endedAt: Date | null;
  readonly clockState: string | null;
  readonly promisedOn: string | null;
  readonly receivedAt: Date;
  /** What the citizen said, cut short: of a request that has no process yet, which its title does not tell. */
  readonly words?: string | null;
  /** Where the list has groups: the one it is in, empty where it has none. */
  readonly group?: string;
}

const COLUMNS = `t.id, t.case_id AS "caseId", c.case_number AS "caseNumber", c.title, t.process_id AS "processId", t.kind, t.role,
  t.organisation, t.department, t.team, t.sector, t.sensitive, t.holder, t.claimed_by AS "claimedBy", t.open_request AS "openRequest",
  t.quartier, t.opened_at AS "openedAt", t.due_on::text AS "dueOn", t.open, t.ended_at AS "endedAt", c.clock_state AS "clockState",
  c.promised_on::text AS "promisedOn", c.received_at AS "receivedAt"`;

/** For whoever reads tasks; an act on one needs no words. */
const WORDS = `CASE WHEN t.kind = 'qualify' AND NOT t.sensitive THEN (
    SELECT CASE WHEN length(w.said) > 140 THEN left(w.said, 139) || '…' ELSE w.said END
    FROM requests r, LATERAL (SELECT coalesce(r.kept_words, r.words) AS said) w WHERE r.case_id = t.case_id
  ) END AS words`;

export async function findTask(sql: Sql, id: string): Promise<TaskRow | undefined> {
  const [row] = await sql.query<TaskRow>(
    `SELECT ${COLUMNS}, ${WORDS} FROM tasks t JOIN case_files c ON c.case_id = t.case_id WHERE t.id = $1`,
    [id],
  );
  return row;
}

/** A task and the file of its case, in one look: what an act on it needs. */
export async function findTaskAndCase(sql: Sql, id: string): Promise<(TaskRow & { caseFile: CaseFile }) | undefined> {
  const [row] = await sql.query<TaskRow & { caseFile: CaseFile }>(
    `SELECT ${COLUMNS}, c.case_file AS "caseFile" FROM tasks t JOIN case_files c ON c.case_id = t.case_id WHERE t.id = $1`,
    [id],
  );
  return row;
}

/** Whose tasks a list shows. */
export interface TaskAudience {
  /** The reader’s, and those of whoever they replace today. */
  readonly shares: readonly Share[];
  readonly teams: readonly string[];
  readonly departments: readonly string[];
  /** Offices held, for tasks of a vacant office: `role@organisation`. */
  readonly offices: readonly string[];
}

export interface TaskFilter {
  readonly scope: 'mine' | 'team';
  readonly kind?: string;
  readonly department?: string;
  readonly quartier?: string;
  readonly lateOn?: string;
  /** Due on one of these days, both included, or on no day at all. */
  readonly dueWithin?: { readonly from: string; readonly to: string };
  /** Asked of lists only. */
  readonly state?: keyof typeof STATES;
}

/** Waiting: something was asked of somebody else, and the holder can only wait or answer without it. */
const WAITS_FOR_SOMEBODY = `t.kind = 'answer' AND t.case_id IN (SELECT c.case_id FROM case_files c WHERE c.open_requests > 0)`;
const STATES = {
  todo: `t.open AND NOT (${WAITS_FOR_SOMEBODY})`,
  waiting: `t.open AND ${WAITS_FOR_SOMEBODY}`,
  done: `NOT t.open AND t.ended_at > now() - interval '7 days'`,
} as const;

/** A task without holder is everyone's who may take it; a held or claimed one is its person's. */
function audienceSql(filter: TaskFilter, who: TaskAudience, bind: Bind): string {
  if (filter.scope === 'team') {
    return `(t.team = ANY (${bind(who.teams)}) OR t.department = ANY (${bind(who.departments)}))`;
  }
  const persons = anyShare(who.shares, bind, {
    of: (list) => `t.holder = ANY (${list}) OR t.claimed_by = ANY (${list})`,
    processId: 't.process_id',
  });
  const office = `(t.holder IS NULL AND t.team IS NULL AND t.role || '@' || t.organisation = ANY (${bind(who.offices)}))`;
  return `(${persons} OR ${office})`;
}

function filterSql(filter: TaskFilter, bind: Bind): readonly string[] {
  return [
    ...(filter.kind === undefined ? [] : [`t.kind = ${bind(filter.kind)}`]),
    ...(filter.department === undefined ? [] : [`t.department = ${bind(filter.department)}`]),
    ...(filter.quartier === undefined ? [] : [`t.quartier = ${bind(filter.quartier)}`]),
    ...(filter.lateOn === undefined ? [] : [`t.due_on < ${bind(filter.lateOn)}`]),
    ...(filter.dueWithin === undefined
      ? []
      : [`(t.due_on IS NULL OR t.due_on BETWEEN ${bind(filter.dueWithin.from)} AND ${bind(filter.dueWithin.to)})`]),
    notSetAside('t.case_id'),
  ];
}

export interface TaskListQuery {
  readonly filter: TaskFilter;
  readonly who: TaskAudience;
  readonly limit: number;
  readonly grouping?: TaskGrouping | undefined;
  /** Due day (`infinity` for none), opening, id of the last row seen; its group before them where there are groups. */
  readonly after?: readonly (string | number | null)[];
  readonly scope: (firstParameter: number) => SqlCondition;
}

/** The conditions of a list: how the tasks stand, whose they are, what is filtered, and what the reader may see. */
function within(
  { filter, who, scope }: Pick<TaskListQuery, 'filter' | 'who' | 'scope'>,
  standing: string,
): { readonly params: unknown[]; readonly bind: Bind; readonly where: string[] } {
  const { params, bind } = boundParameters();
  const where = [standing, audienceSql(filter, who, bind), ...filterSql(filter, bind)];
  const { sql, params: reach } = scope(params.length + 1);
  params.push(...reach);
  return { params, bind, where: [...where, sql] };
}

/** Most urgent first: by the day it is wanted, then by age. One row more than asked tells whether more follow. */
export async function listTasks(sql: Sql, query: TaskListQuery): Promise<readonly TaskRow[]> {
  const { state } = query.filter;
  const { params, bind, where } = within(query, standing(state));
  const order = orderSql(query.grouping);
  const rows = [...where, ...afterSql(query, bind)].join(' AND ');
  const group = query.grouping === undefined ? '' : `, ${groupSql(query.grouping, bind)} AS "group"`;
  return sql.query<TaskRow>(
    // The page is cut before the cases are joined: a team has a thousand tasks open, and a page shows fifty.
    `SELECT ${COLUMNS}, ${WORDS}${group} FROM (SELECT * FROM tasks t WHERE ${rows} ORDER BY ${order} LIMIT ${bind(query.limit + 1)}) t
     JOIN case_files c ON c.case_id = t.case_id ORDER BY ${order}`,
    params,
  );
}

/** How many tasks a list has in each of its groups. */
export async function countTaskGroups(
  sql: Sql,
  { grouping, ...query }: Omit<TaskListQuery, 'limit' | 'after'> & { readonly grouping: TaskGrouping },
): Promise<readonly { readonly id: string; readonly n: number }[]> {
  const { params, bind, where } = within(query, standing(query.filter.state));
  return sql.query(
    `SELECT ${groupSql(grouping, bind)} AS id, count(*)::int AS n FROM tasks t WHERE ${where.join(' AND ')} GROUP BY 1`,
    params,
  );
}

function standing(state: TaskFilter['state']): string {
  return state === undefined ? 't.open' : STATES[state];
}

/** How many tasks of each kind, how many of them are late on a day, and how many can only wait for somebody. */
export async function countTasks(
  sql: Sql,
  query: Omit<TaskListQuery, 'limit' | 'after'>,
  days: { readonly today: string; readonly next: string },
): Promise<readonly { kind: string; open: number; late: number; dueNext: number; waiting: number }[]> {
  const { params, bind, where } = within(query, 't.open');
  return sql.query(
    `SELECT t.kind, count(*)::int AS open, (count(*) FILTER (WHERE t.due_on < ${bind(days.today)}))::int AS late,
       (count(*) FILTER (WHERE t.due_on = ${bind(days.next)}))::int AS "dueNext",
       (count(*) FILTER (WHERE ${WAITS_FOR_SOMEBODY}))::int AS waiting
     FROM tasks t WHERE ${where.join(' AND ')} GROUP BY t.kind ORDER BY t.kind`,
    params,
  );
}

/** How much each person has open, and how much of it is late on a day; under null, what is nobody's yet. */
export async function loadByPerson(
  sql: Sql,
  query: Omit<TaskListQuery, 'limit' | 'after'>,
  today: string,
): Promise<readonly { readonly person: string | null; readonly open: number; readonly late: number }[]> {
  const { params, bind, where } = within(query, 't.open');
  return sql.query(
    `SELECT coalesce(t.claimed_by, t.holder) AS person, count(*)::int AS open,
       (count(*) FILTER (WHERE t.due_on < ${bind(today)}))::int AS late
     FROM tasks t WHERE ${where.join(' AND ')} GROUP BY 1`,
    params,
  );
}

/** Takes the most urgent task that is nobody's: two people at once never get the same one. */
export async function takeNext(
  sql: Sql,
  query: Omit<TaskListQuery, 'limit' | 'after'>,
  person: string,
): Promise<string | undefined> {
  const { params, bind } = boundParameters();
  const me = bind(person);
  const where = [
    't.open',
    't.holder IS NULL',
    't.claimed_by IS NULL',
    audienceSql(query.filter, query.who, bind),
    ...filterSql(query.filter, bind),
  ];
  const scope = query.scope(params.length + 1);
  params.push(...scope.params);
  where.push(scope.sql);
  const [row] = await sql.query<{ id: string }>(
    `UPDATE tasks SET claimed_by = ${me}, claimed_at = now() WHERE id = (
       SELECT t.id FROM tasks t WHERE ${where.join(' AND ')}
       ORDER BY ${URGENCY} LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id`,
    params,
  );
  return row?.id;
}
