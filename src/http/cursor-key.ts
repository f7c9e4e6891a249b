import { isLocalDate } from '../../domain/time/local-date.js';
import { type CursorKey, decodeCursor } from './pagination.js';
import { Refusal } from './refusal.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const CHECKS = {
  instant: (part: unknown) => typeof part === 'string' && INSTANT.test(part) && !Number.isNaN(Date.parse(part)),
  day: (part: unknown) => typeof part === 'string' && isLocalDate(part),
  uuid: (part: unknown) => typeof part === 'string' && UUID.test(part),
  text: (part: unknown) => typeof part === 'string',
  rank: (part: unknown) => typeof part === 'number' && Number.isSafeInteger(part) && part >= 0,
} as const;

export type CursorPart = keyof typeof CHECKS;

/** The key in a cursor, each part of its kind: one that was made up must not reach SQL as a date that is none. */
export function decodeKey(cursor: string | undefined, parts: readonly CursorPart[]): CursorKey | undefined {
  const key = decodeCursor(cursor, parts.length);
  if (key?.every((part, i) => CHECKS[parts[i] ?? 'text'](part)) === false) throw new Refusal('request.invalid-cursor');
  return key;
}
