import type { SqlCondition } from '../../auth/scope-sql.js';
import type { Share } from '../../../domain/people/actor.js';
import type { Subject } from '../../../domain/people/permission.js';
import { anyShare, type Bind } from '../any-share.js';
import type { Sql } from '../database.js';

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
}

/** What of a case answers to what was typed. */
export interface FoundRow {
  readonly number: boolean;
  readonly phone: boolean;
  readonly name: boolean;
  readonly words: boolean;
  /** Around the words, each between `MARK_FROM` and `MARK_TO`. */
  readonly excerpt: string | null;
}

/** Around a word that was found: characters that nobody types. */
export const MARK_FROM = '\u0002';
export const MARK_TO = '\u0003';

/** What a list is narrowed to. Words are looked for in numbers, in what citizens wrote and in their names. */
export interface CaseFilter {
  /** The full numbers that may be meant, one a year for a short one. */
  readonly numbers?: readonly string[];
  readonly words?: string;
  readonly phone?: string;
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
  /** Each row with what it was found by; costs a reading of each text. */
  readonly withFound?: boolean;
  /** Sort value and id of the last row seen. */
  readonly after?: readonly (string | number | null)[];
  readonly scope: (firstParameter: number) => SqlCondition;
}

/** A name that was heard, with a letter wrong: more of the words found than that share of their groups of three letters. */
const NAME_LIKENESS = 0.45;
/** Words that half the town uses must not make a search read every case: the latest that match are enough. */
const WORDS_DEPTH = 2000;

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
  const params: unknown[] = [];
  const bind: Bind = (value) => `$${String(params.push(value))}`;
  const where = filterSql(query.filter, bind);
  const scope = query.scope(params.length + 1);
  params.push(...scope.params);
  where.push(scope.sql, ...pageSql(query, bind));
  const order = query.sort === 'due' ? 'c.due_on, c.case_id' : 'c.received_at DESC, c.case_id DESC';
  const found = query.withFound === true ? foundSql(query.filter, bind) : '';
  await setNameLikeness(sql, query.filter);
  return sql.query<CaseListRow>(
    `WITH page AS (SELECT c.* FROM case_files c WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${bind(query.limit + 1)})
     SELECT ${COLUMNS}${found} FROM page c LEFT JOIN requests r ON r.case_id = c.case_id LEFT JOIN citizens z ON z.id = r.citizen_id
     ORDER BY ${order}`,
    params,
  );
}

/** How many cases a filter finds, counted no further than `most`. Run it in a transaction, as the search itself. */
export async function countCases(
  sql: Sql,
  { filter, sort, scope, most }: Pick<CaseListQuery, 'filter' | 'sort' | 'scope'> & { readonly most: number },
): Promise<number> {
  const params: unknown[] = [];
  const bind: Bind = (value) => `$${String(params.push(value))}`;
  const where = filterSql(filter, bind);
  const reached = scope(params.length + 1);
  params.push(...reached.params);
  where.push(reached.sql, ...pageSql({ sort }, bind));
  await setNameLikeness(sql, filter);
  const [row] = await sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM case_files c WHERE ${where.join(' AND ')} LIMIT ${bind(most)}) AS found`,
    params,
  );
  return row?.n ?? 0;
}

async function setNameLikeness(sql: Sql, { words }: CaseFilter): Promise<void> {
  if (words === undefined) return;
  await sql.query(`SELECT set_config('pg_trgm.word_similarity_threshold', $1, true)`, [String(NAME_LIKENESS)]);
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

function pageSql({ sort, after }: Pick<CaseListQuery, 'sort' | 'after'>, bind: Bind): readonly string[] {
  const sorted = sort === 'due' ? [`c.status = 'open'`, 'c.due_on IS NOT NULL'] : [];
  if (after === undefined) return sorted;
  const [value, id] = after;
  const seen =
    sort === 'due'
      ? `(c.due_on, c.case_id) > (${bind(value)}::date, ${bind(id)}::uuid)`
      : `(c.received_at, c.case_id) < (${bind(value)}::timestamptz, ${bind(id)}::uuid)`;
  return [...sorted, seen];
}

function filterSql(filter: CaseFilter, bind: Bind): string[] {
  const simple = SIMPLE.flatMap(([key, comparison]) =>
    filter[key] === undefined ? [] : [`${comparison}${bind(filter[key])}`],
  );
  return [...simple, ...partsSql(filter, bind), ...textSql(filter, bind)];
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

/** A union of ids, each found by its own index; an `OR` would read every case. */
function textSql({ numbers, words, phone }: CaseFilter, bind: Bind): readonly string[] {
  const parts: string[] = [];
  if (numbers !== undefined) parts.push(`SELECT case_id FROM case_files WHERE case_number = ANY (${bind(numbers)})`);
  if (phone !== undefined) {
    parts.push(`SELECT r.case_id FROM requests r JOIN citizens z ON z.id = r.citizen_id
      WHERE ${inPhone(bind(phone))}`);
  }
  if (words !== undefined) parts.push(...wordsSql(bind(words)));
  return parts.length === 0 ? [] : [`c.case_id IN (${parts.map((part) => `(${part})`).join(' UNION ALL ')})`];
}

function wordsSql(words: string): readonly string[] {
  return [
    `SELECT r.case_id FROM requests r WHERE ${inWords(words)} ORDER BY r.received_at DESC LIMIT ${String(WORDS_DEPTH)}`,
    `SELECT r.case_id FROM citizens z JOIN requests r ON r.citizen_id = z.id WHERE ${inName(words)} LIMIT ${String(WORDS_DEPTH)}`,
  ];
}

function inWords(words: string): string {
  return `to_tsvector('french', r.words) @@ ${wordsQuery(words)}`;
}

function wordsQuery(words: string): string {
  return `websearch_to_tsquery('french', ${words})`;
}

function inName(words: string): string {
  return `fold_text(${words}) <% fold_text(coalesce(z.last_name, '') || ' ' || coalesce(z.first_name, ''))`;
}

function inPhone(phone: string): string {
  return `fold_phone(z.phone) LIKE fold_phone(${phone}) || '%'`;
}

/** By what each row of a page was found: the same comparisons, on fifty rows. */
function foundSql({ numbers, words, phone }: CaseFilter, bind: Bind): string {
  if (numbers === undefined && words === undefined && phone === undefined) return '';
  const typed = words === undefined ? undefined : bind(words);
  const parts = {
    number: numbers === undefined ? undefined : `c.case_number = ANY (${bind(numbers)})`,
    phone: phone === undefined ? undefined : inPhone(bind(phone)),
    name: typed === undefined ? undefined : inName(typed),
    words: typed === undefined ? undefined : inWords(typed),
  };
  const pairs = Object.entries(parts).map(([key, sql]) => `'${key}', coalesce(${sql ?? 'false'}, false)`);
  const excerpt =
    typed === undefined ? 'NULL' : `ts_headline('french', r.words, ${wordsQuery(typed)}, ${bind(EXCERPT)})`;
  return `, jsonb_build_object(${pairs.join(', ')}, 'excerpt', ${excerpt}) AS found`;
}

const EXCERPT = `MaxFragments=1, MinWords=12, MaxWords=24, StartSel=${MARK_FROM}, StopSel=${MARK_TO}`;
