import type { Calendar } from '../../domain/time/calendar.js';
import { localDateOf } from '../../domain/time/calendar.js';
import type { DatedCount } from '../../domain/time/day-count.js';
import { countDays, dayZero } from '../../domain/time/day-count.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from '../adapters/french-holidays.js';
import { buildCalendar, ORDINARY_HOURS, yearsCover } from './build-calendar.js';
import type { DueDateFault, DueDateQuestion } from './due-date-row.js';
import type { FrenchSubdivision } from './french-subdivision.js';

/** In years after the start; the next one is tried when a count leaves the calendar. */
const REACHES = [2, 8, 40, LAST_HOLIDAY_YEAR - FIRST_HOLIDAY_YEAR];

const PERIOD = `de ${String(FIRST_HOLIDAY_YEAR)} à ${String(LAST_HOLIDAY_YEAR)}`;

/** Communes of these departments with a Protestant temple or a mixed church have Good Friday: the fuller legal list. */
const GOOD_FRIDAY = new Set(['57', '67', '68']);

/**
 * Counts on the legal calendar of a department, made to reach as far as the question needs. Only years whose holidays
 * were compared with the law are counted; a date outside them is a fault.
 */
export function dueDateOf(question: DueDateQuestion): DatedCount | DueDateFault {
  const startYear = Math.min(
    Math.max(new Date(question.start).getUTCFullYear(), FIRST_HOLIDAY_YEAR),
    LAST_HOLIDAY_YEAR,
  );
  for (const reach of REACHES) {
    const lastYear = Math.min(startYear + reach, LAST_HOLIDAY_YEAR);
    const calendar = calendarOf(question, Math.max(startYear - 1, FIRST_HOLIDAY_YEAR), lastYear);
    const received = localDateOf(calendar, question.start);
    if (received < calendar.from || received > calendar.to) return outOfRange('start');
    const start = dayZero(calendar, question.start);
    const count = countDays(calendar, { start, kind: question.kind, n: question.n });
    if (count.kind === 'dated') return count;
    if (lastYear === LAST_HOLIDAY_YEAR) break;
  }
  return outOfRange('n');
}

function outOfRange(column: 'start' | 'n'): DueDateFault {
  const subject = column === 'start' ? 'Le jour de réception' : 'L’échéance';
  return {
    column,
    code: 'outOfRange',
    message: `${subject} sort de la période dont les jours fériés sont connus, ${PERIOD}.`,
  };
}

function calendarOf(question: DueDateQuestion, firstYear: number, lastYear: number): Calendar {
  const legal = legalCalendar(question.subdivision, firstYear, lastYear);
  return {
    ...legal,
    closed: withClosures(legal, question.closures),
    receptionRule: question.receptionRule,
  };
}

function withClosures(legal: Calendar, closures: readonly LocalDate[]): Calendar['closed'] {
  if (closures.length === 0) return legal.closed;
  const holidays = new Set(legal.closed.map((day) => day.date));
  const added = closures.filter((date) => !holidays.has(date));
  return [...legal.closed, ...added.map((date) => ({ date, reason: 'closure', label: 'Fermeture' }) as const)];
}

/** Few combinations come up in one file; each takes some hundred milliseconds to build. */
const known = new Map<string, Calendar>();

function legalCalendar(subdivision: FrenchSubdivision, firstYear: number, lastYear: number): Calendar {
  const key = `${subdivision.code} ${String(firstYear)} ${String(lastYear)}`;
  const present = known.get(key);
  if (present !== undefined) return present;
  const calendar = buildCalendar(
    {
      id: subdivision.code,
      subdivision: subdivision.code,
      holidays: GOOD_FRIDAY.has(subdivision.suffix) ? { observed: ['goodFriday'] } : {},
      closures: [],
      openExceptionally: [],
      hours: ORDINARY_HOURS,
      receptionRule: 'A',
    },
    yearsCover(firstYear, lastYear),
  );
  known.set(key, calendar);
  return calendar;
}
