import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { PaperLetter } from '../../../activities/ports/correspondence.js';
import type { Reservation } from '../../../activities/ports/outgoing.js';
import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Effect } from '../../../domain/case/effect.js';
import type { Instant } from '../../../domain/time/instant.js';
import { messageIdOf } from '../../../activities/message-id.js';
import type { LetterInput } from '../../letters/letter-input.js';
import { storeText, type NewText } from '../../texts/text-store.js';
import type { Sql } from '../database.js';
import { insertLetter } from './letters.repository.js';

/** Reserves the one row of an effect; tells what was known of it before. */
export async function reserveMessage(
  sql: Sql,
  caseId: string,
  effect: Effect,
  messageId: string,
): Promise<Reservation> {
  const [mine] = await sql.query<{ effect_id: string }>(
    `INSERT INTO outgoing_messages (effect_id, case_id, organisation, sector, kind, channel, state, message_id, letter_id, letter_hash)
     SELECT $1, case_id, organisation, sector, $3, 'email', 'reserved', $4, $5, $6 FROM case_files WHERE case_id = $2
     ON CONFLICT (effect_id) DO UPDATE SET state = 'reserved' WHERE outgoing_messages.state = 'released'
     RETURNING effect_id`,
    [effect.id, caseId, effect.kind, messageId, ...letterOf(effect)],
  );
  if (mine !== undefined) return 'mine';
  const [known] = await sql.query<{ state: string }>('SELECT state FROM outgoing_messages WHERE effect_id = $1', [
    effect.id,
  ]);
  return known?.state === 'sent' ? 'sent' : 'inDoubt';
}

export async function endMessage(sql: Sql, effectId: string, state: 'sent' | 'released'): Promise<void> {
  await sql.query(
    `UPDATE outgoing_messages SET state = $2, ended_at = now() WHERE effect_id = $1 AND state = 'reserved'`,
    [effectId, state],
  );
}

export async function queueLetter(sql: Sql, caseId: string, effect: Effect): Promise<void> {
  await sql.query(
    `INSERT INTO outgoing_messages (effect_id, case_id, organisation, sector, kind, channel, state, letter_id, letter_hash)
     SELECT $1, case_id, organisation, sector, $3, 'letter', 'toPost', $4, $5 FROM case_files WHERE case_id = $2
     ON CONFLICT (effect_id) DO NOTHING`,
    [effect.id, caseId, effect.kind, ...letterOf(effect)],
  );
}

/** A letter that is no reply: kept, and put in the list of letters to print, once. */
export async function queueMissive(sql: Sql, caseId: string, effect: Effect, letter: PaperLetter): Promise<void> {
  const place = await missivePlace(sql, caseId, effect);
  if (place === undefined) return;
  const { id: textId } = await storeText(sql, { ...place, body: letter.mailText });
  const id = uuidv7();
  const { sha256: hash, input, pdf, mailSubject, mailText, mailHtml } = letter;
  const rendered = { pdf, mailSubject, mailText, mailHtml, input: input as LetterInput };
  await insertLetter(sql, { ...rendered, ...place, id, hash, textId, createdBy: SYSTEM });
  await sql.query(
    `UPDATE outgoing_messages SET channel = 'letter', state = 'toPost', ended_at = NULL, letter_id = $2, letter_hash = $3, text_id = $4
     WHERE effect_id = $1`,
    [effect.id, id, hash, textId],
  );
}

/** A mail that left: its text and the hash of it, once. */
export async function noteSent(sql: Sql, caseId: string, effect: Effect, text: string): Promise<void> {
  const place = await missivePlace(sql, caseId, effect);
  if (place === undefined) return;
  const { id: textId } = await storeText(sql, { ...place, body: text });
  await sql.query(
    `UPDATE outgoing_messages SET text_id = $2, content_hash = $3, message_id = $4 WHERE effect_id = $1`,
    [effect.id, textId, createHash('sha256').update(text).digest('hex'), messageIdOf(effect.id)],
  );
}

/** Takes the one row of an effect; undefined where it is taken: an attempt before this one wrote it. */
async function missivePlace(sql: Sql, caseId: string, effect: Effect): Promise<Omit<NewText, 'body'> | undefined> {
  const [place] = await sql.query<{ organisation: string; sector: string }>(
    `INSERT INTO outgoing_messages (effect_id, case_id, organisation, sector, kind, channel, state, ended_at)
     SELECT $1, case_id, organisation, sector, $3, 'email', 'sent', now() FROM case_files WHERE case_id = $2
     ON CONFLICT (effect_id) DO NOTHING RETURNING organisation, sector`,
    [effect.id, caseId, effect.kind],
  );
  return place === undefined ? undefined : { ...place, caseId, kind: effect.kind, author: SYSTEM };
}

/** Writes what no person wrote. */
const SYSTEM = 'system';

/** Letters of a case that have no place in the list of letters to print any more. */
export interface LettersDone {
  /** The effect whose letter was posted; empty where the reply leaves otherwise; undefined while it may still be posted. */
  readonly posted?: string;
  /** From then on nobody need be told that the request came in, or what was missing in it. */
  readonly mootAt?: Instant;
}

/** What the state of a case says of its letters. */
export function lettersDone({ reply, status }: CaseFile): LettersDone {
  if (reply === undefined) return status.kind === 'open' ? {} : { mootAt: status.at };
  const isReady = reply.state === 'toPost' || reply.state === 'gone';
  const moot = isReady ? { mootAt: reply.at } : {};
  if (reply.channel === 'letter') return reply.state === 'gone' ? { ...moot, posted: reply.effect ?? '' } : moot;
  return { ...moot, posted: '' };
}

/** Takes them off the list. `$1` the case, `$2` what was posted, `$3` since when the others are moot, `$4` now. */
export async function syncPostList(sql: Sql, caseFile: CaseFile): Promise<void> {
  const { posted, mootAt } = lettersDone(caseFile);
  if (posted === undefined && mootAt === undefined) return;
  await sql.query(
    `UPDATE outgoing_messages ${setLettersDone({ posted: '$2', mootAt: '$3', at: '$4' })} AND case_id = $1`,
    [caseFile.caseId, posted ?? null, mootAt === undefined ? null : new Date(mootAt), new Date(caseFile.at)],
  );
}

/** The same for two statements: the parameters stand where each has them. */
export function setLettersDone({ posted, mootAt, at }: { posted: string; mootAt: string; at: string }): string {
  return `SET state = CASE WHEN effect_id = ${posted} THEN 'posted' ELSE 'dropped' END, ended_at = ${at}
    WHERE channel = 'letter' AND state = 'toPost' AND ((kind = 'sendReply' AND ${posted}::text IS NOT NULL)
      OR (kind IN ('acknowledge', 'tellCitizen') AND created_at <= ${mootAt}::timestamptz))`;
}

function letterOf(effect: Effect): readonly [string | null, string | null] {
  return effect.kind === 'sendReply' ? [effect.letter, effect.letterHash] : [null, null];
}
