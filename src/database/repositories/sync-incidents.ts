import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Sql } from '../database.js';

/**
 * One open incident for each failed effect of a case, none for the others: an effect that a person had done again or
 * skipped, or that went through at last, ends its incident.
 */
export async function syncIncidents(sql: Sql, caseFile: CaseFile): Promise<void> {
  const failed = caseFile.effects.filter((one) => one.state === 'failed');
  await sql.query(
    `UPDATE incidents SET state = 'ended', ended_at = $3 WHERE case_id = $1 AND effect_id IS NOT NULL AND state = 'open'
       AND NOT (effect_id = ANY ($2))`,
    [caseFile.caseId, failed.map((one) => one.effect.id), new Date(caseFile.at)],
  );
  for (const one of failed) {
    await sql.query(
      `INSERT INTO incidents (id, case_id, organisation, sector, department, sensitive, effect_id, kind, code, state, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $1, $7, $8, 'open', $9)
       ON CONFLICT (id) DO UPDATE SET state = 'open', code = EXCLUDED.code, ended_at = NULL, ended_by = NULL
         WHERE incidents.state <> 'open'`,
      [
        one.effect.id,
        caseFile.caseId,
        caseFile.organisation,
        caseFile.sector,
        caseFile.route.department,
        caseFile.sensitive,
        one.effect.kind,
        one.code ?? 'effect.failed',
        new Date(caseFile.at),
      ],
    );
  }
}
