import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Sql } from '../database.js';

/** What a citizen who knows number and code may be shown, with the code to compare. */
export interface FollowedCase {
  readonly caseFile: CaseFile;
  readonly title: string;
  readonly trackingCode: string;
}

/** The case of a number, whatever the code: comparing it is the caller's, in constant time. */
export async function findFollowedCase(sql: Sql, caseNumber: string): Promise<FollowedCase | undefined> {
  const [row] = await sql.query<FollowedCase>(
    `SELECT c.case_file AS "caseFile", c.title, r.tracking_code AS "trackingCode"
     FROM case_files c JOIN requests r ON r.case_id = c.case_id WHERE c.case_number = $1`,
    [caseNumber],
  );
  return row;
}
