import { v7 as uuidv7 } from 'uuid';
import type { CitizenEvent } from '../../../domain/text/citizen-words.js';
import type { Sql } from '../database.js';

/** What somebody did with a record of citizens. The detail names fields and other records, never their content. */
export interface NewCitizenEvent {
  readonly citizenId: string;
  readonly actor: string;
  readonly kind: CitizenEvent;
  readonly detail?: CitizenEventDetail;
}

export interface CitizenEventDetail {
  /** Fields that were written. */
  readonly fields?: readonly string[];
  /** Another record: a tie, a merge. */
  readonly other?: string;
}

export interface CitizenEventRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly kind: CitizenEvent;
  readonly detail: CitizenEventDetail;
}

export async function recordCitizenEvent(
  sql: Sql,
  { citizenId, actor, kind, detail = {} }: NewCitizenEvent,
): Promise<void> {
  await sql.query('INSERT INTO citizen_events (id, citizen_id, actor, kind, detail) VALUES ($1, $2, $3, $4, $5)', [
    uuidv7(),
    citizenId,
    actor,
    kind,
    JSON.stringify(detail),
  ]);
}

/** What happened to a record, the latest first. */
export async function citizenEvents(sql: Sql, citizenId: string): Promise<readonly CitizenEventRow[]> {
  return sql.query<CitizenEventRow>(
    'SELECT id, at, actor, kind, detail FROM citizen_events WHERE citizen_id = $1 ORDER BY at DESC, id DESC LIMIT 200',
    [citizenId],
  );
}
