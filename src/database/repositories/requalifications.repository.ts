import type { Sql } from '../database.js';

/** A change of process that was asked: what the request will say once the engine has taken it. */
export interface AskedRequalification {
  readonly commandId: string;
  readonly caseId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly answers: unknown;
  /** For the copy of the citizen, where the sector changes: one record serves one sector. */
  readonly citizenId: string;
  /** The definition that the answers were given under until then. */
  readonly fromHash: string;
  readonly by: string;
}

/** The answers a request had before a change of process. */
export interface FormerAnswers {
  readonly hash: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly until: Date;
}

/** Keeps what is asked beside its command; nothing of the request changes yet. */
export async function keepRequalification(sql: Sql, asked: AskedRequalification): Promise<void> {
  const { commandId, caseId, organisation, sector, answers, citizenId, fromHash, by } = asked;
  await sql.query(
    `INSERT INTO requalifications (command_id, case_id, organisation, sector, answers, citizen_id, from_hash, asked_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [commandId, caseId, organisation, sector, JSON.stringify(answers), citizenId, fromHash, by],
  );
}

/**
 * The command is done: the request takes the answers to its new form, the old ones are kept in their place, and its data
 * go to the new process's sector. Twice is once.
 */
export async function applyRequalification(sql: Sql, commandId: string): Promise<void> {
  const [asked] = await sql.query<{ caseId: string; organisation: string; sector: string }>(
    `UPDATE requalifications q SET applied_at = now(), former = r.answers FROM requests r
     WHERE q.command_id = $1 AND q.applied_at IS NULL AND r.case_id = q.case_id
     RETURNING q.case_id AS "caseId", q.organisation, q.sector`,
    [commandId],
  );
  if (asked === undefined) return;
  const { caseId, organisation, sector } = asked;
  const [copied] = await sql.query<{ id: string }>(
    `INSERT INTO citizens (id, organisation, sector, first_name, last_name, email, phone, address, data, kind, birth_name, preferred_channel,
       language, wishes)
     SELECT q.citizen_id, q.organisation, q.sector, c.first_name, c.last_name, c.email, c.phone, c.address, c.data, c.kind,
       c.birth_name, c.preferred_channel, c.language, c.wishes
     FROM requalifications q JOIN requests r ON r.case_id = q.case_id JOIN citizens c ON c.id = r.citizen_id
     WHERE q.command_id = $1 AND c.sector <> q.sector RETURNING id`,
    [commandId],
  );
  await sql.query(
    `UPDATE requests r SET organisation = q.organisation, sector = q.sector, answers = q.answers, citizen_id = coalesce($2, r.citizen_id)
     FROM requalifications q WHERE q.command_id = $1 AND r.case_id = q.case_id`,
    [commandId, copied?.id ?? null],
  );
  for (const table of CONTENT_TABLES) {
    await sql.query(`UPDATE ${table} SET organisation = $2, sector = $3 WHERE case_id = $1`, [
      caseId,
      organisation,
      sector,
    ]);
  }
}

/** The engine refused: what was asked is forgotten. */
export async function forgetRequalification(sql: Sql, commandId: string): Promise<void> {
  await sql.query('DELETE FROM requalifications WHERE command_id = $1 AND applied_at IS NULL', [commandId]);
}

/** What the request said before each change of process, the latest first. */
export async function formerAnswersOf(sql: Sql, caseId: string): Promise<readonly FormerAnswers[]> {
  return sql.query<FormerAnswers>(
    `SELECT from_hash AS hash, former AS answers, applied_at AS until FROM requalifications
     WHERE case_id = $1 AND applied_at IS NOT NULL ORDER BY applied_at DESC`,
    [caseId],
  );
}

const CONTENT_TABLES = [
  'texts',
  'documents',
  'notes',
  'letters',
  'outgoing_messages',
  'case_messages',
  'case_links',
  'distinct_cases',
  'requalifications',
];
