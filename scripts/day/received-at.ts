import { addDays, isLocalDate, weekdayOf, type LocalDate } from '../../domain/time/local-date.js';

const ZONE = 'Europe/Paris';
const SATURDAY = 6;

/** The civil day in the town hall at an instant. */
export function townDay(at: number): LocalDate {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(at);
  if (!isLocalDate(text)) throw new Error(`No civil day: ${text}`);
  return text;
}

/** The same day so many days from Monday to Friday before, holidays not looked at: an order of magnitude is enough. */
export function weekdaysBefore(day: LocalDate, count: number): LocalDate {
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, -1);
    if (weekdayOf(found) < SATURDAY) left -= 1;
  }
  return found;
}

/**
 * The moment at which a request reached the town hall: at its hour, so many working days ago; never in the future.
 * @returns ISO 8601 with the town's own offset
 */
export function receivedAt(now: number, saidAt: string, workingDaysAgo: number): string {
  const today = townDay(now);
  const day = weekdaysBefore(today, workingDaysAgo);
  const moment = withOffset(day, saidAt);
  return Date.parse(moment) <= now ? moment : withOffset(addDays(day, -1), saidAt);
}

function withOffset(day: LocalDate, time: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeZoneName: 'longOffset' }).formatToParts(noon);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  return `${day}T${time}:00${offset === '' ? '+00:00' : offset}`;
}
