import { addDays, type LocalDate } from '../../domain/time/local-date.js';

/** A whole day in somebody's calendar. */
export interface CalendarDay {
  /** Unique for ever, and the same each time the feed is read: the day then moves, instead of being doubled. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly summary: string;
  readonly url: string;
}

/**
 * A calendar of whole days in the format of RFC 5545, to subscribe to. They take no time in the diary (`TRANSPARENT`).
 * Written here because the kept libraries ask for a newer Node than the product runs on.
 */
export function icalendarOf(name: string, days: readonly CalendarDay[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parvis//Dates//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...days.flatMap(({ uid, on, summary, url }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${basic(on)}`,
      `DTEND;VALUE=DATE:${basic(addDays(on, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function basic(day: LocalDate): string {
  return day.replaceAll('-', '');
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

/** RFC 5545, 3.1: lines of 75 bytes at most, never cut inside a character. */
function folded(line: string): string {
  let [out, bytes] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) [out, bytes] = [`${out}\r\n `, 1];
    out += character;
    bytes += size;
  }
  return out;
}
