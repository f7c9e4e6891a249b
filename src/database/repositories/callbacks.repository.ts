import type { Share } from '../../../domain/people/actor.js';
import type { SqlCondition } from '../../auth/scope-sql.js';
import { anyShare } from '../any-share.js';
import { boundParameters, type Bind } from '../bound-parameters.js';
import type { Sql } from '../database.js';
import { notSetAside } from './set-asides.repository.js';

/** `due`: its day is here or past; `coming`: its day is to come; `done`: in the last seven days. */
export const CALLBACK_STATES = ['due', 'coming', 'done'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

export interface CallbackRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly dueOn: string;
  readonly note: string;
  /** Whom it is for: a person, or a team, or all of a department. */
  readonly person: string | null;
  readonly team: string | null;
  readonly department: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly doneBy: string | null;
  readonly doneAt: Date | null;
  readonly version: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
}

/** Whose list is read. */
export interface CallbackAudience {
  /** The reader’s, and those of whoever they replace today. */
  readonly shares: readonly Share[];
  readonly teams: readonly string[];
  readonly departments: readonly string[];
}

const COLUMNS = `b.id, b.case_id AS "caseId", c.case_number AS "caseNumber", c.title, b.due_on::text AS "dueOn", b.note, b.person, b.team,
  b.department, b.created_by AS "createdBy", b.created_at AS "createdAt", b.done_by AS "doneBy", b.done_at AS "doneAt", b.version,
  z.first_name AS "firstName", z.last_name AS "lastName", z.phone`;
const FROM = `callbacks b JOIN case_files c ON c.case_id = b.case_id LEFT JOIN requests r ON r.case_id = b.case_id
  LEFT JOIN citizens z ON z.id = r.citizen_id`;

const STATES: Readonly<Record<CallbackState, string>> = {
  due: 'b.done_at IS NULL AND b.due_on <=',
  coming: 'b.done_at IS NULL AND b.due_on >',
  done: `b.done_at > now() - interval '7 days'`,
};

export interface CallbackList {
  readonly state: CallbackState;
  readonly today: string;
  readonly limit: number;
  /** Day, id of the last row seen. */
  readonly after?: readonly (string | number | null)[];
  readonly who: CallbackAudience;
  readonly scope: (firstParameter: number) => SqlCondition;
}

/** The late ones first, on cases that the reader may read; one row more than asked. */
export function listCallbacks(sql: Sql, query: CallbackList): Promise<readonly CallbackRow[]> {
  const { params, bind, where } = within(query, query.state);
  if (query.after !== undefined) {
    const [dueOn, id] = query.after;
    where.push(`(b.due_on, b.id) > (${bind(dueOn)}::date, ${bind(id)}::uuid)`);
  }
  return sql.query<CallbackRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY b.due_on, b.id LIMIT ${bind(query.limit + 1)}`,
    params,
  );
}

export interface CallbackCounts {
  readonly due: number;
  readonly late: number;
}

export async function countCallbacks(
  sql: Sql,
  query: Pick<CallbackList, 'today' | 'who' | 'scope'>,
): Promise<CallbackCounts> {
  const { params, bind, where } = within(query, 'due');
  const [row] = await sql.query<CallbackCounts>(
    `SELECT count(*)::int AS due, (count(*) FILTER (WHERE b.due_on < ${bind(query.today)}::date))::int AS late
     FROM callbacks b JOIN case_files c ON c.case_id = b.case_id WHERE ${where.join(' AND ')}`,
    params,
  );
  return row ?? { due: 0, late: 0 };
}

/** The conditions of a list: how they stand, whose they are, and what the reader may see. */
function within(
  { today, who, scope }: Pick<CallbackList, 'today' | 'who' | 'scope'>,
  state: CallbackState,
): { readonly params: unknown[]; readonly bind: Bind; readonly where: string[] } {
  const { params, bind } = boundParameters();
  const own = anyShare(who.shares, bind, {
    of: (list) => `b.person = ANY (${list}::text[])`,
    processId: 'c.process_id',
  });
  const mine = `(${own} OR b.team = ANY (${bind(who.teams)}::text[]) OR b.department = ANY (${bind(who.departments)}::text[]))`;
  const standing = state === 'done' ? STATES.done : `${STATES[state]} ${bind(today)}::date`;
  const { sql, params: reach } = scope(params.length + 1);
  params.push(...reach);
  return { params, bind, where: [mine, standing, notSetAside('b.case_id'), `(${sql})`] };
}

/** Those of a case that are still to be done, whoever they are for. */
export function callbacksOfCase(sql: Sql, caseId: string): Promise<readonly CallbackRow[]> {
  return sql.query<CallbackRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE b.case_id = $1 AND b.done_at IS NULL ORDER BY b.due_on, b.id`,
    [caseId],
  );
}

export async function findCallback(sql: Sql, id: string): Promise<CallbackRow | undefined> {
  const [row] = await sql.query<CallbackRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE b.id = $1`, [id]);
  return row;
}

export interface NewCallback {
  readonly id: string;
  readonly caseId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly dueOn: string;
  readonly note: string;
  readonly person?: string;
  readonly team?: string;
  readonly department?: string;
  readonly createdBy: string;
  readonly clientKey: string;
}

/** Keeps it, once for a key. @returns the id of the one of that key */
export async function insertCallback(sql: Sql, one: NewCallback): Promise<string> {
  const { id, caseId, organisation, sector, dueOn, note, person, team, department, createdBy, clientKey } = one;
  await sql.query(
    `INSERT INTO callbacks (id, case_id, organisation, sector, due_on, note, person, team, department, created_by, client_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (created_by, client_key) DO NOTHING`,
    [
      id,
      caseId,
      organisation,
      sector,
      dueOn,
      note,
      person ?? null,
      team ?? null,
      department ?? null,
      createdBy,
      clientKey,
    ],
  );
  const [row] = await sql.query<{ id: string }>('SELECT id FROM callbacks WHERE created_by = $1 AND client_key = $2', [
    createdBy,
    clientKey,
  ]);
  return row?.id ?? id;
}

/** Another day, another note. @returns whether the version was the one that was read */
export async function changeCallback(
  sql: Sql,
  { id, version, dueOn, note }: Pick<CallbackRow, 'id' | 'version' | 'dueOn' | 'note'>,
): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE callbacks SET due_on = $3, note = $4, version = version + 1 WHERE id = $1 AND version = $2 AND done_at IS NULL
     RETURNING id`,
    [id, version, dueOn, note],
  );
  return rows.length > 0;
}

/** Marks it done, or to do again; whoever did it first stays named. */
export async function endCallback(sql: Sql, id: string, doneBy: string | undefined): Promise<void> {
  await (doneBy === undefined
    ? sql.query('UPDATE callbacks SET done_by = NULL, done_at = NULL, version = version + 1 WHERE id = $1 AND done_at IS NOT NULL', [id]) // prettier-ignore
    : sql.query('UPDATE callbacks SET done_by = $2, done_at = now(), version = version + 1 WHERE id = $1 AND done_at IS NULL', [id, doneBy])); // prettier-ignore
}
