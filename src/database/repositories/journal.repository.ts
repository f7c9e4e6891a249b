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

interface Line {
  readonly caseId: string;
  readonly line: number;
  readonly code: string;
  readonly event: CaseEvent | null;
  readonly opened: CaseFile | null;
  readonly revision: number;
}

interface Input {
  readonly caseId: string;
  readonly calendars: Record<string, string>;
}

/** The journal of a case with its opening; undefined where the case does not exist. */
export async function readJournal(sql: Sql, caseId: string): Promise<StoredJournal | undefined> {
  return (await readJournals(sql, [caseId])).get(caseId);
}

/** Those of several cases at once; the ones that do not exist are left out. */
export async function readJournals(sql: Sql, caseIds: readonly string[]): Promise<ReadonlyMap<string, StoredJournal>> {
  const lines = await sql.query<Line>(
    `SELECT case_id AS "caseId", revision, line, code, event, opened FROM journal_entries WHERE case_id = any($1::uuid[])
     ORDER BY case_id, revision, line`,
    [caseIds],
  );
  const inputs = await sql.query<Input>(
    `SELECT case_id AS "caseId", input -> 'calendars' AS calendars FROM case_inputs WHERE case_id = any($1::uuid[])`,
    [caseIds],
  );
  const linesOf = new Map<string, Line[]>();
  for (const line of lines) {
    const known = linesOf.get(line.caseId);
    if (known === undefined) linesOf.set(line.caseId, [line]);
    else known.push(line);
  }
  const journals = inputs.flatMap((input): (readonly [string, StoredJournal])[] => {
    const journal = journalOf(linesOf.get(input.caseId) ?? [], input);
    return journal === undefined ? [] : [[input.caseId, journal]];
  });
  return new Map(journals);
}

function journalOf(rows: readonly Line[], input: Input): StoredJournal | undefined {
  const opened = rows[0]?.opened;
  if (opened === null || opened === undefined) return undefined;
  const events = rows.flatMap(({ event }) => (event === null ? [] : [event]));
  return {
    opening: { caseFile: opened, calendars: input.calendars },
    events,
    isWhole: events.length === rows.at(-1)?.revision,
    codes: rows.map(({ revision, line, code }) => `${String(revision)}.${String(line)} ${code}`),
  };
}
