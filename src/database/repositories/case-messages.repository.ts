import type { Share } from '../../../domain/people/actor.js';
import { anyShare } from '../any-share.js';
import { boundParameters } from '../bound-parameters.js';
import type { Sql } from '../database.js';

/** A plain message between a citizen and the town hall: what was asked or answered by an act is not one. */
export interface CaseMessageRow {
  readonly id: string;
  readonly caseId: string;
  readonly direction: 'in' | 'out';
  readonly author: string;
  readonly body: string;
  readonly documents: readonly string[];
  readonly createdAt: Date;
  readonly readAt: Date | null;
  /** Of the mail: `toSend`, `reserved`, `sent`, `failed`. Null for what came in. */
  readonly state: string | null;
}

export interface NewCaseMessage {
  readonly id: string;
  readonly caseId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly direction: 'in' | 'out';
  readonly author: string;
  readonly body: string;
  readonly documents?: readonly string[];
  readonly clientKey: string;
}

/** The kind of a message's row among what leaves. */
export const MESSAGE_KIND = 'message';
/** After that, whoever had taken a mail is taken for dead, and a server that was away is asked again. */
const AGAIN_AFTER_SECONDS = 120;

const COLUMNS = `m.id, m.case_id AS "caseId", m.direction, m.author, m.body, m.documents, m.created_at AS "createdAt",
  m.read_at AS "readAt", o.state`;
const FROM = 'case_messages m LEFT JOIN outgoing_messages o ON o.effect_id = m.effect_id';

export async function caseMessagesOf(sql: Sql, caseId: string): Promise<readonly CaseMessageRow[]> {
  return sql.query<CaseMessageRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE m.case_id = $1 ORDER BY m.created_at, m.id`, [
    caseId,
  ]);
}

/**
 * Adds a message, once for a key; what goes out gets its row among what leaves in the same transaction.
 * @returns the message of that key, and whether it is new
 */
export async function addCaseMessage(
  sql: Sql,
  message: NewCaseMessage,
): Promise<CaseMessageRow & { readonly isNew: boolean }> {
  const { id, caseId, organisation, sector, direction, author, body, documents = [], clientKey } = message;
  const effectId = direction === 'out' ? `message.${id}` : null;
  const added = await sql.query(
    `INSERT INTO case_messages (id, case_id, organisation, sector, direction, author, body, documents, effect_id, client_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (author, client_key) DO NOTHING RETURNING id`,
    [id, caseId, organisation, sector, direction, author, body, documents, effectId, clientKey],
  );
  if (added.length > 0 && effectId !== null) {
    await sql.query(
      `INSERT INTO outgoing_messages (effect_id, case_id, organisation, sector, kind, channel, state)
       VALUES ($1, $2, $3, $4, '${MESSAGE_KIND}', 'email', 'toSend')`,
      [effectId, caseId, organisation, sector],
    );
  }
  const [row] = await sql.query<CaseMessageRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE m.author = $1 AND m.client_key = $2`,
    [author, clientKey],
  );
  if (row === undefined) throw new Error('The message just written is not there');
  return { ...row, isNew: added.length > 0 };
}

export interface MessageToSend {
  readonly id: string;
  readonly caseId: string;
  readonly body: string;
  readonly effectId: string;
}

/**
 * Takes one mail that must leave; no other process gets it for two minutes. One that a process took and never ended may
 * have left: it is sent again under the same Message-ID, so a citizen may get a plain message twice, and a reply never.
 */
export async function takeMessageToSend(sql: Sql): Promise<MessageToSend | undefined> {
  const [row] = await sql.query<MessageToSend>(
    `UPDATE case_messages SET attempted_at = now() WHERE id = (
       SELECT m.id FROM case_messages m JOIN outgoing_messages o ON o.effect_id = m.effect_id
       WHERE o.kind = '${MESSAGE_KIND}' AND o.state IN ('toSend', 'reserved')
         AND (m.attempted_at IS NULL OR m.attempted_at < now() - make_interval(secs => $1))
       ORDER BY m.created_at LIMIT 1 FOR UPDATE OF m SKIP LOCKED)
     RETURNING id, case_id AS "caseId", body, effect_id AS "effectId"`,
    [AGAIN_AFTER_SECONDS],
  );
  return row;
}

export async function markMessage(
  sql: Sql,
  effectId: string,
  { state, messageId }: { readonly state: 'reserved' | 'toSend' | 'sent' | 'failed'; readonly messageId?: string },
): Promise<void> {
  await sql.query(
    `UPDATE outgoing_messages SET state = $2, message_id = coalesce($3, message_id),
       ended_at = CASE WHEN $2 IN ('sent', 'failed') THEN now() END WHERE effect_id = $1`,
    [effectId, state, messageId ?? null],
  );
}

/** Whose case it is now: who holds it, or who had it last where nobody is waited for. */
function heldBy(list: string): string {
  return `c.holders && ${list} OR EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = c.case_id AND t.open AND t.claimed_by = ANY (${list}))
    OR (cardinality(c.holders) = 0 AND c.involved && ${list})`;
}

/** Marks what came in as read, where one of these persons holds the case: a passer-by's look hides nothing from the holder. */
export async function markRead(sql: Sql, caseId: string, persons: readonly string[]): Promise<number> {
  const rows = await sql.query(
    `UPDATE case_messages m SET read_at = now(), read_by = $3 FROM case_files c
     WHERE c.case_id = m.case_id AND m.case_id = $2 AND m.direction = 'in' AND m.read_at IS NULL AND (${heldBy('$1')}) RETURNING m.id`,
    [persons, caseId, persons[0]],
  );
  return rows.length;
}

export interface UnreadRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly count: number;
  readonly latestAt: Date;
}

/** Cases that are somebody's work, with messages that nobody who holds them has read, the latest first. */
export async function unreadMessages(sql: Sql, shares: readonly Share[]): Promise<readonly UnreadRow[]> {
  const { params, bind } = boundParameters();
  const theirs = anyShare(shares, bind, { of: heldBy, processId: 'c.process_id' });
  return sql.query<UnreadRow>(
    `SELECT c.case_id AS "caseId", c.case_number AS "caseNumber", c.title, count(*)::int AS count, max(m.created_at) AS "latestAt"
     FROM case_messages m JOIN case_files c ON c.case_id = m.case_id
     WHERE m.direction = 'in' AND m.read_at IS NULL AND ${theirs}
     GROUP BY c.case_id, c.case_number, c.title ORDER BY max(m.created_at) DESC LIMIT 200`,
    params,
  );
}
