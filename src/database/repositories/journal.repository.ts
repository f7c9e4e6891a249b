import type { CaseEvent } from '../../../domain/case/case-event.js';
import type { CaseFile } from '../../../domain/case/case-file.js';
import type { StoredOpening } from '../../../domain/case/fold.js';
import type { Sql } from '../database.js';

/** What a case can be lived again from. */
export interface StoredJournal {
  readonly opening: StoredOpening;
  /** One for each revision after the opening, in order. */
  readonly events: readonly CaseEvent[];
  /** False where revisions are missing, and a person gave them up: it cannot be lived again. */
  readonly isWhole: boolean;
  /** Codes of all lines, in order: what folding must find again. */
  readonly codes: readonly string[];
}

/** The journal of a case with its opening; undefined where the case does not exist. */
export async function readJournal(sql: Sql, caseId: string): Promise<StoredJournal | undefined> {
  const rows = await sql.query<{
    line: number;
    code: string;
    event: CaseEvent | null;
    opened: CaseFile | null;
    revision: number;
  }>('SELECT revision, line, code, event, opened FROM journal_entries WHERE case_id = $1 ORDER BY revision, line', [
    caseId,
  ]);
  const [input] = await sql.query<{ calendars: Record<string, string> }>(
    `SELECT input -> 'calendars' AS calendars FROM case_inputs WHERE case_id = $1`,
    [caseId],
  );
  const opened = rows[0]?.opened;
  if (opened === null || opened === undefined || input === undefined) return undefined;
  const events = rows.flatMap(({ event }) => (event === null ? [] : [event]));
  return {
    opening: { caseFile: opened, calendars: input.calendars },
    events,
    isWhole: events.length === rows.at(-1)?.revision,
    codes: rows.map(({ revision, line, code }) => `${String(revision)}.${String(line)} ${code}`),
  };
}
