import { instantAt, isOpenDay, localDateOf, type Calendar } from '../../domain/time/calendar.js';
import type { Instant } from '../../domain/time/instant.js';

/** 8:30, in minutes since midnight. */
const DIGEST_AT = 8 * 60 + 30;

/** The moment of today's digest; undefined where it is still to come, or where the town hall is closed today. */
export function digestMoment(calendar: Calendar, now: Instant): Instant | undefined {
  const today = localDateOf(calendar, now);
  if (!isOpenDay(calendar, today)) return undefined;
  const moment = instantAt(calendar, today, DIGEST_AT);
  return moment <= now ? moment : undefined;
}
