import { assertNever } from '../lib/assert-never.js';
import type { Action } from './action.js';
import { sharesOf, type Actor, type Perimeter } from './actor.js';
import { REACH } from './permission-table.js';
import type { Reach } from './reach.js';

export { ACTIONS, type Action } from './action.js';
export type { Reach } from './reach.js';

/**
 * What a person may reach with one action, as data: {@link may} compares it with one row in memory, the SQL of lists
 * (`src/auth/scope-sql.ts`) turns it into a condition on columns. The two readings of one value cannot disagree.
 */
export type Scope =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  /** The rows that lie in at least one of these areas. */
  | { readonly kind: 'areas'; readonly areas: readonly Area[] };

/** Rows for which every key given here holds. */
export interface Area {
  readonly organisation?: string;
  readonly departments?: readonly string[];
  readonly team?: string;
  readonly sector?: string;
  /** At least one of these persons holds an open task of the row. */
  readonly holders?: readonly string[];
  /** At least one of these persons holds or held a task of the row, or is named in the route of the case. */
  readonly involved?: readonly string[];
  /** `false`: rows marked sensitive are left out. `true`: nothing but rows marked sensitive. Absent: both. */
  readonly sensitive?: boolean;
  /** Of one of these processes. */
  readonly processes?: readonly string[];
}

/** What the table compares: the columns that every row with data of a case carries. */
export interface Subject {
  readonly organisation: string;
  readonly department: string;
  /** The team of the case, or the teams its open tasks are addressed to. */
  readonly teams: readonly string[];
  readonly sector: string;
  readonly sensitive: boolean;
  /** Persons who hold an open task. */
  readonly holders: readonly string[];
  /** Persons who hold or held a task, or stand in the route. Leave it empty where the row does not say. */
  readonly involved: readonly string[];
  /** Absent where the row is of no process: whoever stands in for some processes only does not reach it. */
  readonly processId?: string;
}

/** What the actor may reach with this action, all roles together. */
export function scopeOf(actor: Actor, action: Action): Scope {
  const scope = reachOf(actor, action);
  return action === 'case.readSensitive' ? narrowToSensitive(scope, true) : scope;
}

/** Why an actor reaches a row, or does not: each role held, each reach the table gives it. */
export interface ReachReason {
  readonly held: Actor['roles'][number];
  readonly reach: Reach;
  readonly covers: boolean;
}

/** Every line of the table that could let the actor do this, with what it says of that row. */
export function reasonsOf(actor: Actor, action: Action, subject: Subject): readonly ReachReason[] {
  return actor.roles.flatMap((held) =>
    (REACH[action][held.role] ?? []).map((reach) => {
      if (reach === 'everything') return { held, reach, covers: true };
      const areas = areasOf(reach, held.perimeter, actor);
      return { held, reach, covers: areas.some((area) => contains(area, subject)) };
    }),
  );
}

function reachOf(actor: Actor, action: Action): Scope {
  const areas: Area[] = [];
  for (const held of actor.roles) {
    for (const reach of REACH[action][held.role] ?? []) {
      if (reach === 'everything') return { kind: 'all' };
      areas.push(...areasOf(reach, held.perimeter, actor));
    }
  }
  return areas.length === 0 ? { kind: 'none' } : { kind: 'areas', areas: distinct(areas) };
}

/** Whether the actor may do this to that very row. Whether it can be done *now* is the engine's question. */
export function may(actor: Actor, action: Action, subject: Subject): boolean {
  return covers(scopeOf(actor, action), subject);
}

/** Whether the action makes sense at all for this person, on some row: what a route checks before it reads anything. */
export function mayAtAll(actor: Actor, action: Action): boolean {
  return scopeOf(actor, action).kind !== 'none';
}

/** Whether a scope reaches a row. */
export function covers(scope: Scope, subject: Subject): boolean {
  switch (scope.kind) {
    case 'none':
      return false;
    case 'all':
      return true;
    case 'areas':
      return scope.areas.some((area) => contains(area, subject));
    default:
      return assertNever(scope);
  }
}

/** The same scope without sensitive rows, or reduced to them. */
export function narrowToSensitive(scope: Scope, sensitive: boolean): Scope {
  if (scope.kind === 'none') return scope;
  const areas = scope.kind === 'all' ? [{}] : scope.areas;
  const kept = areas.filter((area) => area.sensitive === undefined || area.sensitive === sensitive);
  return kept.length === 0 ? { kind: 'none' } : { kind: 'areas', areas: kept.map((area) => ({ ...area, sensitive })) };
}

function areasOf(reach: Exclude<Reach, 'everything'>, perimeter: Perimeter, actor: Actor): readonly Area[] {
  switch (reach) {
    case 'ordinaryEverywhere':
      return [{ sensitive: false }];
    case 'perimeter':
      return narrowest(perimeter);
    case 'ordinaryPerimeter':
      return narrowest(perimeter).map((area) => ({ ...area, sensitive: false }));
    case 'organisation':
      return perimeter.organisation === undefined ? [] : [{ organisation: perimeter.organisation }];
    case 'own':
      return personal(actor, (persons) => ({ holders: persons }));
    case 'involved':
      return personal(actor, (persons) => ({ involved: persons }));
    default:
      return assertNever(reach);
  }
}

/**
 * A team asked for an opinion works on cases of other departments: its id alone decides. A role stored without any
 * perimeter reaches nothing through it, rather than everything.
 */
function narrowest(perimeter: Perimeter): readonly Area[] {
  const { organisation, departments, team, sector } = perimeter;
  if (organisation === undefined && departments === undefined && team === undefined) return [];
  const inSector = sector === undefined ? {} : { sector };
  if (team !== undefined) return [{ team, ...inSector }];
  return [
    {
      ...(organisation === undefined ? {} : { organisation }),
      ...(departments === undefined ? {} : { departments }),
      ...inSector,
    },
  ];
}

/** One's own and that of those whom one replaces; a colleague replaced for some processes, in those only. */
function personal(actor: Actor, areaOf: (persons: readonly string[]) => Area): readonly Area[] {
  return sharesOf(actor).map(({ persons, ...inPart }) => ({ ...areaOf(persons), ...inPart }));
}

function contains(area: Area, subject: Subject): boolean {
  return (
    same(area.organisation, subject.organisation) &&
    same(area.sector, subject.sector) &&
    same(area.sensitive, subject.sensitive) &&
    meets(area.departments, [subject.department]) &&
    meets(area.team === undefined ? undefined : [area.team], subject.teams) &&
    meets(area.holders, subject.holders) &&
    meets(area.involved, subject.involved) &&
    meets(area.processes, subject.processId === undefined ? [] : [subject.processId])
  );
}

function same<T>(wanted: T | undefined, found: T): boolean {
  return wanted === undefined || wanted === found;
}

function meets(wanted: readonly string[] | undefined, found: readonly string[]): boolean {
  return wanted === undefined || wanted.some((one) => found.includes(one));
}

function distinct(areas: readonly Area[]): readonly Area[] {
  const seen = new Map(areas.map((area) => [JSON.stringify(area), area]));
  return [...seen.values()];
}
