import type { UtcOffset } from '../../domain/time/calendar.js';
import type { Instant } from '../../domain/time/instant.js';
import { DAY, HOUR, MINUTE } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { dayNumberOf } from '../../domain/time/local-date.js';

/** Transitions found once: a calendar is rebuilt often, the zone database changes with Node only. */
const known = new Map<string, readonly UtcOffset[]>();

/**
 * The offsets of a zone, as Node's copy of the zone database has them, that hold on the days from `from` to the day after
 * `to`. The first entry begins before them.
 */
export function zoneOffsets(zone: string, from: LocalDate, to: LocalDate): readonly UtcOffset[] {
  // No civil day begins or ends more than a day from the same day in UTC.
  const start = (dayNumberOf(from) - 1) * DAY;
  const end = (dayNumberOf(to) + 3) * DAY;
  const offsets: UtcOffset[] = [{ from: start, minutes: offsetAt(zone, start) }];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year += 1) {
    offsets.push(...transitionsOf(zone, year).filter((offset) => offset.from > start && offset.from < end));
  }
  return offsets;
}

function transitionsOf(zone: string, year: number): readonly UtcOffset[] {
  const key = `${zone} ${String(year)}`;
  const present = known.get(key);
  if (present !== undefined) return present;
  const transitions: UtcOffset[] = [];
  const end = Date.UTC(year + 1, 0, 1);
  let before = offsetAt(zone, Date.UTC(year, 0, 1));
  for (let day = Date.UTC(year, 0, 1); day < end; day += DAY) {
    const after = offsetAt(zone, day + DAY);
    if (after !== before) transitions.push({ from: changeWithin(zone, day), minutes: after });
    before = after;
  }
  known.set(key, transitions);
  return transitions;
}

/** The minute, within the 24 hours after `day`, from which the offset of their end holds. */
function changeWithin(zone: string, day: Instant): Instant {
  const after = offsetAt(zone, day + DAY);
  let [low, high] = [day, day + DAY];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(zone, middle) === after) high = middle;
    else low = middle;
  }
  return high;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(zone: string, instant: Instant): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  if (name === 'GMT') return 0;
  const parts = /^GMT([+-])(\d{2}):(\d{2})$/.exec(name);
  if (parts === null) throw new Error(`Offset ${JSON.stringify(name)} of ${zone} is not in whole minutes`);
  const size = Number(parts[2]) * HOUR + Number(parts[3]) * MINUTE;
  return (parts[1] === '-' ? -size : size) / MINUTE;
}
