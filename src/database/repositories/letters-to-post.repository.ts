import type { LetterRecipient } from '../../letters/letter-input.js';
import type { SqlCondition } from '../../auth/scope-sql.js';
import type { LocalDate } from '../../../domain/time/local-date.js';
import type { Sql } from '../database.js';
import type { CitizenAddress } from './requests.repository.js';

export interface LetterToPostRow {
  readonly effectId: string;
  /** Of the effect: `sendReply`, `acknowledge`… */
  readonly kind: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly organisation: string;
  readonly letterId: string;
  readonly letterHash: string;
  /** Of a reply: the task by which its posting is confirmed, and the case answered. */
  readonly taskId: string | null;
  readonly queuedAt: Date;
  readonly printedAt: Date | null;
  readonly printedBy: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly address: CitizenAddress | null;
  /** To whom it goes where that is not the citizen. */
  readonly other: LetterRecipient | null;
}

export interface LettersToPostQuery {
  readonly organisation?: string;
  /** Only these, where given. */
  readonly effectIds?: readonly string[];
  readonly limit: number;
  readonly after?: readonly (string | number | null)[];
  readonly scope: (firstParameter: number) => SqlCondition;
}

/** Letters whose posting nobody has confirmed yet, oldest first; one row more than asked. */
export async function lettersToPost(sql: Sql, query: LettersToPostQuery): Promise<readonly LetterToPostRow[]> {
  const { organisation, effectIds, limit, after } = query;
  const scope = query.scope(6);
  return sql.query<LetterToPostRow>(
    `SELECT m.effect_id AS "effectId", m.kind, m.case_id AS "caseId", c.case_number AS "caseNumber", c.title, c.organisation,
       m.letter_id AS "letterId", m.letter_hash AS "letterHash", k.id AS "taskId", m.created_at AS "queuedAt",
       m.printed_at AS "printedAt", m.printed_by AS "printedBy", z.first_name AS "firstName", z.last_name AS "lastName", z.address,
       CASE WHEN m.kind = 'transmit' THEN (SELECT l.input -> 'recipient' FROM letters l WHERE l.id = m.letter_id) END AS other
     FROM outgoing_messages m JOIN case_files c ON c.case_id = m.case_id
       LEFT JOIN tasks k ON k.case_id = m.case_id AND k.open AND k.kind = 'confirmPosting' AND m.kind = 'sendReply'
       LEFT JOIN requests r ON r.case_id = m.case_id LEFT JOIN citizens z ON z.id = r.citizen_id
     WHERE m.channel = 'letter' AND m.state = 'toPost' AND m.letter_id IS NOT NULL
       AND (m.kind <> 'sendReply' OR (k.id IS NOT NULL AND c.case_file -> 'reply' ->> 'effect' = m.effect_id))
       AND ($1::text IS NULL OR c.organisation = $1) AND ($2::text[] IS NULL OR m.effect_id = ANY ($2))
       AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', m.created_at), m.effect_id) > ($3, $4)) AND ${scope.sql}
     ORDER BY date_trunc('milliseconds', m.created_at), m.effect_id LIMIT $5`,
    [organisation ?? null, effectIds ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1, ...scope.params],
  );
}

/** The bytes of those letters, in the order asked. */
export async function lettersOf(sql: Sql, letterIds: readonly string[]): Promise<readonly Buffer[]> {
  const rows = await sql.query<{ pdf: Buffer }>(
    'SELECT pdf FROM letters WHERE id = ANY ($1) ORDER BY array_position($1::uuid[], id)',
    [letterIds],
  );
  return rows.map(({ pdf }) => pdf);
}

/** A letter that is no reply was posted: it leaves the list. Twice is once. */
export async function markPosted(
  sql: Sql,
  posting: { readonly effectId: string; readonly on: LocalDate; readonly by: string },
): Promise<void> {
  await sql.query(
    `UPDATE outgoing_messages SET state = 'posted', ended_at = now(), posted_on = $2, posted_by = $3
     WHERE effect_id = $1 AND state = 'toPost' AND kind <> 'sendReply'`,
    [posting.effectId, posting.on, posting.by],
  );
}

/** Whether a letter that is no reply is known to be posted, and by whom. */
export async function postedBy(sql: Sql, effectId: string): Promise<string | undefined> {
  const [row] = await sql.query<{ by: string }>(
    `SELECT posted_by AS by FROM outgoing_messages WHERE effect_id = $1 AND state = 'posted' AND posted_by IS NOT NULL`,
    [effectId],
  );
  return row?.by;
}

/** Notes who printed them; printing again notes the last time. */
export async function markPrinted(sql: Sql, effectIds: readonly string[], person: string): Promise<void> {
  await sql.query('UPDATE outgoing_messages SET printed_at = now(), printed_by = $2 WHERE effect_id = ANY ($1)', [
    effectIds,
    person,
  ]);
}
