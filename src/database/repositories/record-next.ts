import type { RevisionRecord } from '../../../domain/case/revision-record.js';
import type { Sql } from '../database.js';
import { caseRowOf } from './case-row.js';
import { lettersDone, setLettersDone } from './outgoing.repository.js';
import { CASE_CHANGED_CHANNEL, CASE_ROW_COLUMNS, leavesGap, lineRowsOf, taskRowsOf } from './record-case.js';

/** The command that made the revision, to be completed with it. */
export interface CommandDone {
  readonly id: string;
  readonly revision: number;
}

/**
 * What `recordCase` does where the record follows the stored revision directly, which is nearly always: one statement and
 * one round trip instead of nine, as atomic as a transaction. It writes nothing, and answers false, where another revision
 * is stored, or an effect has failed: then `recordCase` looks at the case under a lock.
 */
export async function recordNext(sql: Sql, record: RevisionRecord, command?: CommandDone): Promise<boolean> {
  const { caseFile, caseId, revision, lines } = record;
  const stored = Math.min(...lines.map((line) => line.revision)) - 1;
  if (leavesGap(lines, stored, revision) || caseFile.effects.some(({ state }) => state === 'failed')) return false;
  const row = caseRowOf(caseFile);
  const { posted, mootAt } = lettersDone(caseFile);
  const written = await sql.query(RECORD_NEXT, [
    caseId,
    stored,
    revision,
    new Date(caseFile.at),
    JSON.stringify(caseFile),
    JSON.stringify(taskRowsOf(caseFile)),
    JSON.stringify(lineRowsOf(lines)),
    caseFile.route.quartier ?? null,
    command?.id ?? null,
    command?.revision ?? null,
    `${caseId}:${String(revision)}`,
    [...row.involved, ...row.holders],
    posted ?? null,
    mootAt === undefined ? null : new Date(mootAt),
    ...OWN_COLUMNS.map((column) => row[column]),
  ]);
  return written.length > 0;
}

/** Whoever had a part in the case keeps it. */
const OWN_COLUMNS = CASE_ROW_COLUMNS.filter((column) => column !== 'involved');
const FIRST_OWN = 15;
const parameterOf = (column: (typeof OWN_COLUMNS)[number]): string =>
  `$${String(FIRST_OWN + OWN_COLUMNS.indexOf(column))}`;

/** Title and theme follow the process where a case changes to another one. */
const ofNewProcess = (column: 'title' | 'theme'): string =>
  `coalesce((SELECT v.${column} FROM process_versions v WHERE v.hash = ${parameterOf('process_hash')} AND c.process_hash <> v.hash), c.${column})`;

/** `stored` is empty where the stored revision is another one: nothing else is written then. */
const RECORD_NEXT = `
  WITH stored AS (UPDATE case_files c SET revision = $3, updated_at = $4, case_file = $5,
      involved = coalesce((SELECT array_agg(DISTINCT p) FROM unnest(c.involved || $12::text[]) AS p), '{}'),
      ${OWN_COLUMNS.map((column) => `${column} = ${parameterOf(column)}`).join(', ')},
      title = ${ofNewProcess('title')}, theme = ${ofNewProcess('theme')}
    WHERE c.case_id = $1 AND c.revision = $2 RETURNING c.case_id, c.organisation, c.sector, c.sensitive, c.process_id),
  given AS (SELECT t.* FROM stored, jsonb_to_recordset($6::jsonb) AS t(id text, kind text, role text, organisation text,
    department text, team text, holder text, open_request text, opened_at timestamptz, target_on date, due_on date)),
  closed AS (UPDATE tasks SET open = false, ended_at = $4
    WHERE case_id = (SELECT case_id FROM stored) AND open AND id NOT IN (SELECT id FROM given)),
  opened AS (INSERT INTO tasks (id, case_id, kind, role, organisation, department, team, sector, sensitive, holder, open_request,
      quartier, process_id, opened_at, target_on, due_on)
    SELECT g.id, s.case_id, g.kind, g.role, g.organisation, g.department, g.team, s.sector, s.sensitive, g.holder, g.open_request,
      $8, s.process_id, g.opened_at, g.target_on, g.due_on FROM given g, stored s
    ON CONFLICT (id) DO UPDATE SET due_on = EXCLUDED.due_on WHERE tasks.due_on IS DISTINCT FROM EXCLUDED.due_on),
  lines AS (INSERT INTO journal_entries (case_id, organisation, sector, revision, line, at, code, actor, actor_role, on_behalf_of,
      department, about, clocks, event, opened)
    SELECT s.case_id, s.organisation, s.sector, l.* FROM stored s, jsonb_to_recordset($7::jsonb) AS l(revision int, line int,
      at timestamptz, code text, actor text, actor_role text, on_behalf_of text, department text, about jsonb, clocks jsonb,
      event jsonb, opened jsonb)
    ON CONFLICT DO NOTHING),
  resolved AS (UPDATE incidents SET state = 'ended', ended_at = $4
    WHERE case_id = (SELECT case_id FROM stored) AND effect_id IS NOT NULL AND state = 'open'),
  posted AS (UPDATE outgoing_messages ${setLettersDone({ posted: '$13', mootAt: '$14', at: '$4' })}
    AND case_id = (SELECT case_id FROM stored)),
  completed AS (UPDATE commands SET state = 'done', revision = $10, ended_at = now()
    WHERE id = $9 AND EXISTS (SELECT FROM stored))
  SELECT pg_notify('${CASE_CHANGED_CHANNEL}', $11) FROM stored`;
