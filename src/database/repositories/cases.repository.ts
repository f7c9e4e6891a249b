import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Subject } from '../../../domain/people/permission.js';
import type { Sql } from '../database.js';

/** The case as last stored; its revision is the last stored one. */
export async function findCaseFile(sql: Sql, caseId: string): Promise<CaseFile | undefined> {
  const [row] = await sql.query<{ case_file: CaseFile }>('SELECT case_file FROM case_files WHERE case_id = $1', [
    caseId,
  ]);
  return row?.case_file;
}

/** What the permission table compares of a case. */
export interface CaseSubjectRow {
  readonly organisation: string;
  readonly department: string;
  readonly sector: string;
  readonly sensitive: boolean;
  readonly teams: readonly string[];
  readonly holders: readonly string[];
  readonly involved: readonly string[];
}

export async function findCaseRow(sql: Sql, caseId: string): Promise<CaseSubjectRow | undefined> {
  const [row] = await sql.query<CaseSubjectRow>(
    'SELECT organisation, department, sector, sensitive, teams, holders, involved FROM case_files WHERE case_id = $1',
    [caseId],
  );
  return row;
}

export function subjectOfCase(row: CaseSubjectRow): Subject {
  const { organisation, department, sector, sensitive, teams, holders, involved } = row;
  return { organisation, department, sector, sensitive, teams, holders, involved };
}
