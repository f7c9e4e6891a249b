import type { SqlCondition } from '../../auth/scope-sql.js';
import type { Sql } from '../database.js';

/** What a person prepares; `undo` takes back what a lot did. */
export const PREPARED_KINDS = ['remind', 'reassign'] as const;
export const LOT_KINDS = [...PREPARED_KINDS, 'undo'] as const;
export type LotKind = (typeof LOT_KINDS)[number];

/** With whom a case is: what a reassignment changes. */
export interface LotPlace {
  readonly holder?: string;
  readonly department: string;
  readonly team: string;
}

/** `excluded`: it could not be done when the lot was made, and is not tried. */
export type LotItemState = 'waiting' | 'queued' | 'running' | 'done' | 'failed' | 'excluded';

/** What the person saw of a case before running the lot. */
export interface LotItemPreview {
  readonly caseNumber: string;
  /** Absent for a sensitive case. */
  readonly title?: string;
  /** Persons, or teams whose inbox holds it. */
  readonly from: readonly string[];
  /** The task that the running attempt acts on. */
  readonly taskId?: string;
  /** Where a reassignment found the case, and where it put it; of an `undo`, where it goes back to, and from where. */
  readonly before?: LotPlace;
  readonly after?: LotPlace;
}

export interface LotRow {
  readonly id: string;
  readonly kind: LotKind;
  readonly owner: string;
  readonly params: Readonly<Record<string, string>>;
  readonly state: 'prepared' | 'running' | 'done';
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface LotItemRow {
  readonly position: number;
  readonly caseId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly state: LotItemState;
  readonly attempt: number;
  readonly code: string | null;
  readonly preview: LotItemPreview;
}

const LOT = `id, kind, owner, params, state, created_at AS "createdAt", started_at AS "startedAt", ended_at AS "endedAt"`;
const ITEM = `position, case_id AS "caseId", organisation, sector, state, attempt, code, preview`;

export interface NewLot {
  readonly id: string;
  readonly kind: LotKind;
  readonly owner: string;
  readonly params: Readonly<Record<string, string>>;
  readonly clientKey: string;
  readonly items: readonly Pick<LotItemRow, 'caseId' | 'organisation' | 'sector' | 'state' | 'code' | 'preview'>[];
}

/** Freezes a lot, once for a key. @returns the id of the lot of that key */
export async function insertLot(sql: Sql, lot: NewLot): Promise<string> {
  const [added] = await sql.query<{ id: string }>(
    `INSERT INTO lots (id, kind, owner, params, state, client_key) VALUES ($1, $2, $3, $4, 'prepared', $5)
     ON CONFLICT (owner, client_key) DO NOTHING RETURNING id`,
    [lot.id, lot.kind, lot.owner, JSON.stringify(lot.params), lot.clientKey],
  );
  if (added === undefined) {
    const [known] = await sql.query<{ id: string }>('SELECT id FROM lots WHERE owner = $1 AND client_key = $2', [
      lot.owner,
      lot.clientKey,
    ]);
    return known?.id ?? lot.id;
  }
  const rows = lot.items.map(({ caseId, ...item }, position) => ({ ...item, position, case_id: caseId }));
  await sql.query(
    `INSERT INTO lot_items (lot_id, position, case_id, organisation, sector, state, code, preview)
     SELECT $1, r.* FROM jsonb_to_recordset($2::jsonb) AS r(position int, case_id uuid, organisation text, sector text, state text,
       code text, preview jsonb)`,
    [lot.id, JSON.stringify(rows)],
  );
  return lot.id;
}

export async function findLot(sql: Sql, id: string, owner: string): Promise<LotRow | undefined> {
  const [row] = await sql.query<LotRow>(`SELECT ${LOT} FROM lots WHERE id = $1 AND owner = $2`, [id, owner]);
  return row;
}

export function lotItems(sql: Sql, id: string): Promise<readonly LotItemRow[]> {
  return sql.query<LotItemRow>(`SELECT ${ITEM} FROM lot_items WHERE lot_id = $1 ORDER BY position`, [id]);
}

/** The person's last lots, latest first. */
export function listLots(
  sql: Sql,
  owner: string,
): Promise<readonly (LotRow & { done: number; failed: number; total: number })[]> {
  return sql.query(
    `SELECT l.*, i.* FROM (SELECT ${LOT} FROM lots WHERE owner = $1 ORDER BY created_at DESC LIMIT 200) l
     CROSS JOIN LATERAL (SELECT count(*)::int AS total, count(*) FILTER (WHERE state = 'done')::int AS done,
       count(*) FILTER (WHERE state = 'failed')::int AS failed FROM lot_items WHERE lot_id = l.id) i`,
    [owner],
  );
}

/** Puts the items in that state on their way; those that failed try anew, under a new key. @returns how many */
export async function queueItems(
  sql: Sql,
  { id, kind }: Pick<LotRow, 'id' | 'kind'>,
  from: 'waiting' | 'failed',
): Promise<number> {
  // Of an undo, they say where the case goes back to, whatever the attempt.
  const ofAttempt = kind === 'undo' ? [] : ['before', 'after'];
  const rows = await sql.query(
    `UPDATE lot_items SET state = 'queued', attempt = attempt + 1, code = NULL, ended_at = NULL, preview = CASE WHEN preview ? 'taskId' THEN preview - 'taskId' - $3::text[] ELSE preview END
     WHERE lot_id = $1 AND state = $2 RETURNING position`,
    [id, from, ofAttempt],
  );
  if (rows.length > 0)
    await sql.query(
      `UPDATE lots SET state = 'running', started_at = coalesce(started_at, now()), ended_at = NULL WHERE id = $1`,
      [id],
    );
  return rows.length;
}

/** An item of a lot that runs, with whom it is done for. */
export interface LotWork extends LotItemRow {
  readonly lotId: string;
  readonly kind: LotKind;
  readonly owner: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Takes the next item; one that a dead process left is taken again, under the same key. */
export async function takeLotItem(sql: Sql, leftAfterSeconds: number): Promise<LotWork | undefined> {
  const [row] = await sql.query<LotWork>(
    `UPDATE lot_items i SET state = 'running', attempted_at = now() FROM lots l
     WHERE l.id = i.lot_id AND (i.lot_id, i.position) = (
       SELECT lot_id, position FROM lot_items
       WHERE state IN ('queued', 'running') AND (state = 'queued' OR attempted_at < now() - make_interval(secs => $1))
       ORDER BY lot_id, position LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING i.lot_id AS "lotId", i.position, i.case_id AS "caseId", i.organisation, i.sector, i.state, i.attempt, i.code, i.preview,
       l.kind, l.owner, l.params`,
    [leftAfterSeconds],
  );
  return row;
}

/** What an attempt acts on and finds, the first time: known again if the process dies before its result is written. */
export async function keepLotAttempt(
  sql: Sql,
  { lotId, position }: LotWork,
  attempt: Pick<LotItemPreview, 'taskId' | 'before' | 'after'>,
): Promise<void> {
  await sql.query(`UPDATE lot_items SET preview = $3::jsonb || preview WHERE lot_id = $1 AND position = $2`, [
    lotId,
    position,
    JSON.stringify(attempt),
  ]);
}

/** Lots are kept so long, then go with their results; what they did stays in the journal of each case. */
export async function deleteOldLots(sql: Sql, keptDays: number): Promise<number> {
  const rows = await sql.query(
    `DELETE FROM lots WHERE state <> 'running' AND created_at < now() - make_interval(days => $1) RETURNING id`,
    [keptDays],
  );
  return rows.length;
}

/** Writes the result of an item, and ends the lot with its last one. */
export async function endLotItem(sql: Sql, { lotId, position }: LotWork, code: string | undefined): Promise<void> {
  await sql.query(`UPDATE lot_items SET state = $3, code = $4, ended_at = now() WHERE lot_id = $1 AND position = $2`, [
    lotId,
    position,
    code === undefined ? 'done' : 'failed',
    code ?? null,
  ]);
  await sql.query(
    `UPDATE lots SET state = 'done', ended_at = now() WHERE id = $1
       AND NOT EXISTS (SELECT 1 FROM lot_items WHERE lot_id = $1 AND state IN ('queued', 'running'))`,
    [lotId],
  );
}

/** A case as a lot sees it when it is made. */
export interface LotCandidate {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly sensitive: boolean;
  readonly organisation: string;
  readonly sector: string;
  readonly status: string;
  readonly holders: readonly string[];
  /** Teams whose inbox holds a task that nobody took. */
  readonly teams: readonly string[];
  readonly tasks: number;
  /** Whether the person may act on it. */
  readonly allowed: boolean;
}

/** The cases of these ids, in their order; ids that are none are left out. */
export function lotCandidates(
  sql: Sql,
  ids: readonly string[],
  scope: (firstParameter: number) => SqlCondition,
): Promise<readonly LotCandidate[]> {
  const condition = scope(2);
  return sql.query<LotCandidate>(
    `SELECT c.case_id AS "caseId", c.case_number AS "caseNumber", c.title, c.sensitive, c.organisation, c.sector, c.status,
       coalesce(t.holders, '{}') AS holders, coalesce(t.teams, '{}') AS teams, t.tasks, ${condition.sql} AS allowed
     FROM unnest($1::uuid[]) WITH ORDINALITY AS given(id, n) JOIN case_files c ON c.case_id = given.id
     CROSS JOIN LATERAL (SELECT count(*)::int AS tasks,
       array_agg(DISTINCT coalesce(claimed_by, holder)) FILTER (WHERE coalesce(claimed_by, holder) IS NOT NULL) AS holders,
       array_agg(DISTINCT team) FILTER (WHERE claimed_by IS NULL AND holder IS NULL AND team IS NOT NULL) AS teams
       FROM tasks WHERE case_id = c.case_id AND open) t
     ORDER BY given.n`,
    [ids, ...condition.params],
  );
}

/** Ids of the open tasks of a case, the first one first. */
export async function openTaskIds(sql: Sql, caseId: string): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string }>(
    'SELECT id FROM tasks WHERE case_id = $1 AND open ORDER BY opened_at, id',
    [caseId],
  );
  return rows.map(({ id }) => id);
}
