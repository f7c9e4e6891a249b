import type { Reservation } from '../../../activities/ports/outgoing.js';
import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Effect } from '../../../domain/case/effect.js';
import type { Sql } from '../database.js';

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

/** A letter that was posted, or that leaves by another way after all, is no longer in the list of letters to print. */
export async function syncPostList(sql: Sql, caseFile: CaseFile): Promise<void> {
  const posted = letterPosted(caseFile);
  if (posted === undefined) return;
  await sql.query(
    `UPDATE outgoing_messages SET state = CASE WHEN effect_id = $2 THEN 'posted' ELSE 'dropped' END, ended_at = $3
     WHERE case_id = $1 AND channel = 'letter' AND state = 'toPost'`,
    [caseFile.caseId, posted, new Date(caseFile.at)],
  );
}

/** The effect whose letter was posted; empty where the reply leaves otherwise; undefined while nothing is to leave the list. */
export function letterPosted({ reply }: CaseFile): string | undefined {
  if (reply === undefined || (reply.channel === 'letter' && reply.state !== 'gone')) return undefined;
  return reply.channel === 'letter' ? (reply.effect ?? '') : '';
}

function letterOf(effect: Effect): readonly [string | null, string | null] {
  return effect.kind === 'sendReply' ? [effect.letter, effect.letterHash] : [null, null];
}
