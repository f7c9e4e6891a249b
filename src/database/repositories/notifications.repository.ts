import type { SqlCondition } from '../../auth/scope-sql.js';
import type { NotificationLevel } from '../../../domain/people/notification-channel.js';
import type { About } from '../../../domain/text/journal-words.js';
import type { Sql } from '../database.js';

/** What a person asked to hear of a case: more than their own, or nothing but what they must do. */
export type Following = 'followed' | 'muted';

/** One thing that happened on a case and concerns a person. */
export interface NotificationRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  /** `YYYY-MM-DD`; null where no date was promised. */
  readonly dueOn: string | null;
  readonly following: Following | null;
  readonly at: Date;
  readonly level: NotificationLevel;
  /** `task.answer`, `note`, `message`, or the code of a journal line. */
  readonly code: string;
  readonly actor: string | null;
  readonly about: About | null;
}

/** A month: what is older is history, not news. */
const RECENT = `now() - interval '30 days'`;
/** More would not be read, and the newest are here. */
const AT_MOST = 300;

/** Cases on which the person holds an open task, or that they follow; what they muted is left out. */
const MINE = `SELECT t.case_id FROM tasks t WHERE t.open AND coalesce(t.claimed_by, t.holder) = $1
    UNION SELECT f.case_id FROM case_followings f WHERE f.person_id = $1 AND f.kind = 'followed'
    EXCEPT SELECT f.case_id FROM case_followings f WHERE f.person_id = $1 AND f.kind = 'muted'`;

/** What others did, and what is asked of the person: nobody is told of their own acts. */
const HAPPENED = `
    SELECT t.case_id, t.opened_at AS at, 'action' AS level, 'task.' || t.kind AS code, NULL AS actor, NULL::jsonb AS about
    FROM tasks t WHERE t.open AND coalesce(t.claimed_by, t.holder) = $1 AND t.opened_at > ${RECENT}
  UNION ALL
    SELECT n.case_id, n.created_at, 'mention', 'note', n.author, NULL FROM note_mentions m JOIN notes n ON n.id = m.note_id
    WHERE m.person_id = $1 AND n.author <> $1 AND n.created_at > ${RECENT}
      AND NOT EXISTS (SELECT FROM case_followings f WHERE f.person_id = $1 AND f.case_id = n.case_id AND f.kind = 'muted')
  UNION ALL
    SELECT n.case_id, n.created_at, 'information', 'note', n.author, NULL FROM notes n JOIN mine USING (case_id)
    WHERE n.author <> $1 AND n.created_at > ${RECENT}
      AND NOT EXISTS (SELECT FROM note_mentions m WHERE m.note_id = n.id AND m.person_id = $1)
  UNION ALL
    SELECT m.case_id, m.created_at, 'information', 'message', NULL, NULL FROM case_messages m JOIN mine USING (case_id)
    WHERE m.direction = 'in' AND m.created_at > ${RECENT}
  UNION ALL
    SELECT j.case_id, j.at, 'information', j.code, j.actor, j.about FROM journal_entries j JOIN mine USING (case_id)
    WHERE j.actor IS DISTINCT FROM $1 AND j.revision > 0 AND j.at > ${RECENT}`;

/** The newest first, on cases that the reader may read. */
export function recentNotifications(
  sql: Sql,
  personId: string,
  scope: (firstParameter: number) => SqlCondition,
): Promise<readonly NotificationRow[]> {
  const readable = scope(2);
  return sql.query<NotificationRow>(
    `WITH mine AS (${MINE})
     SELECT h.case_id AS "caseId", c.case_number AS "caseNumber", c.title, c.due_on::text AS "dueOn", f.kind AS following, h.at, h.level, h.code, h.actor, h.about
     FROM (${HAPPENED}) h JOIN case_files c ON c.case_id = h.case_id
       LEFT JOIN case_followings f ON f.case_id = h.case_id AND f.person_id = $1
     WHERE ${readable.sql} ORDER BY h.at DESC LIMIT ${String(AT_MOST)}`,
    [personId, ...readable.params],
  );
}

export async function readUntilOf(sql: Sql, personId: string): Promise<Date | undefined> {
  const [row] = await sql.query<{ until: Date }>(
    'SELECT read_until AS until FROM notification_reads WHERE person_id = $1',
    [personId],
  );
  return row?.until;
}

/** Everything until then is read; an earlier moment takes that back. */
export async function markReadUntil(sql: Sql, personId: string, until: Date): Promise<void> {
  await sql.query(
    `INSERT INTO notification_reads (person_id, read_until) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET read_until = excluded.read_until`,
    [personId, until],
  );
}

/** Who follows a case, the first to do so first; and what the reader chose, muted too. */
export async function followingsOf(
  sql: Sql,
  { caseId, reader }: { readonly caseId: string; readonly reader: string },
): Promise<readonly { readonly personId: string; readonly kind: Following }[]> {
  return sql.query(
    `SELECT person_id AS "personId", kind FROM case_followings
     WHERE case_id = $1 AND (kind = 'followed' OR person_id = $2) ORDER BY since, person_id`,
    [caseId, reader],
  );
}

/** Without a kind, the case is as any other again. */
export async function setFollowing(
  sql: Sql,
  {
    personId,
    caseId,
    kind,
  }: { readonly personId: string; readonly caseId: string; readonly kind?: Following | undefined },
): Promise<void> {
  if (kind === undefined) {
    await sql.query('DELETE FROM case_followings WHERE person_id = $1 AND case_id = $2', [personId, caseId]);
    return;
  }
  await sql.query(
    `INSERT INTO case_followings (person_id, case_id, organisation, sector, kind)
     SELECT $1, case_id, organisation, sector, $3 FROM case_files WHERE case_id = $2
     ON CONFLICT (person_id, case_id) DO UPDATE SET kind = excluded.kind, since = now()`,
    [personId, caseId, kind],
  );
}
