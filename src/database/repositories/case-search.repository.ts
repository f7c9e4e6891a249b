import type { SqlCondition } from '../../auth/scope-sql.js';
import type { Share } from '../../../domain/people/actor.js';
import type { Subject } from '../../../domain/people/permission.js';
import { anyShare } from '../any-share.js';
import { boundParameters, type Bind } from '../bound-parameters.js';
import type { Sql } from '../database.js';
import { foundSql, setNameLikeness, textSql, typedStreets, type CaseText, type FoundRow } from './case-text-search.js';
import { groupColumn, groupIs, groupOfRow, piecesOf, type CaseGrouping } from './case-groups.js';

/** A case as lists show it, with what permissions compare. */
export interface CaseListRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly processId: string;
  readonly theme: string;
  readonly organisation: string;
  readonly department: string;
  readonly team: string;
  readonly sector: string;
  readonly sensitive: boolean;
  readonly quartier: string | null;
  readonly channel: string;
  readonly status: string;
  readonly step: string;
  readonly conclusion: string | null;
  readonly holder: string | null;
  readonly holders: readonly string[];
  readonly involved: readonly string[];
  readonly teams: readonly string[];
  readonly promisedOn: string | null;
  readonly dueOn: string | null;
  readonly clockState: string | null;
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly revision: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Where something was typed: what it was found by, and where that is words, those around them. */
  readonly found?: FoundRow;
  /** Where the list has groups: the one it is in, empty where it has none. */
  readonly group?: string;
}

/** What a list is narrowed to. */
export interface CaseFilter extends CaseText {
  readonly processId?: string;
  readonly department?: string;
  readonly organisation?: string;
  readonly quartier?: string;
  readonly status?: string;
  readonly step?: string;
  readonly citizenId?: string;
  readonly holder?: string;
  readonly participants?: readonly Share[];
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly receivedFrom?: string;
  readonly receivedTo?: string;
}

export interface CaseListQuery {
  readonly filter: CaseFilter;
  /** `received`: latest first. `due`: most urgent first, open cases with a date only. */
  readonly sort: 'received' | 'due';
  readonly limit: number;
  readonly grouping?: CaseGrouping | undefined;
  /** Each row with what it was found by; costs a reading of each text. */
  readonly withFound?: boolean;
  /** Sort value and id of the last row seen; its group before them where there are groups. */
  readonly after?: readonly (string | number | null)[];
  readonly scope: (firstParameter: number) => SqlCondition;
}

const SIMPLE: readonly (readonly [keyof CaseFilter, string])[] = [
  ['processId', 'c.process_id = '],
  ['department', 'c.department = '],
  ['organisation', 'c.organisation = '],
  ['quartier', 'c.quartier = '],
  ['status', 'c.status = '],
  ['step', 'c.step = '],
  ['dueFrom', 'c.due_on >= '],
  ['dueTo', 'c.due_on <= '],
  ['receivedFrom', 'c.received_at >= '],
  ['receivedTo', 'c.received_at < '],
];

/** One page of cases, one row more than asked. Run it in a transaction: the likeness of names is set for it alone. */
export async function searchCases(sql: Sql, query: CaseListQuery): Promise<readonly CaseListRow[]> {
  const { params, bind, where, ahead } = within(query);
  const page =
    query.grouping === undefined ? plainPage(query, where, bind) : groupedPage(query.grouping, query, where, bind);
  const found = query.withFound === true ? foundSql(query.filter, bind) : '';
  await setNameLikeness(sql, query.filter);
  return sql.query<CaseListRow>(
    `${withSql([...ahead, `page AS (${page.sql})`])}
     SELECT ${COLUMNS}${page.columns}${found} FROM page c LEFT JOIN requests r ON r.case_id = c.case_id LEFT JOIN citizens z ON z.id = r.citizen_id
     ORDER BY ${page.order}`,
    params,
  );
}

/** How many cases a filter finds, counted no further than `most`. Run it in a transaction, as the search itself. */
export async function countCases(
  sql: Sql,
  { most, ...query }: Pick<CaseListQuery, 'filter' | 'sort' | 'scope'> & { readonly most: number },
): Promise<number> {
  const { params, bind, where, ahead } = within(query);
  await setNameLikeness(sql, query.filter);
  const [row] = await sql.query<{ n: number }>(
    `${withSql(ahead)} SELECT count(*)::int AS n FROM (SELECT 1 FROM case_files c WHERE ${where.join(' AND ')} LIMIT ${bind(most)}) AS found`,
    params,
  );
  return row?.n ?? 0;
}

/** How many cases of each of these groups a filter finds, each counted no further than `most`; in a transaction as well. */
export async function countCaseGroups(
  sql: Sql,
  {
    most,
    grouping,
    groups,
    ...query
  }: Pick<CaseListQuery, 'filter' | 'sort' | 'scope'> & {
    readonly grouping: CaseGrouping;
    readonly groups: readonly string[];
    readonly most: number;
  },
): Promise<readonly { readonly id: string; readonly n: number }[]> {
  if (groups.length === 0) return [];
  const { params, bind, where, ahead } = within(query);
  const limit = bind(most);
  const counts = groups.map((group) => {
    const rows = [...where, groupIs(grouping, group, bind)].join(' AND ');
    return `SELECT ${bind(group)}::text AS id, (SELECT count(*)::int FROM (SELECT 1 FROM case_files c WHERE ${rows} LIMIT ${limit}) f) AS n`;
  });
  await setNameLikeness(sql, query.filter);
  return sql.query(`${withSql(ahead)} ${counts.join(' UNION ALL ')}`, params);
}

/** The conditions of a list: what is filtered, what the reader may see, what its order holds. */
function within({ filter, sort, scope }: Pick<CaseListQuery, 'filter' | 'sort' | 'scope'>): {
  readonly params: unknown[];
  readonly bind: Bind;
  readonly where: readonly string[];
  /** What was found by its text, read once for all the pieces of a list. */
  readonly ahead: readonly string[];
} {
  const { params, bind } = boundParameters();
  const filtered = filterSql(filter, bind);
  const hits = textSql(filter, bind);
  if (hits !== undefined) filtered.push('c.case_id IN (SELECT case_id FROM hits)');
  const reached = scope(params.length + 1);
  params.push(...reached.params);
  const sorted = sort === 'due' ? [`c.status = 'open'`, 'c.due_on IS NOT NULL'] : [];
  const typed = filter.words === undefined ? [] : [typedStreets(filter, bind)];
  const ahead = hits === undefined ? [] : [...typed, `hits AS MATERIALIZED (${hits})`];
  return { params, bind, where: [...filtered, reached.sql, ...sorted], ahead };
}

function withSql(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `WITH ${parts.join(', ')}`;
}

/** A page as SQL: its rows, what they have beside their columns, the order in which they stand. */
interface PageSql {
  readonly sql: string;
  readonly columns: string;
  readonly order: string;
}

const ORDERS = { due: 'c.due_on, c.case_id', received: 'c.received_at DESC, c.case_id DESC' } as const;

function plainPage({ sort, after, limit }: CaseListQuery, where: readonly string[], bind: Bind): PageSql {
  const order = ORDERS[sort];
  const rows = [...where, ...(after === undefined ? [] : [afterSql(sort, after, bind)])].join(' AND ');
  return {
    sql: `SELECT c.* FROM case_files c WHERE ${rows} ORDER BY ${order} LIMIT ${bind(limit + 1)}`,
    columns: '',
    order,
  };
}

/** Group after group, each in the order of the list: a page is cut from several pieces, and no piece is read past it. */
function groupedPage(
  grouping: CaseGrouping,
  { sort, after, limit }: CaseListQuery,
  where: readonly string[],
  bind: Bind,
): PageSql {
  const column = groupColumn(grouping);
  const order = [...(column === undefined ? [] : [column]), ORDERS[sort]].join(', ');
  const [group, ...last] = after ?? [];
  const seen = after === undefined ? '' : afterSql(sort, last, bind);
  const size = bind(limit + 1);
  const pieces = piecesOf(grouping, group === undefined ? undefined : String(group), bind).map((piece) => {
    const rows = [...where, piece.where, ...(piece.resumes ? [seen] : [])].join(' AND ');
    return `(SELECT ${String(piece.rank)} AS piece, c.* FROM case_files c WHERE ${rows} ORDER BY ${order} LIMIT ${size})`;
  });
  const whole = `c.piece, ${order}`;
  return {
    sql: `SELECT c.* FROM (${pieces.join(' UNION ALL ')}) c ORDER BY ${whole} LIMIT ${size}`,
    columns: `, ${groupOfRow(grouping)} AS "group"`,
    order: whole,
  };
}

function afterSql(sort: CaseListQuery['sort'], [value, id]: readonly (string | number | null)[], bind: Bind): string {
  return sort === 'due'
    ? `(c.due_on, c.case_id) > (${bind(value)}::date, ${bind(id)}::uuid)`
    : `(c.received_at, c.case_id) < (${bind(value)}::timestamptz, ${bind(id)}::uuid)`;
}

/** What permissions compare, from a row. */
export function subjectOfRow(row: CaseListRow): Subject {
  const { organisation, department, sector, sensitive, teams, holders, involved, processId } = row;
  return { organisation, department, sector, sensitive, teams, holders, involved, processId };
}

const COLUMNS = `c.case_id AS "caseId", c.case_number AS "caseNumber", c.title, c.process_id AS "processId", c.theme, c.organisation,
  c.department, c.team, c.sector, c.sensitive, c.quartier, c.channel, c.status, c.step, c.conclusion, c.holder, c.holders, c.involved,
  c.teams, c.promised_on::text AS "promisedOn", c.due_on::text AS "dueOn", c.clock_state AS "clockState", c.received_at AS "receivedAt",
  c.closed_at AS "closedAt", c.revision, z.first_name AS "firstName", z.last_name AS "lastName"`;

function filterSql(filter: CaseFilter, bind: Bind): string[] {
  const simple = SIMPLE.flatMap(([key, comparison]) =>
    filter[key] === undefined ? [] : [`${comparison}${bind(filter[key])}`],
  );
  return [...simple, ...partsSql(filter, bind)];
}

function partsSql({ citizenId, holder, participants }: CaseFilter, bind: Bind): readonly string[] {
  return [
    ...(citizenId === undefined
      ? []
      : [`c.case_id IN (SELECT case_id FROM requests WHERE citizen_id = ${bind(citizenId)})`]),
    ...(holder === undefined ? [] : [`c.holders @> ARRAY[${bind(holder)}]::text[]`]),
    ...(participants === undefined
      ? []
      : [anyShare(participants, bind, { of: (list) => `c.involved && ${list}::text[]`, processId: 'c.process_id' })]),
  ];
}
