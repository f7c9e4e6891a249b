import type { Sql } from '../database.js';
import { notSetAside } from './set-asides.repository.js';

/** A task that its people have not been told of. */
export interface TaskToNotice {
  readonly id: string;
  readonly kind: string;
  readonly holder: string | null;
  readonly team: string | null;
  readonly organisation: string;
  readonly processId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly dueOn: string | null;
}

const TO_NOTICE = `t.id, t.kind, t.holder, t.team, t.organisation, t.process_id AS "processId", c.case_number AS "caseNumber", c.title, t.due_on::text AS "dueOn"`;

/**
 * Takes the tasks that opened a while ago and still wait: what is done within that while is not worth a mail. Each is
 * taken by one process only, and only the young ones: a rebuilt read model is not news.
 */
export function takeTasksToNotice(sql: Sql, settledForSeconds: number): Promise<readonly TaskToNotice[]> {
  return sql.query<TaskToNotice>(
    `WITH taken AS (INSERT INTO task_notices (task_id)
       SELECT id FROM tasks WHERE open AND claimed_by IS NULL AND opened_at > now() - interval '5 days'
         AND opened_at <= now() - make_interval(secs => $1)
         AND NOT EXISTS (SELECT 1 FROM task_notices n WHERE n.task_id = tasks.id) AND ${notSetAside('tasks.case_id')}
       ORDER BY opened_at LIMIT 500 ON CONFLICT (task_id) DO NOTHING RETURNING task_id)
     SELECT ${TO_NOTICE}
     FROM taken JOIN tasks t ON t.id = taken.task_id JOIN case_files c ON c.case_id = t.case_id ORDER BY t.due_on, t.id`,
    [settledForSeconds],
  );
}

/** Tasks that opened in this period, still wait and that nobody took: told as a whole, whoever was told of them before. */
export function tasksOpenedIn(
  sql: Sql,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly TaskToNotice[]> {
  return sql.query<TaskToNotice>(
    `SELECT ${TO_NOTICE} FROM tasks t JOIN case_files c ON c.case_id = t.case_id
     WHERE t.open AND t.claimed_by IS NULL AND t.opened_at > $1 AND t.opened_at <= $2 AND ${notSetAside('t.case_id')}
     ORDER BY t.due_on, t.id LIMIT 2000`,
    [from, to],
  );
}

/** The mail certainly did not leave: they are taken again at the next round. */
export async function releaseTaskNotices(sql: Sql, taskIds: readonly string[]): Promise<void> {
  await sql.query('DELETE FROM task_notices WHERE task_id = ANY ($1)', [taskIds]);
}
