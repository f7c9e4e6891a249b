import type { ClockRule, TimeLimit } from '../process/runnable.js';
import type { Calendar, Calendars } from '../time/calendar.js';
import { localDateOf } from '../time/calendar.js';
import { countDays, dayZero, type DayCountRequest } from '../time/day-count.js';
import { MINUTE, type Instant } from '../time/instant.js';
import { addDays, type LocalDate } from '../time/local-date.js';
import { instantAtFraction, nextOpening } from '../time/opening-time.js';

/**
 * What an instant of a clock asks for, in rising order: reminders at half, at 80 % and at the end, then the escalation
 * to the head of department; `silence` is the instant at which the law decides in place of the town hall.
 */
export const REMINDER_LEVELS = ['half', 'most', 'last', 'overdue', 'silence'] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number] | 'itemOverdue' | 'watch';

/** Days that do not count, while something missing is awaited. `to` is the last such day; absent while it lasts. */
export interface Pause {
  readonly openRequest: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

export interface ClockInstant {
  readonly level: ReminderLevel;
  readonly at: Instant;
}

/** One clock of a case. The rule is frozen at intake; promise and legal clocks run side by side and are never merged. */
export interface Clock {
  /** The rule's id; `promise#2` for the one that a first reopening started. */
  readonly id: string;
  readonly rule: ClockRule;
  /** Organisation whose calendar counts, and the hash of that calendar when the clock was last computed. */
  readonly calendar: string;
  readonly calendarHash: string;
  /** The day that does not count (code de procédure civile, art. 641). */
  readonly dayZero: LocalDate;
  readonly pauses: readonly Pause[];
  readonly state: ClockState;
  /** The date first given to the citizen. */
  readonly promisedOn?: LocalDate;
  /** Last day of the time limit; absent while the clock stands still or where the calendar does not reach. */
  readonly dueOn?: LocalDate;
  /** Exclusive: the local midnight after `dueOn` (art. 642). */
  readonly endsAt?: Instant;
  /** What is still to come, in order. */
  readonly instants: readonly ClockInstant[];
  /** Highest level reached. */
  readonly reached?: ReminderLevel;
  /** The day that stopped it. */
  readonly endedOn?: LocalDate;
}

/** `late`: over and nothing came; `undated`: beyond the calendar; the last three are for ever. */
export type ClockState = 'running' | 'paused' | 'undated' | 'late' | 'kept' | 'missed' | 'stopped';

/** An instant that decides asks five minutes late, so that a fact that arrived in time is judged first. */
const GRACE = 5 * MINUTE;

export interface ClockStart {
  readonly id: string;
  readonly rule: ClockRule;
  readonly organisation: string;
  readonly startedAt: Instant;
}

/** Starts a clock on the day something was received: by the town's reception rule for its promise, by the civil day for the law. */
export function startClock(calendars: Calendars, start: ClockStart): Clock {
  const calendar = calendars[start.organisation];
  const zero =
    calendar &&
    (start.rule.kind === 'legal' ? localDateOf(calendar, start.startedAt) : dayZero(calendar, start.startedAt));
  const clock: Clock = {
    id: start.id,
    rule: start.rule,
    calendar: start.organisation,
    calendarHash: calendar?.hash ?? '',
    dayZero: zero ?? ('1970-01-01' as LocalDate),
    pauses: [],
    state: 'undated',
    instants: [],
  };
  const computed = computeClock(calendars, clock);
  return computed.dueOn === undefined ? computed : { ...computed, promisedOn: computed.dueOn };
}

/**
 * Dates a clock from its day zero and its pauses. Total: beyond what the calendar covers the clock becomes `undated`.
 * What has ended is left as it is. Levels already reached are not asked for again.
 */
export function computeClock(calendars: Calendars, clock: Clock): Clock {
  if (hasEnded(clock)) return clock;
  const standing = withoutDates(clock);
  const calendar = calendars[clock.calendar];
  if (calendar === undefined) return { ...standing, state: 'undated', instants: [] };
  const request = requestOf(clock);
  const count = countDays(calendar, request);
  if (count.kind !== 'dated') return { ...standing, state: count.kind, instants: [] };
  return {
    ...standing,
    calendarHash: calendar.hash,
    state: clock.state === 'late' ? 'late' : 'running',
    dueOn: count.dueOn,
    endsAt: count.endsAt,
    instants: instantsAfter(
      clock.reached,
      instantsOf(calendar, { clock, request, dueOn: count.dueOn, endsAt: count.endsAt }),
    ),
  };
}

/** A new calendar never moves a date already promised to a citizen earlier. */
export function recomputeOnNewCalendar(calendars: Calendars, clock: Clock): Clock {
  const next = computeClock(calendars, clock);
  const movedEarlier = next.dueOn !== undefined && clock.dueOn !== undefined && next.dueOn < clock.dueOn;
  return movedEarlier ? { ...clock, calendarHash: next.calendarHash } : next;
}

/**
 * What asking the citizen for something does to a clock, the day after it was asked. A time limit that is over stays so:
 * asking late neither stops nor starts it anew.
 */
export function pauseClock(
  calendars: Calendars,
  clock: Clock,
  asked: { openRequest: string; on: LocalDate; until: LocalDate },
): Clock {
  if (hasEnded(clock) || clock.state === 'late' || clock.rule.missingItem === 'runs') return clock;
  const pause: Pause = { openRequest: asked.openRequest, from: addDays(asked.on, 1) };
  const bounded = clock.rule.missingItem === 'suspendUntilAnswerOrDelay' ? { ...pause, to: asked.until } : pause;
  return computeClock(calendars, { ...clock, pauses: [...clock.pauses, bounded] });
}

/** The answer came (or is no longer needed): the pause ends with that day, which does not count either. */
export function resumeClock(
  calendars: Calendars,
  clock: Clock,
  answered: { openRequest: string; on: LocalDate },
): Clock {
  const paused = clock.pauses.some((pause) => pause.openRequest === answered.openRequest);
  if (hasEnded(clock) || !paused) return clock;
  if (clock.rule.missingItem === 'restartWhenComplete') {
    const others = clock.pauses.filter((pause) => pause.openRequest !== answered.openRequest && pause.to === undefined);
    return computeClock(calendars, { ...clock, dayZero: answered.on, pauses: others });
  }
  const pauses = clock.pauses.flatMap((pause) =>
    pause.openRequest === answered.openRequest ? endPause(pause, answered.on) : [pause],
  );
  return computeClock(calendars, { ...clock, pauses });
}

/** Stops a clock on the day of the reply: kept or missed is judged on the day, not on the order of arrival. */
export function stopClock(clock: Clock, on: LocalDate): Clock {
  if (hasEnded(clock)) return clock;
  const missed = clock.dueOn !== undefined && on > clock.dueOn;
  return { ...clock, state: missed ? 'missed' : 'kept', endedOn: on, instants: [] };
}

/** The case ended without a reply: nothing was kept, and missed only what was over already. */
export function abandonClock(clock: Clock, on: LocalDate): Clock {
  if (hasEnded(clock)) return clock;
  const missed = clock.dueOn !== undefined && on > clock.dueOn;
  return { ...clock, state: missed ? 'missed' : 'stopped', endedOn: on, instants: [] };
}

/** What the passing of instants asks for: one reminder at most, and what the law decides. */
export interface PassedInstants {
  readonly clock: Clock;
  readonly reminder?: Exclude<ReminderLevel, 'silence'>;
  /** True when the instant at which silence decides is among them: a fact of its own, not a reminder. */
  readonly silence: boolean;
}

/** Takes the instants that have passed; several passed during an outage count as one reminder, the highest. */
export function passInstants(clock: Clock, at: Instant): PassedInstants {
  const levels = clock.instants.filter((instant) => instant.at <= at).map(({ level }) => level);
  const reached = highest([...levels, ...(clock.reached === undefined ? [] : [clock.reached])]);
  if (levels.length === 0 || reached === undefined) return { clock, silence: false };
  const late = levels.includes('overdue') || levels.includes('silence');
  const reminder = highest(levels.filter((level) => level !== 'silence'));
  return {
    clock: {
      ...clock,
      reached,
      state: late ? 'late' : clock.state,
      instants: clock.instants.filter((instant) => instant.at > at),
    },
    ...(reminder === undefined ? {} : { reminder }),
    silence: levels.includes('silence'),
  };
}

/** True once nothing can change the clock any more. */
export function hasEnded(clock: Clock): boolean {
  return clock.state === 'kept' || clock.state === 'missed' || clock.state === 'stopped';
}

/** The count behind a clock, for the explanation shown to everyone. */
export function requestOf(clock: Clock): DayCountRequest {
  const { kind, n }: TimeLimit = clock.rule.limit;
  return {
    start: clock.dayZero,
    kind,
    n,
    pauses: clock.pauses.map((pause) => ({ from: pause.from, ...(pause.to === undefined ? {} : { to: pause.to }) })),
    ignoreClosures: clock.rule.kind === 'legal',
  };
}

function withoutDates(clock: Clock): Clock {
  const { dueOn: _dueOn, endsAt: _endsAt, ...rest } = clock;
  return rest;
}

function endPause(pause: Pause, on: LocalDate): readonly Pause[] {
  const to = pause.to !== undefined && pause.to < on ? pause.to : on;
  return to < pause.from ? [] : [{ ...pause, to }];
}

function instantsOf(
  calendar: Calendar,
  dated: { clock: Clock; request: DayCountRequest; dueOn: LocalDate; endsAt: Instant },
): readonly ClockInstant[] {
  const found: { level: ReminderLevel; at: Instant | undefined }[] = [
    { level: 'half', at: instantAtFraction(calendar, dated.request, 0.5) },
    { level: 'most', at: instantAtFraction(calendar, dated.request, 0.8) },
    { level: 'last', at: instantAtFraction(calendar, dated.request, 1) },
    { level: 'overdue', at: nextOpening(calendar, dated.dueOn) },
    { level: 'silence', at: dated.clock.rule.silenceMeans === undefined ? undefined : dated.endsAt + GRACE },
  ];
  return found
    .filter((instant): instant is ClockInstant => instant.at !== undefined)
    .sort((one, other) => one.at - other.at || rank(one.level) - rank(other.level));
}

function instantsAfter(reached: ReminderLevel | undefined, instants: readonly ClockInstant[]): readonly ClockInstant[] {
  return reached === undefined ? instants : instants.filter((instant) => rank(instant.level) > rank(reached));
}

function highest<T extends ReminderLevel>(levels: readonly T[]): T | undefined {
  return [...levels].sort((one, other) => rank(one) - rank(other)).at(-1);
}

function rank(level: ReminderLevel): number {
  return (REMINDER_LEVELS as readonly ReminderLevel[]).indexOf(level);
}
