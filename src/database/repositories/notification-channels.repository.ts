import type { NotificationChannels } from '../../../domain/people/notification-channel.js';
import type { Sql } from '../database.js';

/** What a person chose, and until when their mails have told it. */
export interface ChosenChannels extends NotificationChannels {
  readonly personId: string;
  readonly mailedUntil: Date;
  readonly digestedUntil: Date;
}

const CHOSEN = `SELECT person_id AS "personId", action, mention, information, mailed_until AS "mailedUntil",
  digested_until AS "digestedUntil" FROM notification_channels`;

/** Of everybody who chose. */
export function allChosenChannels(sql: Sql): Promise<readonly ChosenChannels[]> {
  return sql.query<ChosenChannels>(CHOSEN);
}

export async function chosenChannelsOf(sql: Sql, personId: string): Promise<ChosenChannels | undefined> {
  const [row] = await sql.query<ChosenChannels>(`${CHOSEN} WHERE person_id = $1`, [personId]);
  return row;
}

/** What happened before the first mail of a kind was wanted is not told by it. */
export async function chooseChannels(
  sql: Sql,
  personId: string,
  { action, mention, information }: NotificationChannels,
): Promise<void> {
  await sql.query(
    `INSERT INTO notification_channels AS n (person_id, action, mention, information) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id) DO UPDATE SET action = $2, mention = $3, information = $4,
       mailed_until = CASE WHEN 'mail' IN (n.mention, n.information) THEN n.mailed_until ELSE now() END,
       digested_until = CASE WHEN 'digest' IN (n.action, n.mention, n.information) THEN n.digested_until ELSE now() END`,
    [personId, action, mention, information],
  );
}

export interface ToldUntil {
  readonly personId: string;
  readonly by: 'mail' | 'digest';
  readonly from: Date;
  readonly to: Date;
}

/** Says until when it is told, before it is; and back, where the mail did not leave. @returns whether nobody else did meanwhile */
export async function moveToldUntil(sql: Sql, { personId, by, from, to }: ToldUntil): Promise<boolean> {
  const column = by === 'mail' ? 'mailed_until' : 'digested_until';
  const rows = await sql.query(
    `UPDATE notification_channels SET ${column} = $3 WHERE person_id = $1 AND ${column} = $2 RETURNING person_id`,
    [personId, from, to],
  );
  return rows.length > 0;
}
