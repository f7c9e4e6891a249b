import type { Sql } from '../database.js';

/** The links that people make; `splitFrom` comes with the splitting of a message. */
export const LINK_KINDS = ['duplicateOf', 'related'] as const;
export type LinkKind = (typeof LINK_KINDS)[number] | 'splitFrom';

/** `caseId` is a duplicate of `otherId`, the principal; or was split from it; or both are related. */
export interface LinkRow {
  readonly id: string;
  readonly caseId: string;
  readonly otherId: string;
  readonly kind: LinkKind;
  readonly linkedBy: string;
  readonly linkedAt: Date;
}

export interface NewLink extends Omit<LinkRow, 'linkedAt'> {
  readonly organisation: string;
  readonly sector: string;
  readonly clientKey: string;
}

const COLUMNS = `id, case_id AS "caseId", other_id AS "otherId", kind, linked_by AS "linkedBy", linked_at AS "linkedAt"`;

/** The links in force of a case, from whichever side they were made. */
export async function linksOf(sql: Sql, caseId: string): Promise<readonly LinkRow[]> {
  return sql.query<LinkRow>(
    `SELECT ${COLUMNS} FROM case_links WHERE (case_id = $1 OR other_id = $1) AND unlinked_at IS NULL ORDER BY linked_at, id`,
    [caseId],
  );
}

/** The link that a key made, in force or not. */
export async function linkOfKey(sql: Sql, linkedBy: string, clientKey: string): Promise<LinkRow | undefined> {
  const [row] = await sql.query<LinkRow>(`SELECT ${COLUMNS} FROM case_links WHERE linked_by = $1 AND client_key = $2`, [
    linkedBy,
    clientKey,
  ]);
  return row;
}

/** Links are made one after the other: whether a case is a principal must not change between the look and the act. */
export async function lockLinks(sql: Sql): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(hashtext('case_links'))`);
}

export async function insertLink(sql: Sql, link: NewLink): Promise<void> {
  await sql.query(
    `INSERT INTO case_links (id, case_id, other_id, organisation, sector, kind, linked_by, client_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [link.id, link.caseId, link.otherId, link.organisation, link.sector, link.kind, link.linkedBy, link.clientKey],
  );
}

/** Ends a link; its row stays. @returns its two cases, or undefined where no such link is in force */
export async function endLink(
  sql: Sql,
  link: { readonly id: string; readonly caseId: string; readonly by: string },
): Promise<LinkRow | undefined> {
  const [row] = await sql.query<LinkRow>(
    `UPDATE case_links SET unlinked_by = $3, unlinked_at = now()
     WHERE id = $1 AND (case_id = $2 OR other_id = $2) AND unlinked_at IS NULL RETURNING ${COLUMNS}`,
    [link.id, link.caseId, link.by],
  );
  return row;
}

/** What a screen shows of each of these cases beside its link. */
export interface LinkedCaseRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly status: string;
  readonly department: string;
  readonly receivedAt: Date;
  readonly dueOn: string | null;
  readonly words: string | null;
  readonly place: string | null;
  /** An answer is expected of somebody now. */
  readonly expectsAnswer: boolean;
}

export async function linkedCases(sql: Sql, caseIds: readonly string[]): Promise<readonly LinkedCaseRow[]> {
  if (caseIds.length === 0) return [];
  return sql.query<LinkedCaseRow>(
    `SELECT c.case_id AS "caseId", c.case_number AS "caseNumber", c.title, c.status, c.department, c.received_at AS "receivedAt",
       c.due_on::text AS "dueOn", left(r.words, 200) AS words,
       place_label(r.place, r.answers) AS place,
       EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = c.case_id AND t.open AND t.kind = 'answer') AS "expectsAnswer"
     FROM case_files c LEFT JOIN requests r ON r.case_id = c.case_id WHERE c.case_id = ANY ($1)`,
    [caseIds],
  );
}

/** The open tasks in which a case waits for its answer. */
export async function answerTasks(sql: Sql, caseId: string): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM tasks WHERE case_id = $1 AND open AND kind = 'answer' ORDER BY opened_at, id`,
    [caseId],
  );
  return rows.map(({ id }) => id);
}

/** The task on which a person's command of that key was given. */
export async function taskOfKey(sql: Sql, actor: string, clientKey: string): Promise<string | undefined> {
  const [row] = await sql.query<{ task: string | null }>(
    'SELECT task_id AS task FROM commands WHERE actor = $1 AND client_key = $2',
    [actor, clientKey],
  );
  return row?.task ?? undefined;
}
