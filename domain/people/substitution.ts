import type { LocalDate } from '../time/local-date.js';
import { personOf } from './directory.js';
import type { Absence, Directory } from './directory.js';

/** Who acts in the place of somebody on a day, and the absences that lead there. */
export interface ActingPerson {
  readonly person: string;
  /** The absent person; undefined when the person acts for themself. */
  readonly onBehalfOf?: string;
  /** What allows it, as a command carries it: `absence:<absence id>:<first substitute>><next>…`. */
  readonly rule?: string;
}

/** A day, and of which process the work is; without one, what is asked of the person in general. */
interface Moment {
  readonly on: LocalDate;
  readonly processId?: string;
}

/**
 * Who does the person's work on that day: the person when present; else the first present substitute of the absence, in
 * its order; else the first present substitute of those substitutes, and so on. Undefined when nobody is present. An
 * absence for some processes counts where the work is one of theirs, and takes nobody out of a chain of substitutes: who is
 * relieved of their own waste collection still stands in for a colleague.
 */
export function actingFor(directory: Directory, person: string, moment: Moment): ActingPerson | undefined {
  const { on } = moment;
  const absence = absenceOf(directory, person, moment);
  if (absence === undefined) return { person };
  const seen = new Set([person]);
  let level: readonly (readonly string[])[] = substitutesOf(directory, absence).map((id) => [id]);
  while (level.length > 0) {
    const present = level.find((path) => absenceOf(directory, lastOf(path), { on }) === undefined);
    if (present !== undefined) {
      return { person: lastOf(present), onBehalfOf: person, rule: `absence:${absence.id}:${present.join('>')}` };
    }
    level = level.flatMap((path) => pathsBeyond(directory, path, { on, seen }));
  }
  return undefined;
}

/** Whose work falls to a person on a day; for these processes only, where they are given. */
export interface Replaced extends ActingPerson {
  readonly processes?: readonly string[];
}

/** Those whose work falls to the person on that day, themself apart: what an inbox adds to one's own tasks. */
export function replacedBy(directory: Directory, person: string, on: LocalDate): readonly Replaced[] {
  return replacementsOn(directory, on).flatMap(({ absence: { processes }, acting }) =>
    acting.person === person ? [{ ...acting, ...(processes === undefined ? {} : { processes }) }] : [],
  );
}

export interface Replacement {
  readonly absence: Absence;
  readonly acting: ActingPerson;
}

/** The absences of that day, each with whoever acts in its person's place; without those that nobody present takes over. */
export function replacementsOn(directory: Directory, on: LocalDate): readonly Replacement[] {
  return directory.absences.flatMap((absence) => {
    const { person, processes } = absence;
    const [processId] = processes ?? [];
    const moment = { on, ...(processId === undefined ? {} : { processId }) };
    // Where two were declared for one day, the first counts.
    if (absenceOf(directory, person, moment) !== absence) return [];
    const acting = actingFor(directory, person, moment);
    return acting === undefined ? [] : [{ absence, acting }];
  });
}

export type AbsenceRefusal = 'absence.dates-reversed' | 'substitution.loop' | 'substitution.unknown-person';

/**
 * Why an absence cannot be saved. A loop is a chain of substitutes that comes back to the absent person while every
 * absence of the chain lasts; refused even where another branch would reach somebody present, because people read the
 * declared chain, not our search.
 */
export function refusalOfAbsence(directory: Directory, absence: Absence): AbsenceRefusal | undefined {
  if (absence.to < absence.from) return 'absence.dates-reversed';
  const substitutes = substitutesOf(directory, absence);
  if ([absence.person, ...substitutes].some((id) => personOf(directory, id) === undefined)) {
    return 'substitution.unknown-person';
  }
  const others = directory.absences.filter(({ id }) => id !== absence.id);
  return leadsBack(directory, { others, target: absence.person, through: absence }, [])
    ? 'substitution.loop'
    : undefined;
}

interface Walk {
  readonly others: readonly Absence[];
  readonly target: string;
  /** The absence walked through, its dates narrowed to the days that every absence before it shares. */
  readonly through: Absence;
}

function leadsBack(directory: Directory, walk: Walk, walked: readonly string[]): boolean {
  const { others, target, through } = walk;
  return substitutesOf(directory, through).some((substitute) => {
    if (substitute === target) return true;
    return others
      .filter((other) => other.person === substitute && !walked.includes(other.id))
      .map((other) => ({ ...other, from: later(other.from, through.from), to: earlier(other.to, through.to) }))
      .filter((narrowed) => narrowed.from <= narrowed.to)
      .some((narrowed) => leadsBack(directory, { others, target, through: narrowed }, [...walked, narrowed.id]));
  });
}

/** The absence's own substitutes, else those the person's entry declares. */
function substitutesOf(directory: Directory, absence: Absence): readonly string[] {
  if (absence.substitutes.length > 0) return absence.substitutes;
  return personOf(directory, absence.person)?.substitutes ?? [];
}

function absenceOf(directory: Directory, person: string, { on, processId }: Moment): Absence | undefined {
  return directory.absences.find(
    (absence) => absence.person === person && holdsOn(absence, on) && isFor(absence.processes, processId),
  );
}

/** Whether what was declared for these processes, or for all, holds for that one; without one, only what is for all does. */
function isFor(processes: readonly string[] | undefined, processId: string | undefined): boolean {
  return processes === undefined || (processId !== undefined && processes.includes(processId));
}

function holdsOn(absence: Absence, on: LocalDate): boolean {
  return absence.from <= on && on <= absence.to;
}

interface Search {
  readonly on: LocalDate;
  /** People already tried, filled on the way: each is tried once, so that the search ends whatever was stored. */
  readonly seen: Set<string>;
}

function pathsBeyond(
  directory: Directory,
  path: readonly string[],
  { on, seen }: Search,
): readonly (readonly string[])[] {
  const person = lastOf(path);
  if (seen.has(person)) return [];
  seen.add(person);
  const absence = absenceOf(directory, person, { on });
  if (absence === undefined) return [];
  return substitutesOf(directory, absence)
    .filter((id) => !seen.has(id))
    .map((id) => [...path, id]);
}

function lastOf(path: readonly string[]): string {
  return path[path.length - 1] ?? '';
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? b : a;
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
