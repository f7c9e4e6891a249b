import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Subject } from '../../../domain/people/permission.js';
import type { ScopeColumns } from '../../auth/scope-sql.js';
import type { Sql } from '../database.js';

/** A case with what permissions compare, and the columns that its row adds to it. */
export interface CaseAccess {
  readonly caseFile: CaseFile;
  readonly subject: Subject;
  readonly title: string;
  readonly theme: string;
  readonly quartier: string | null;
  readonly updatedAt: Date;
}

interface Row extends Omit<CaseAccess, 'subject'> {
  readonly processId: string;
  readonly organisation: string;
  readonly department: string;
  readonly sector: string;
  readonly sensitive: boolean;
  readonly teams: readonly string[];
  readonly holders: readonly string[];
  readonly involved: readonly string[];
  readonly claimers: readonly string[];
  readonly pastClaimers: readonly string[];
}

const QUERY = `
  SELECT c.case_file AS "caseFile", c.process_id AS "processId", c.title, c.theme, c.quartier, c.updated_at AS "updatedAt", c.organisation, c.department, c.sector,
    c.sensitive, c.teams, c.holders, c.involved,
    coalesce((SELECT array_agg(t.claimed_by) FROM tasks t WHERE t.case_id = c.case_id AND t.open AND t.claimed_by IS NOT NULL), '{}') AS claimers,
    coalesce((SELECT array_agg(t.claimed_by) FROM tasks t WHERE t.case_id = c.case_id AND t.claimed_by IS NOT NULL), '{}') AS "pastClaimers"
  FROM case_files c WHERE c.case_id = $1`;

/** Who took a task from a common inbox holds it, and keeps a part in the case afterwards. */
export async function findCaseAccess(sql: Sql, caseId: string): Promise<CaseAccess | undefined> {
  const [row] = await sql.query<Row>(QUERY, [caseId]);
  if (row === undefined) return undefined;
  const { caseFile, processId, title, theme, quartier, updatedAt, organisation, department, sector, sensitive, teams } =
    row;
  const holders = [...new Set([...row.holders, ...row.claimers])];
  const involved = [...new Set([...row.involved, ...row.holders, ...row.pastClaimers])];
  const subject = { organisation, department, sector, sensitive, teams, holders, involved, processId };
  return { caseFile, subject, title, theme, quartier, updatedAt };
}

/** Where a query on `case_files c` finds what a scope compares: the same reading as {@link findCaseAccess}. */
export const CASE_COLUMNS: ScopeColumns = {
  organisation: 'c.organisation',
  department: 'c.department',
  sector: 'c.sector',
  sensitive: 'c.sensitive',
  teams: (list) => `c.teams && ${list}`,
  holders: (list) =>
    `(c.holders && ${list} OR EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = c.case_id AND t.open AND t.claimed_by = any(${list})))`,
  involved: (list) =>
    `(c.involved && ${list} OR EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = c.case_id AND t.claimed_by = any(${list})))`,
  processes: (list) => `c.process_id = any(${list})`,
};
