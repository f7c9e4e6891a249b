import type { Instant } from '../../domain/time/instant.js';
import { DAY, HOUR, MINUTE } from '../../domain/time/instant.js';
import { dayNumberOf, isLocalDate } from '../../domain/time/local-date.js';

export type InstantFault = 'invalidInstant' | 'missingOffset' | 'impossibleDate' | 'impossibleTime';

const PATTERN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads an ISO 8601 time with its offset from UTC, `2025-03-10T10:00:00+01:00` or `…Z`. A time without an offset, or a day
 * alone, is refused rather than guessed: it may be tomorrow overseas, and one hour a year exists twice.
 */
export function readInstant(text: string): Instant | InstantFault {
  const parts = PATTERN.exec(text);
  if (parts === null) return 'invalidInstant';
  const [, date = '', hours, minutes, seconds, fraction, offset] = parts;
  if (!isLocalDate(date)) return 'impossibleDate';
  if (hours === undefined || offset === undefined) return 'missingOffset';
  const time = timeOfDay(Number(hours), Number(minutes), Number(seconds ?? 0));
  const shift = offsetOf(offset);
  if (time === undefined || shift === undefined) return 'impossibleTime';
  return dayNumberOf(date) * DAY + time + Math.floor(Number(`0.${fraction ?? '0'}`) * 1000) - shift;
}

/** `2025-03-12T23:00:00Z`, without the milliseconds where there are none. */
export function printInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function timeOfDay(hours: number, minutes: number, seconds: number): number | undefined {
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return hours * HOUR + minutes * MINUTE + seconds * 1000;
}

function offsetOf(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}
