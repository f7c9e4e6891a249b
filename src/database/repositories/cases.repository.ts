import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Sql } from '../database.js';

/** The case as last stored; its revision is the last stored one. */
export async function findCaseFile(sql: Sql, caseId: string): Promise<CaseFile | undefined> {
  const [row] = await sql.query<{ case_file: CaseFile }>('SELECT case_file FROM case_files WHERE case_id = $1', [
    caseId,
  ]);
  return row?.case_file;
}
