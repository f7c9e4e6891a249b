import type { Sql } from '../database.js';

/** One open incident for each case whose run is stuck, none for the others. */
export async function syncStuckRuns(sql: Sql, caseIds: readonly string[]): Promise<void> {
  await sql.query(
    `UPDATE incidents SET state = 'ended', ended_at = now() WHERE kind = 'stuckRun' AND state = 'open' AND NOT (case_id = ANY ($1::uuid[]))`,
    [caseIds],
  );
  await sql.query(
    `INSERT INTO incidents (id, case_id, organisation, sector, department, sensitive, kind, code, state, opened_at)
     SELECT case_id || '.stuck', case_id, organisation, sector, department, sensitive, 'stuckRun', 'run.stuck', 'open', now()
     FROM case_files WHERE case_id = ANY ($1::uuid[])
     ON CONFLICT (id) DO UPDATE SET state = 'open', ended_at = NULL WHERE incidents.state <> 'open'`,
    [caseIds],
  );
}
