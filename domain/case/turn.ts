import type { StepDefinition, TimeLimit } from '../process/runnable.js';
import type { Calendar } from '../time/calendar.js';
import { localDateOf } from '../time/calendar.js';
import { countDays } from '../time/day-count.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { CaseFile, OpenRequest, Task } from './case-file.js';
import type { Clock } from './clock.js';
import type { Effect } from './effect.js';
import type { Fact } from './revision-record.js';
import type { Rules } from './rules.js';

/**
 * One revision in the making: the case as it becomes, what it orders and what there is to say of it. Each function
 * below takes a turn and gives the next one; none changes its argument.
 */
export interface Turn {
  readonly rules: Rules;
  readonly at: Instant;
  /** The civil day of `at` in the town. */
  readonly today: LocalDate;
  readonly caseFile: CaseFile;
  readonly effects: readonly Effect[];
  readonly facts: readonly Fact[];
}

export type Change = (turn: Turn) => Turn;

/** Starts a revision. Events never go back in time: an earlier instant counts as the last one. */
export function beginTurn(rules: Rules, caseFile: CaseFile, at: Instant): Turn {
  const now = Math.max(at, caseFile.at);
  return {
    rules,
    at: now,
    today: todayOf(rules, caseFile.organisation, now),
    caseFile: { ...caseFile, at: now },
    effects: [],
    facts: [],
  };
}

/** The civil day of an instant in an organisation's calendar. */
export function todayOf(rules: Rules, organisation: string, at: Instant): LocalDate {
  const calendar: Calendar | undefined = rules.calendars[organisation] ?? Object.values(rules.calendars)[0];
  return calendar === undefined ? ('1970-01-01' as LocalDate) : localDateOf(calendar, at);
}

/** Replaces fields of the case. */
export function withCase(turn: Turn, fields: Partial<CaseFile>): Turn {
  return { ...turn, caseFile: { ...turn.caseFile, ...fields } };
}

/** Removes optional fields of the case: `undefined` never stands in a stored case. */
export function withoutFields(turn: Turn, ...names: readonly ('answer' | 'signature' | 'reply' | 'sentBack')[]): Turn {
  const entries = Object.entries(turn.caseFile).filter(([name]) => !(names as readonly string[]).includes(name));
  return { ...turn, caseFile: Object.fromEntries(entries) as unknown as CaseFile };
}

/** Says something in the journal beside the event itself. */
export function say(turn: Turn, code: string, about?: Fact['about']): Turn {
  return { ...turn, facts: [...turn.facts, about === undefined ? { code } : { code, about }] };
}

export type NewTask = Omit<Task, 'id' | 'openedAt' | 'targetOn'> & { readonly target?: TimeLimit };

/** Opens a task, with the day its step aims at. */
export function openTask(turn: Turn, { target, ...task }: NewTask): Turn {
  const n = turn.caseFile.counters.task + 1;
  const targetOn = target === undefined ? undefined : dayAfter(turn, target);
  const opened: Task = {
    ...task,
    id: `${turn.caseFile.caseId}.t${String(n)}`,
    openedAt: turn.at,
    ...(targetOn === undefined ? {} : { targetOn }),
  };
  return withCase(turn, {
    tasks: [...turn.caseFile.tasks, opened],
    counters: { ...turn.caseFile.counters, task: n },
  });
}

/** Closes the tasks that a test picks. */
export function closeTasks(turn: Turn, which: (task: Task) => boolean): Turn {
  return withCase(turn, { tasks: turn.caseFile.tasks.filter((task) => !which(task)) });
}

export type NewOpenRequest = Omit<OpenRequest, 'id' | 'askedAt' | 'askedOn' | 'overdue'>;

/** Opens a request; its id is that of the last one in the case that comes back. */
export function openRequest(turn: Turn, request: NewOpenRequest): { readonly turn: Turn; readonly id: string } {
  const n = turn.caseFile.counters.openRequest + 1;
  const id = `${turn.caseFile.caseId}.r${String(n)}`;
  const opened: OpenRequest = { ...request, id, askedAt: turn.at, askedOn: turn.today, overdue: false };
  const next = withCase(turn, {
    openRequests: [...turn.caseFile.openRequests, opened],
    counters: { ...turn.caseFile.counters, openRequest: n },
  });
  return { turn: next, id };
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type NewEffect = WithoutId<Effect>;

/** Orders an effect. One that comes back as an event is remembered until it does. */
export function orderEffect(turn: Turn, effect: NewEffect): { readonly turn: Turn; readonly id: string } {
  const n = turn.caseFile.counters.effect + 1;
  const id = `${turn.caseFile.caseId}.e${String(n)}`;
  const ordered = { ...effect, id } as Effect;
  const next = withCase(turn, { counters: { ...turn.caseFile.counters, effect: n } });
  return { turn: issueEffect(next, ordered), id };
}

/** Orders an effect that has its id already: the first time, or again on a person's word. */
export function issueEffect(turn: Turn, effect: Effect): Turn {
  const others = turn.caseFile.effects.filter((one) => one.effect.id !== effect.id);
  const effects = comesBack(effect) ? [...others, { effect, state: 'running' as const }] : others;
  return { ...withCase(turn, { effects }), effects: [...turn.effects, effect] };
}

/** An effect ended, or is given up. */
export function forgetEffect(turn: Turn, id: string): Turn {
  return withCase(turn, { effects: turn.caseFile.effects.filter((one) => one.effect.id !== id) });
}

/** Changes every clock, and says so for each one whose state or date moved. */
export function withClocks(turn: Turn, change: (clock: Clock) => Clock): Turn {
  const clocks = turn.caseFile.clocks.map(change);
  const moved = clocks.filter((clock, i) => !sameStanding(clock, turn.caseFile.clocks[i]));
  const next = withCase(turn, { clocks });
  return moved.reduce((acc, clock) => say(acc, `clock.${clock.state}`, aboutClock(clock)), next);
}

/** What a journal line says of a clock. */
export function aboutClock(clock: Clock): Readonly<Record<string, string>> {
  return { clock: clock.id, ...(clock.dueOn === undefined ? {} : { dueOn: clock.dueOn }) };
}

/** The definition's step in which the case stands. */
export function currentStep(rules: Rules, caseFile: CaseFile): StepDefinition | undefined {
  return rules.definition.steps[caseFile.step];
}

/** Applies changes one after the other. */
export function pipe(turn: Turn, ...changes: readonly Change[]): Turn {
  return changes.reduce((acc, change) => change(acc), turn);
}

function comesBack(effect: Effect): boolean {
  switch (effect.kind) {
    case 'sendReply':
    case 'fetchCalendars':
      return true;
    case 'acknowledge':
      return effect.tellsCase;
    case 'remind':
    case 'tellCitizen':
    case 'transmit':
      return false;
  }
}

function sameStanding(one: Clock, other: Clock | undefined): boolean {
  return one.state === other?.state && one.dueOn === other.dueOn;
}

function dayAfter(turn: Turn, target: TimeLimit): LocalDate | undefined {
  const calendar = turn.rules.calendars[turn.caseFile.organisation];
  if (calendar === undefined) return undefined;
  const count = countDays(calendar, { start: turn.today, kind: target.kind, n: target.n });
  return count.kind === 'dated' ? count.dueOn : undefined;
}
