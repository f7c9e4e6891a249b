import type { CaseCommand } from '../../../domain/case/case-command.js';
import type { Sql } from '../database.js';

export interface CommandRow {
  readonly id: string;
  readonly case_id: string;
  readonly body_hash: string;
  readonly kind: string;
  readonly message: { readonly command: CaseCommand };
  readonly state: 'open' | 'done' | 'refused';
  readonly refusal: string | null;
  readonly revision: number | null;
}

const COLUMNS = 'id, case_id, body_hash, kind, message, state, refusal, revision';
const UNIQUE_VIOLATION = '23505';

export async function findCommand(sql: Sql, actor: string, clientKey: string): Promise<CommandRow | undefined> {
  const [row] = await sql.query<CommandRow>(`SELECT ${COLUMNS} FROM commands WHERE actor = $1 AND client_key = $2`, [
    actor,
    clientKey,
  ]);
  return row;
}

/** Stores a command that is about to be sent. Fails on a second one of the same key, or while another is open on the task. */
export async function insertCommand(
  sql: Sql,
  command: CaseCommand,
  row: { caseId: string; clientKey: string; bodyHash: string },
): Promise<void> {
  await sql.insert(
    `INSERT INTO commands (id, case_id, task_id, actor, client_key, kind, body_hash, message, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open')`,
    [
      command.id,
      row.caseId,
      command.taskId ?? null,
      command.actor,
      row.clientKey,
      command.act.kind,
      row.bodyHash,
      JSON.stringify({ command }),
    ],
  );
}

/** Which unique rule an insert broke: the key was used already, or the task has an unfinished command. */
export function brokenRule(error: unknown): 'sameKey' | 'unfinished' | undefined {
  const driver = typeof error === 'object' && error !== null && 'driverError' in error ? error.driverError : error;
  if (typeof driver !== 'object' || driver === null || !('code' in driver) || driver.code !== UNIQUE_VIOLATION)
    return undefined;
  const constraint = 'constraint' in driver ? driver.constraint : undefined;
  return constraint === 'commands_one_per_task' ? 'unfinished' : 'sameKey';
}

export async function completeCommand(sql: Sql, id: string, revision: number): Promise<void> {
  await sql.query(`UPDATE commands SET state = 'done', revision = $2, ended_at = now() WHERE id = $1`, [id, revision]);
}

export async function refuseCommand(sql: Sql, id: string, refusal: string): Promise<void> {
  await sql.query(
    `UPDATE commands SET state = 'refused', refusal = $2, ended_at = now() WHERE id = $1 AND state = 'open'`,
    [id, refusal],
  );
}

/** Takes commands that a dead process may have left open; two takers never get the same. */
export async function takeLeftOpen(sql: Sql, olderThanSeconds: number): Promise<readonly CommandRow[]> {
  return sql.query<CommandRow>(
    `UPDATE commands SET attempted_at = now() WHERE id IN (
       SELECT id FROM commands WHERE state = 'open' AND attempted_at < now() - make_interval(secs => $1)
       ORDER BY attempted_at LIMIT 20 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [olderThanSeconds],
  );
}

/** The revision that a command made, found in the journal: it was taken, whatever became of its sender. */
export async function revisionMadeBy(sql: Sql, caseId: string, commandId: string): Promise<number | undefined> {
  const [row] = await sql.query<{ revision: number }>(
    `SELECT revision FROM journal_entries WHERE case_id = $1 AND line = 0 AND event -> 'command' ->> 'id' = $2`,
    [caseId, commandId],
  );
  return row?.revision;
}
