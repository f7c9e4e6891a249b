import { assertNever } from '../../domain/lib/assert-never.js';
import type { Area, Scope } from '../../domain/people/permission.js';

/**
 * Where a query finds what a scope compares. The plain ones are SQL expressions (`c.organisation`); the others compare
 * with a list and get the placeholder of its parameter (`(list) => \`t.holder = any(${list})\``). One that the query
 * cannot answer is left out: an area that needs it then reaches no row.
 */
export interface ScopeColumns {
  readonly organisation: string;
  readonly department: string;
  readonly sector: string;
  readonly sensitive: string;
  readonly teams?: (list: string) => string;
  readonly holders?: (list: string) => string;
  readonly involved?: (list: string) => string;
  readonly processes?: (list: string) => string;
}

/** A condition in parentheses, and its parameters, numbered from the `firstParameter` given. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * The scope as a condition for `where`: the same reading as `covers`, row by row.
 * @example scopeSql(scopeOf(actor, 'task.read'), columns, 3) → { sql: '((c.organisation = $3) or (…))', params: ['ville', …] }
 */
export function scopeSql(scope: Scope, columns: ScopeColumns, firstParameter = 1): SqlCondition {
  switch (scope.kind) {
    case 'none':
      return { sql: '(false)', params: [] };
    case 'all':
      return { sql: '(true)', params: [] };
    case 'areas':
      return anyOf(scope.areas, columns, firstParameter);
    default:
      return assertNever(scope);
  }
}

function anyOf(areas: readonly Area[], columns: ScopeColumns, firstParameter: number): SqlCondition {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${String(firstParameter + params.push(value) - 1)}`;
  const parts = areas.map((area) => areaSql(area, columns, bind)).filter((sql) => sql !== undefined);
  return { sql: parts.length === 0 ? '(false)' : `(${parts.join(' or ')})`, params };
}

function areaSql(area: Area, columns: ScopeColumns, bind: (value: unknown) => string): string | undefined {
  const { teams, holders, involved, processes } = columns;
  const lists = [
    { wanted: area.departments, column: (list: string): string => `${columns.department} = any(${list})` },
    { wanted: area.team === undefined ? undefined : [area.team], column: teams },
    { wanted: area.holders, column: holders },
    { wanted: area.involved, column: involved },
    { wanted: area.processes, column: processes },
  ];
  if (lists.some(({ wanted, column }) => wanted !== undefined && column === undefined)) return undefined;
  const conditions = (['organisation', 'sector'] as const)
    .filter((key) => area[key] !== undefined)
    .map((key) => `${columns[key]} = ${bind(area[key])}`);
  if (area.sensitive !== undefined) conditions.push(area.sensitive ? columns.sensitive : `not ${columns.sensitive}`);
  for (const { wanted, column } of lists) {
    if (wanted !== undefined && column !== undefined) conditions.push(column(bind(wanted)));
  }
  return conditions.length === 0 ? '(true)' : `(${conditions.join(' and ')})`;
}
