import { WEEK_OF_GROUP, type Grouping } from '../../../domain/text/list-groups.js';
import type { Bind } from '../bound-parameters.js';

/** What a list of tasks is put together by; groups by due day are reckoned from `today`. */
export interface TaskGrouping {
  readonly by: Grouping;
  readonly today: string;
}

const GROUP_COLUMNS: Readonly<Record<Exclude<Grouping, 'due'>, string>> = {
  department: 't.department',
  quartier: `coalesce(t.quartier, '')`,
  process: 't.process_id',
};

/** The id of the group of a task, which is empty where it has none. */
export function groupSql({ by, today }: TaskGrouping, bind: Bind): string {
  if (by !== 'due') return GROUP_COLUMNS[by];
  const day = `${bind(today)}::date`;
  return `CASE WHEN t.due_on IS NULL THEN 'undated' WHEN t.due_on < ${day} THEN 'late' WHEN t.due_on = ${day} THEN 'today'
    WHEN t.due_on <= ${day} + ${String(WEEK_OF_GROUP)} THEN 'week' ELSE 'later' END`;
}

/** By the day it is wanted, then by age. */
export const URGENCY = `coalesce(t.due_on, 'infinity'), t.opened_at, t.id`;

/** Groups by due day follow one another in the order of urgency; of the others, what is in none comes last. */
export function orderSql(grouping: TaskGrouping | undefined): string {
  if (grouping === undefined || grouping.by === 'due') return URGENCY;
  const column = GROUP_COLUMNS[grouping.by];
  return `${column} = '', ${column}, ${URGENCY}`;
}

/** Where a page begins: due day (`infinity` for none), opening, id of the last row seen, its group before them. */
interface Place {
  readonly after?: readonly (string | number | null)[];
  readonly grouping?: TaskGrouping | undefined;
}

export function afterSql({ after, grouping }: Place, bind: Bind): readonly string[] {
  if (after === undefined) return [];
  const [due, openedAt, id] = after.slice(-3);
  const urgency = `${bind(due)}::date, ${bind(openedAt)}::timestamptz, ${bind(id)}`;
  if (grouping === undefined || grouping.by === 'due') return [`(${URGENCY}) > (${urgency})`];
  const group = `${bind(after[0])}::text`;
  return [`(${orderSql(grouping)}) > (${group} = '', ${group}, ${urgency})`];
}
