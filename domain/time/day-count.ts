import { assertNever } from '../lib/assert-never.js';
import type { Calendar, ClosedDay } from './calendar.js';
import { closingOf, firstOpenDay, instantAt, isCovered, isOpenDay, localDateOf, minutesOfDay } from './calendar.js';
import type { Instant } from './instant.js';
import type { LocalDate } from './local-date.js';
import { addDays, addMonths, dayAt, dayNumberOf, daysBetween, weekdayOf } from './local-date.js';

/**
 * How days are counted. The day of receipt is day 0 and never counts (code de procédure civile, art. 641).
 * - `workingDays` (jours ouvrés): days the town hall works.
 * - `businessDays` (jours ouvrables): Monday to Saturday, without public holidays and closures.
 * - `calendarDays`: every day, wherever it ends.
 * - `calendarDaysRolled`: every day; an end on a Saturday, a Sunday or a closed day moves to the next working day
 *   (art. 642).
 * - `clearDaysRolled` (jours francs): `n` whole days, ends on the day after them, moved likewise.
 * - `months`: to the day with the same number, else the last of the month; never moved.
 * - `monthsClearRolled`: the day after `months`, moved likewise (recours contentieux). For a start on the 29th to the
 *   31st the published examples do not settle the last useful day: print « deux mois » to a citizen, not this date.
 */
export const DAY_COUNT_KINDS = [
  'workingDays',
  'businessDays',
  'calendarDays',
  'calendarDaysRolled',
  'clearDaysRolled',
  'months',
  'monthsClearRolled',
] as const;

export type DayCountKind = (typeof DAY_COUNT_KINDS)[number];

/** Days on which a clock stood still: from the day after the question to the day of the answer, both included. */
export interface Pause {
  /** First day not counted. */
  readonly from: LocalDate;
  /** Last day not counted; absent: still paused. */
  readonly to?: LocalDate;
}

export interface DayCountRequest {
  /** Day 0. */
  readonly start: LocalDate;
  readonly kind: DayCountKind;
  /** Whole days or months; anything below 1 counts as 0. */
  readonly n: number;
  /** They may overlap; what lies at or before the start changes nothing. */
  readonly pauses?: readonly Pause[];
  /** Legal clocks know weekends and public holidays, not the closures and exceptional openings of one town. */
  readonly ignoreClosures?: boolean;
}

/** One line of the explanation. `number` is given where single days are counted, not for months. */
export interface CountedDay {
  readonly date: LocalDate;
  readonly counted: boolean;
  readonly number?: number;
  /** Why it does not count; on the last day also why it is the due day (`lastClearDay`, `rolledForward`). */
  readonly reason?: NotCountedReason;
  /** Name of the holiday or closure. */
  readonly label?: string;
}

export type NotCountedReason =
  'startDay' | 'weekend' | 'sunday' | 'publicHoliday' | 'closure' | 'paused' | 'lastClearDay' | 'rolledForward';

export type DayCount = DatedCount | UndatedCount | PausedCount;

export interface DatedCount {
  readonly kind: 'dated';
  readonly dueOn: LocalDate;
  /** Exclusive: the local midnight that ends `dueOn` (art. 642: « le dernier jour à vingt-quatre heures »). */
  readonly endsAt: Instant;
  /** When the town hall closes on `dueOn`; the ordinary hour if it does not open that day. */
  readonly closesAt: Instant;
  /** From the start to `dueOn`, without a gap. */
  readonly days: readonly CountedDay[];
}

/** The count leaves what the calendar covers: a longer calendar is needed, nothing is guessed. */
export interface UndatedCount {
  readonly kind: 'undated';
  readonly coveredTo: LocalDate;
}

/** A pause without an end begins before the due day: no calendar can date it, only the end of the pause. */
export interface PausedCount {
  readonly kind: 'paused';
  /** First day not counted of that pause. */
  readonly since: LocalDate;
}

/**
 * Counts from day 0 and explains each day. Paused days are stepped over by every kind: a number of months is first turned
 * into its number of civil days, which then shifts by the paused ones (suspension, CRPA art. L114-5), and an end that
 * would fall within a pause waits for its end. Total: a start or an end outside the cover is `undated`.
 */
export function countDays(calendar: Calendar, request: DayCountRequest): DayCount {
  const { start, kind } = request;
  if (!isCovered(calendar, start)) return { kind: 'undated', coveredTo: calendar.to };
  const closed = closedDaysFor(calendar, request);
  const days: CountedDay[] = [{ date: start, counted: false, reason: 'startDay' }];
  let progress: Progress = { counted: 0, target: targetOf(request), clearDay: isClear(kind) ? 'ahead' : 'none' };
  const lastCovered = dayNumberOf(calendar.to);
  let last = start;
  for (let day = dayNumberOf(start) + 1; !hasArrived(progress, closedReason(closed, last, landingOf(kind))); day += 1) {
    if (day > lastCovered) return { kind: 'undated', coveredTo: calendar.to };
    const date = dayAt(day);
    const pause = pauseOn(request, date);
    if (pause !== undefined && pause.to === undefined) return { kind: 'paused', since: pause.from };
    if (pause !== undefined) {
      days.push({ date, counted: false, reason: 'paused' });
      continue;
    }
    const next = step(progress, date, { kind, closed });
    progress = next.progress;
    days.push(next.day);
    last = date;
  }
  return { kind: 'dated', dueOn: last, ...endOf(calendar, last), days };
}

/**
 * Day 0 of what was received at that instant, by the calendar's reception rule. Where rule B would leave the cover, the
 * day after it: a count from there is `undated`.
 */
export function dayZero(calendar: Calendar, receivedAt: Instant): LocalDate {
  const date = localDateOf(calendar, receivedAt);
  if (calendar.receptionRule === 'A') return date;
  const inTime = minutesOfDay(calendar, receivedAt) < closingOf(calendar, date);
  if (inTime && isOpenDay(calendar, date)) return date;
  const next = addDays(date, 1);
  return firstOpenDay(calendar, next) ?? (isCovered(calendar, next) ? addDays(calendar.to, 1) : next);
}

interface Progress {
  readonly counted: number;
  readonly target: number;
  /** Clear days end on a day of their own, after the counted ones. */
  readonly clearDay: 'none' | 'ahead' | 'reached';
}

/** Which days a rule refuses: none, those that are not business days, those that are not working days. */
type DayRule = 'any' | 'business' | 'working';

type ClosedDays = ReadonlyMap<LocalDate, ClosedDay | 'open'>;

type Closed = Pick<CountedDay, 'reason' | 'label'>;

function step(
  progress: Progress,
  date: LocalDate,
  rules: { readonly kind: DayCountKind; readonly closed: ClosedDays },
): { readonly progress: Progress; readonly day: CountedDay } {
  if (progress.counted < progress.target) {
    const reason = closedReason(rules.closed, date, countingOf(rules.kind));
    if (reason !== undefined) return { progress, day: { date, counted: false, ...reason } };
    const counted = progress.counted + 1;
    const day = isMonths(rules.kind) ? { date, counted: true } : { date, counted: true, number: counted };
    return { progress: { ...progress, counted }, day };
  }
  if (progress.clearDay === 'ahead') {
    return { progress: { ...progress, clearDay: 'reached' }, day: { date, counted: false, reason: 'lastClearDay' } };
  }
  const reason = closedReason(rules.closed, date, landingOf(rules.kind)) ?? { reason: 'rolledForward' };
  return { progress, day: { date, counted: false, ...reason } };
}

function hasArrived(progress: Progress, closed: Closed | undefined): boolean {
  return progress.counted >= progress.target && progress.clearDay !== 'ahead' && closed === undefined;
}

function targetOf({ start, kind, n }: DayCountRequest): number {
  const whole = n >= 1 ? Math.floor(n) : 0;
  return isMonths(kind) ? daysBetween(start, addMonths(start, whole)) : whole;
}

function isMonths(kind: DayCountKind): boolean {
  return kind === 'months' || kind === 'monthsClearRolled';
}

function isClear(kind: DayCountKind): boolean {
  return kind === 'clearDaysRolled' || kind === 'monthsClearRolled';
}

/** What counts while the count runs. */
function countingOf(kind: DayCountKind): DayRule {
  return kind === 'workingDays' ? 'working' : kind === 'businessDays' ? 'business' : 'any';
}

/** Where the count may end. */
function landingOf(kind: DayCountKind): DayRule {
  switch (kind) {
    case 'workingDays':
    case 'calendarDaysRolled':
    case 'clearDaysRolled':
    case 'monthsClearRolled':
      return 'working';
    case 'businessDays':
      return 'business';
    case 'calendarDays':
    case 'months':
      return 'any';
    default:
      return assertNever(kind);
  }
}

function closedDaysFor(calendar: Calendar, request: DayCountRequest): ClosedDays {
  const legal = request.ignoreClosures === true;
  const closed = new Map<LocalDate, ClosedDay | 'open'>();
  for (const day of calendar.closed) if (!legal || day.reason === 'publicHoliday') closed.set(day.date, day);
  if (!legal) for (const date of calendar.openExceptionally) closed.set(date, 'open');
  return closed;
}

function closedReason(closed: ClosedDays, date: LocalDate, rule: DayRule): Closed | undefined {
  if (rule === 'any') return undefined;
  const entry = closed.get(date);
  if (entry === 'open') return undefined;
  if (entry !== undefined) return { reason: entry.reason, label: entry.label };
  const weekday = weekdayOf(date);
  if (rule === 'business') return weekday === 7 ? { reason: 'sunday' } : undefined;
  return weekday >= 6 ? { reason: 'weekend' } : undefined;
}

/** An endless pause wins over one that ends: both cover the day, and only the first keeps the clock still for good. */
function pauseOn(request: DayCountRequest, date: LocalDate): Pause | undefined {
  const covering = (request.pauses ?? []).filter(({ from, to }) => from <= date && (to === undefined || date <= to));
  return covering.find((pause) => pause.to === undefined) ?? covering[0];
}

function endOf(calendar: Calendar, dueOn: LocalDate): Pick<DatedCount, 'endsAt' | 'closesAt'> {
  return {
    endsAt: instantAt(calendar, addDays(dueOn, 1), 0),
    closesAt: instantAt(calendar, dueOn, closingOf(calendar, dueOn)),
  };
}
