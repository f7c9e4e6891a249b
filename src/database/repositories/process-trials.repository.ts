import type { Sql } from '../database.js';

/** Where a replay parts from what was kept, said at its moment. */
export interface TrialDifference {
  /** Rank of the moment: 0 is the arrival of the request. */
  readonly step: number;
  readonly title: string;
  readonly words: string;
}

export interface TrialRow<Play = unknown, Expected = unknown> {
  readonly id: string;
  readonly processId: string;
  readonly name: string;
  readonly play: Play;
  readonly expected: Expected;
  readonly keptVersion: number;
  readonly keptBy: string;
  readonly keptAt: Date;
  /** Of the version that it was last played on. */
  readonly replayedHash: string | null;
  readonly replayedVersion: number | null;
  readonly replayedAt: Date | null;
  readonly differences: readonly TrialDifference[];
}

const COLUMNS = `id, process_id AS "processId", name, play, expected, kept_version AS "keptVersion", kept_by AS "keptBy",
  kept_at AS "keptAt", replayed_hash AS "replayedHash", replayed_version AS "replayedVersion", replayed_at AS "replayedAt", differences`;

/** Those of one process, or of all, in the order in which they were kept. */
export function listTrials(sql: Sql, processId?: string): Promise<readonly TrialRow[]> {
  return sql.query<TrialRow>(
    `SELECT ${COLUMNS} FROM process_trials WHERE $1::text IS NULL OR process_id = $1 ORDER BY process_id, kept_at, id`,
    [processId ?? null],
  );
}

export async function findTrial(sql: Sql, id: string): Promise<TrialRow | undefined> {
  const [row] = await sql.query<TrialRow>(`SELECT ${COLUMNS} FROM process_trials WHERE id = $1`, [id]);
  return row;
}

export type NewTrial = Pick<TrialRow, 'id' | 'processId' | 'name' | 'play' | 'expected' | 'keptVersion' | 'keptBy'> & {
  readonly clientKey: string;
  readonly hash: string;
};

/** Keeps a trial, once for a key. @returns the trial of that key */
export async function insertTrial(sql: Sql, trial: NewTrial): Promise<TrialRow> {
  const { id, processId, name, play, expected, keptVersion, keptBy, clientKey, hash } = trial;
  await sql.query(
    `INSERT INTO process_trials (id, process_id, name, play, expected, kept_version, kept_by, client_key, replayed_hash,
       replayed_version, replayed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6, now())
     ON CONFLICT (kept_by, client_key) DO NOTHING`,
    [id, processId, name, JSON.stringify(play), JSON.stringify(expected), keptVersion, keptBy, clientKey, hash],
  );
  const [row] = await sql.query<TrialRow>(
    `SELECT ${COLUMNS} FROM process_trials WHERE kept_by = $1 AND client_key = $2`,
    [keptBy, clientKey],
  );
  if (row === undefined) throw new Error('The trial just written is not there');
  return row;
}

/** What a replay gave. */
export async function recordReplay(
  sql: Sql,
  id: string,
  replay: { readonly hash: string; readonly version: number; readonly differences: readonly TrialDifference[] },
): Promise<void> {
  await sql.query(
    `UPDATE process_trials SET replayed_hash = $2, replayed_version = $3, replayed_at = now(), differences = $4 WHERE id = $1`,
    [id, replay.hash, replay.version, JSON.stringify(replay.differences)],
  );
}

/** What it gives now is what is expected of it from now on. */
export async function expectAnew(
  sql: Sql,
  id: string,
  { expected, hash, version }: { readonly expected: unknown; readonly hash: string; readonly version: number },
): Promise<void> {
  await sql.query(
    `UPDATE process_trials SET expected = $2, kept_version = $4, replayed_hash = $3, replayed_version = $4, replayed_at = now(),
       differences = '[]' WHERE id = $1`,
    [id, JSON.stringify(expected), hash, version],
  );
}

export async function deleteTrial(sql: Sql, id: string): Promise<boolean> {
  return (await sql.query('DELETE FROM process_trials WHERE id = $1 RETURNING id', [id])).length > 0;
}

/** By process, how many no longer give what they gave. */
export async function countFailedTrials(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ processId: string; count: number }>(
    `SELECT process_id AS "processId", count(*)::int AS count FROM process_trials WHERE differences <> '[]' GROUP BY 1`,
  );
  return new Map(rows.map(({ processId, count }) => [processId, count]));
}
