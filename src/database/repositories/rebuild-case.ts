import type { CaseFile } from '../../../domain/case/case-file.js';
import type { FoldedCase } from '../../../domain/case/fold.js';
import type { JournalLine } from '../../../domain/case/revision-record.js';
import type { Sql } from '../database.js';
import { recordCase, recordOpening, type OpeningFacts } from './record-case.js';

/**
 * Writes the read model of a case anew from its life as the journal tells it, revision by revision, through the same
 * functions as the first time. Claims of tasks that are still open are kept; the journal is only read.
 */
export async function rebuildCase(sql: Sql, opened: CaseFile, { outcomes }: FoldedCase): Promise<number> {
  const { caseId } = opened;
  await sql.query('SELECT 1 FROM case_files WHERE case_id = $1 FOR UPDATE', [caseId]);
  const claims = await sql.query<{ id: string; claimed_by: string; claimed_at: Date }>(
    'SELECT id, claimed_by, claimed_at FROM tasks WHERE case_id = $1 AND claimed_by IS NOT NULL',
    [caseId],
  );
  await sql.query('DELETE FROM tasks WHERE case_id = $1', [caseId]);
  await sql.query('DELETE FROM case_files WHERE case_id = $1', [caseId]);
  await recordOpening(
    sql,
    { caseId, revision: 0, caseFile: opened, lines: [openingLine(opened)] },
    await factsOf(sql, opened),
  );
  let revision = 0;
  for (const { caseFile, lines } of outcomes) {
    revision = await recordCase(sql, { caseId, revision: caseFile.revision, caseFile, lines });
  }
  for (const { id, claimed_by, claimed_at } of claims) {
    await sql.query('UPDATE tasks SET claimed_by = $2, claimed_at = $3 WHERE id = $1', [id, claimed_by, claimed_at]);
  }
  return revision;
}

/** Every case that has a journal, in order. */
export async function journalledCases(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.query<{ case_id: string }>(
    'SELECT case_id FROM journal_entries WHERE revision = 0 AND line = 0 ORDER BY case_id',
  );
  return rows.map((row) => row.case_id);
}

/** The line is in the journal already, and lines are never written over. */
function openingLine(opened: CaseFile): JournalLine {
  return { revision: 0, line: 0, at: opened.at, code: 'case.opened', department: opened.route.department, opened };
}

async function factsOf(sql: Sql, opened: CaseFile): Promise<OpeningFacts> {
  const [version] = await sql.query<{ title: string; theme: string }>(
    'SELECT title, theme FROM process_versions WHERE hash = $1',
    [opened.definition.hash],
  );
  if (version === undefined) throw new Error(`No published definition has hash ${opened.definition.hash}`);
  const { quartier } = opened.route;
  return { ...version, ...(quartier === undefined ? {} : { quartier }) };
}
