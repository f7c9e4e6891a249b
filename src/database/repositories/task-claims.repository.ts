import type { Sql } from '../database.js';

/** Takes a task that is nobody's, or stays with whoever has it. @returns who has it now; undefined where it is not open */
export async function claimTask(sql: Sql, id: string, person: string): Promise<string | undefined> {
  await sql.query(
    'UPDATE tasks SET claimed_by = $2, claimed_at = now() WHERE id = $1 AND open AND claimed_by IS NULL AND (holder IS NULL OR holder = $2)',
    [id, person],
  );
  const [row] = await sql.query<{ claimed_by: string | null; holder: string | null }>(
    'SELECT claimed_by, holder FROM tasks WHERE id = $1 AND open',
    [id],
  );
  return row === undefined ? undefined : (row.claimed_by ?? row.holder ?? undefined);
}

export async function releaseTask(sql: Sql, id: string, person: string): Promise<boolean> {
  const rows = await sql.query(
    'UPDATE tasks SET claimed_by = NULL, claimed_at = NULL WHERE id = $1 AND open AND claimed_by = $2 RETURNING id',
    [id, person],
  );
  return rows.length > 0;
}
