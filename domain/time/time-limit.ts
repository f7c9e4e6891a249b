import { assertNever } from '../lib/assert-never.js';
import type { TimeLimit } from '../process/runnable.js';
import type { DayCountKind } from './day-count.js';
import { DAY_COUNT_KINDS } from './day-count.js';

const PATTERN = /^([1-9]\d{0,3}) ([a-zA-Z]+)$/;

/** Reads `10 workingDays`, `2 months`; undefined for anything else, 0 included. */
export function parseTimeLimit(text: string): TimeLimit | undefined {
  const parts = PATTERN.exec(text);
  const kind = DAY_COUNT_KINDS.find((known) => known === parts?.[2]);
  return kind === undefined ? undefined : { n: Number(parts?.[1]), kind };
}

/** The inverse of {@link parseTimeLimit}. */
export function printTimeLimit(limit: TimeLimit): string {
  return `${String(limit.n)} ${limit.kind}`;
}

/** For people: « 10 jours ouvrés », « 1 mois ». */
export function timeLimitInFrench({ n, kind }: TimeLimit): string {
  return `${String(n)}\u00a0${n > 1 ? unitOf(kind).plural : unitOf(kind).singular}`;
}

function unitOf(kind: DayCountKind): { readonly singular: string; readonly plural: string } {
  switch (kind) {
    case 'workingDays':
      return { singular: 'jour ouvré', plural: 'jours ouvrés' };
    case 'businessDays':
      return { singular: 'jour ouvrable', plural: 'jours ouvrables' };
    case 'calendarDays':
    case 'calendarDaysRolled':
      return { singular: 'jour', plural: 'jours' };
    case 'clearDaysRolled':
      return { singular: 'jour franc', plural: 'jours francs' };
    case 'months':
      return { singular: 'mois', plural: 'mois' };
    case 'monthsClearRolled':
      return { singular: 'mois (délai franc)', plural: 'mois (délai franc)' };
    default:
      return assertNever(kind);
  }
}
