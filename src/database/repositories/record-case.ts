import type { CaseFile } from '../../../domain/case/case-file.js';
import type { JournalLine, RevisionRecord } from '../../../domain/case/revision-record.js';
import type { Sql } from '../database.js';
import { caseRowOf, dueOnOf } from './case-row.js';
import { syncPostList } from './outgoing.repository.js';
import { syncIncidents } from './sync-incidents.js';

/** The channel on which screens hear that a case changed: its id and revision, nothing else. */
export const CASE_CHANGED_CHANNEL = 'case_changed';

/**
 * Stores what a record makes visible, in the caller's transaction; the API and the worker both come through here. An
 * older record that arrives late writes nothing; one that would leave a gap in the journal opens an incident instead.
 * @returns the last stored revision
 */
export async function recordCase(sql: Sql, record: RevisionRecord): Promise<number> {
  const row = await lockedRow(sql, record.caseId);
  if (row.revision >= record.revision) return row.revision;
  const lines = record.lines.filter((line) => line.revision > row.revision);
  if (leavesGap(lines, row.revision, record.revision)) {
    await openGapIncident(sql, record, row.revision);
    return row.revision;
  }
  return write(sql, { ...record, lines }, row);
}

/** The same where a person has given the missing lines up: what there is is stored, and the gap stays in the journal. */
export async function recordCaseOverGap(sql: Sql, record: RevisionRecord): Promise<number> {
  const row = await lockedRow(sql, record.caseId);
  const lines = record.lines.filter((line) => line.revision > row.revision);
  return row.revision >= record.revision ? row.revision : write(sql, { ...record, lines }, row);
}

interface StoredRow {
  readonly revision: number;
  readonly involved: readonly string[];
}

async function lockedRow(sql: Sql, caseId: string): Promise<StoredRow> {
  const [row] = await sql.query<StoredRow>('SELECT revision, involved FROM case_files WHERE case_id = $1 FOR UPDATE', [
    caseId,
  ]);
  if (row === undefined) throw new Error(`No revision 0 of case ${caseId}`);
  return row;
}

async function write(sql: Sql, record: RevisionRecord, { involved }: StoredRow): Promise<number> {
  await updateCase(sql, record, involved);
  await closeTasks(sql, record.caseFile);
  await openTasks(sql, record);
  await appendLines(sql, record, record.lines);
  await syncIncidents(sql, record.caseFile);
  await syncPostList(sql, record.caseFile);
  await sql.query('SELECT pg_notify($1, $2)', [CASE_CHANGED_CHANNEL, `${record.caseId}:${String(record.revision)}`]);
  return record.revision;
}

/** Revision 0: the row that intake creates, with its first tasks and the line that holds the opening. */
export async function recordOpening(sql: Sql, record: RevisionRecord, facts: OpeningFacts): Promise<void> {
  const row = { ...caseRowOf(record.caseFile), ...facts };
  await sql.insert(
    `INSERT INTO case_files (case_id, case_number, revision, channel, received_at, opened_at, updated_at, case_file, title, theme,
       quartier, ${CASE_ROW_COLUMNS.join(', ')})
     VALUES ($1, $2, 0, $3, $4, $5, $5, $6, $7, $8, $9, ${CASE_ROW_COLUMNS.map((_, i) => `$${String(i + 10)}`).join(', ')})`,
    [
      record.caseId,
      record.caseFile.caseNumber,
      record.caseFile.channel,
      new Date(record.caseFile.receivedAt),
      new Date(record.caseFile.at),
      JSON.stringify(record.caseFile),
      row.title,
      row.theme,
      row.quartier ?? null,
      ...CASE_ROW_COLUMNS.map((column) => row[column]),
    ],
  );
  await openTasks(sql, record);
  await appendLines(sql, record, record.lines);
}

/** What the row says beyond the case itself. */
export interface OpeningFacts {
  readonly title: string;
  readonly theme: string;
  readonly quartier?: string;
}

/** Columns of `case_files` that are read from the case at each revision. */
export const CASE_ROW_COLUMNS = [
  'process_id',
  'process_version',
  'process_hash',
  'organisation',
  'department',
  'team',
  'sector',
  'sensitive',
  'status',
  'step',
  'conclusion',
  'holder',
  'holders',
  'involved',
  'teams',
  'promised_on',
  'due_on',
  'clock_state',
  'closed_at',
] as const;

/** Every revision from the one after the stored to the record's own must have its lines. */
export function leavesGap(lines: readonly JournalLine[], stored: number, revision: number): boolean {
  const present = new Set(lines.map((line) => line.revision));
  for (let wanted = stored + 1; wanted <= revision; wanted++) if (!present.has(wanted)) return true;
  return false;
}

async function updateCase(sql: Sql, record: RevisionRecord, involvedBefore: readonly string[]): Promise<void> {
  const row = caseRowOf(record.caseFile);
  const involved = [...new Set([...involvedBefore, ...row.involved, ...row.holders])];
  const values = CASE_ROW_COLUMNS.map((column) => (column === 'involved' ? involved : row[column]));
  await sql.query(
    `UPDATE case_files SET revision = $2, updated_at = $3, case_file = $4,
       ${CASE_ROW_COLUMNS.map((column, i) => `${column} = $${String(i + 5)}`).join(', ')},
       title = coalesce((SELECT title FROM process_versions WHERE hash = $${String(CASE_ROW_COLUMNS.length + 5)} AND process_hash <> hash), title),
       theme = coalesce((SELECT theme FROM process_versions WHERE hash = $${String(CASE_ROW_COLUMNS.length + 5)} AND process_hash <> hash), theme)
     WHERE case_id = $1`,
    [
      record.caseId,
      record.revision,
      new Date(record.caseFile.at),
      JSON.stringify(record.caseFile),
      ...values,
      row.process_hash,
    ],
  );
}

/** Closes the tasks that are gone. */
async function closeTasks(sql: Sql, { caseId, at, tasks }: CaseFile): Promise<void> {
  await sql.query('UPDATE tasks SET open = false, ended_at = $2 WHERE case_id = $1 AND open AND id <> ALL ($3)', [
    caseId,
    new Date(at),
    tasks.map(({ id }) => id),
  ]);
}

/** Opens the tasks that are new; a claim outlives revisions while its task is open. */
async function openTasks(sql: Sql, { caseId, caseFile }: RevisionRecord): Promise<void> {
  await sql.insert(
    `INSERT INTO tasks (id, case_id, kind, role, organisation, department, team, sector, sensitive, holder, open_request, quartier,
       process_id, opened_at, target_on, due_on)
     SELECT id, $1, kind, role, organisation, department, team, $3, $4, holder, open_request, $6, $5, opened_at, target_on, due_on
     FROM jsonb_to_recordset($2::jsonb) AS t(id text, kind text, role text, organisation text, department text, team text, holder text,
       open_request text, opened_at timestamptz, target_on date, due_on date)
     ON CONFLICT (id) DO UPDATE SET due_on = EXCLUDED.due_on WHERE tasks.due_on IS DISTINCT FROM EXCLUDED.due_on`,
    [
      caseId,
      JSON.stringify(taskRowsOf(caseFile)),
      caseFile.sector,
      caseFile.sensitive,
      caseFile.definition.processId,
      caseFile.route.quartier ?? null,
    ],
  );
}

/** The open tasks of a case, as rows for `jsonb_to_recordset`. */
export function taskRowsOf(caseFile: CaseFile): readonly object[] {
  return caseFile.tasks.map((task) => ({
    id: task.id,
    kind: task.kind,
    role: task.role,
    organisation: task.organisation,
    department: task.department,
    team: task.team,
    holder: task.holder,
    open_request: task.openRequest,
    opened_at: new Date(task.openedAt).toISOString(),
    target_on: task.targetOn,
    due_on: dueOnOf(caseFile, task),
  }));
}

/** Lines of the journal, as rows for `jsonb_to_recordset`. */
export function lineRowsOf(lines: readonly JournalLine[]): readonly object[] {
  return lines.map((line) => ({
    revision: line.revision,
    line: line.line,
    at: new Date(line.at).toISOString(),
    code: line.code,
    actor: line.actor,
    actor_role: line.actorRole,
    on_behalf_of: line.onBehalfOf,
    department: line.department,
    about: line.about,
    clocks: line.clocks,
    event: line.event,
    opened: line.opened,
  }));
}

async function appendLines(sql: Sql, record: RevisionRecord, lines: readonly JournalLine[]): Promise<void> {
  await sql.insert(
    `INSERT INTO journal_entries (case_id, organisation, sector, revision, line, at, code, actor, actor_role, on_behalf_of, department,
       about, clocks, event, opened)
     SELECT $1, $2, $3, l.* FROM jsonb_to_recordset($4::jsonb) AS l(revision int, line int, at timestamptz, code text, actor text,
       actor_role text, on_behalf_of text, department text, about jsonb, clocks jsonb, event jsonb, opened jsonb)
     ON CONFLICT DO NOTHING`,
    [record.caseId, record.caseFile.organisation, record.caseFile.sector, JSON.stringify(lineRowsOf(lines))],
  );
}

async function openGapIncident(sql: Sql, record: RevisionRecord, stored: number): Promise<void> {
  const { caseFile } = record;
  await sql.query(
    `INSERT INTO incidents (id, case_id, organisation, sector, department, sensitive, kind, code, state, opened_at, detail)
     VALUES ($1, $2, $3, $4, $5, $6, 'journalGap', 'journal.gap', 'open', now(), $7) ON CONFLICT (id) DO NOTHING`,
    [
      `${record.caseId}.gap.${String(stored)}`,
      record.caseId,
      caseFile.organisation,
      caseFile.sector,
      caseFile.route.department,
      caseFile.sensitive,
      JSON.stringify({ stored, received: record.revision }),
    ],
  );
}
