import { DUE_GROUPS, WEEK_OF_GROUP, type DueGroup, type Grouping } from '../../../domain/text/list-groups.js';
import type { Bind } from '../bound-parameters.js';

/** What a list of cases is put together by. */
export interface CaseGrouping {
  readonly by: Grouping;
  /** Groups by due day are reckoned from it. */
  readonly today: string;
}

/** A run of groups, in its place: an index has the rows of each in order, which none has of the whole list. */
export interface CasePiece {
  readonly rank: number;
  readonly where: string;
  /** The last row seen is in it. */
  readonly resumes: boolean;
}

/** The column that tells the groups of a piece apart; a group by due day is a piece of its own. */
export function groupColumn({ by }: CaseGrouping): string | undefined {
  return by === 'due' ? undefined : COLUMNS[by];
}

/** The id of the group of a row, which is empty where it has none. */
export function groupOfRow(grouping: CaseGrouping): string {
  const column = groupColumn(grouping);
  return column === undefined
    ? `(ARRAY[${DUE_GROUPS.map((group) => `'${group}'`).join(', ')}])[c.piece]`
    : `coalesce(${column}, '')`;
}

/** The pieces of a list, from the group of the last row seen on; the rows without a group come last. */
export function piecesOf(grouping: CaseGrouping, after: string | undefined, bind: Bind): readonly CasePiece[] {
  const column = groupColumn(grouping);
  if (column === undefined) return duePieces(grouping, after, bind);
  const none: CasePiece = { rank: 3, where: `${column} IS NULL`, resumes: after === '' };
  if (after === undefined) return [{ rank: 2, where: `${column} IS NOT NULL`, resumes: false }, none];
  if (after === '') return [none];
  const id = bind(after);
  return [
    { rank: 1, where: `${column} = ${id}`, resumes: true },
    { rank: 2, where: `${column} > ${id}`, resumes: false },
    none,
  ];
}

/** The rows of one group. */
export function groupIs(grouping: CaseGrouping, group: string, bind: Bind): string {
  const column = groupColumn(grouping);
  if (column === undefined) return dueIs(group as DueGroup, () => bind(grouping.today));
  return group === '' ? `${column} IS NULL` : `${column} = ${bind(group)}`;
}

const COLUMNS: Readonly<Record<Exclude<Grouping, 'due'>, string>> = {
  department: 'c.department',
  quartier: 'c.quartier',
  process: 'c.process_id',
};

function duePieces({ today }: CaseGrouping, after: string | undefined, bind: Bind): readonly CasePiece[] {
  let day: string | undefined;
  const first = Math.max(0, DUE_GROUPS.indexOf(after as DueGroup));
  return DUE_GROUPS.map((group, rank) => ({ group, rank: rank + 1 }))
    .slice(first)
    .map(({ group, rank }) => ({
      rank,
      where: dueIs(group, () => (day ??= bind(today))),
      resumes: group === after,
    }));
}

/** `day` is bound by those that need it: Postgres refuses a parameter that nothing uses. */
function dueIs(group: DueGroup, day: () => string): string {
  if (group === 'ended') return `c.status <> 'open'`;
  if (group === 'undated') return `c.status = 'open' AND c.due_on IS NULL`;
  const today = `${day()}::date`;
  const within = {
    late: `c.due_on < ${today}`,
    today: `c.due_on = ${today}`,
    week: `c.due_on > ${today} AND c.due_on <= ${today} + ${String(WEEK_OF_GROUP)}`,
    later: `c.due_on > ${today} + ${String(WEEK_OF_GROUP)}`,
  };
  return `c.status = 'open' AND ${within[group]}`;
}
