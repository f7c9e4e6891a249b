import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Effect } from '../../../domain/case/effect.js';
import type { Sql } from '../database.js';

/** A case input as it is kept: definition and calendars are named by their hashes, and kept for ever in their own tables. */
export interface StoredInput {
  readonly caseFile: CaseFile;
  readonly effects: readonly Effect[];
  readonly calendars: Readonly<Record<string, string>>;
}

export interface PendingInput {
  readonly case_id: string;
  readonly input: StoredInput;
}

export async function insertCaseInput(sql: Sql, caseId: string, input: StoredInput): Promise<void> {
  await sql.insert('INSERT INTO case_inputs (case_id, workflow_type, input) VALUES ($1, $2, $3)', [
    caseId,
    input.caseFile.definition.processId,
    JSON.stringify(input),
  ]);
}

export async function markStarted(sql: Sql, caseId: string): Promise<void> {
  await sql.query('UPDATE case_inputs SET started_at = now() WHERE case_id = $1 AND started_at IS NULL', [caseId]);
}

/** The input of a case whose workflow is not known to have started. */
export async function findNotStarted(sql: Sql, caseId: string): Promise<PendingInput | undefined> {
  const [row] = await sql.query<PendingInput>(
    'SELECT case_id, input FROM case_inputs WHERE case_id = $1 AND started_at IS NULL',
    [caseId],
  );
  return row;
}

/** Cases stored but not started, oldest first. */
export async function pendingInputs(sql: Sql, olderThanSeconds: number): Promise<readonly PendingInput[]> {
  return sql.query<PendingInput>(
    `SELECT case_id, input FROM case_inputs WHERE started_at IS NULL AND created_at < now() - make_interval(secs => $1)
     ORDER BY created_at LIMIT 50`,
    [olderThanSeconds],
  );
}
