import {
  agree,
  amountInEuros,
  clockTime,
  countOf as count,
  groupedNumber as number,
  listOf,
  longDate as longDateOf,
  plainDate as plainDateOf,
  shortDate,
  typeset,
} from '../../../domain/text/french-typography.js';
import { ofPerson } from '../../../domain/text/of-person.js';
import { daysBetween, isLocalDate, type LocalDate } from '../../../domain/time/local-date.js';

export { agree, amountInEuros, clockTime, count, listOf, number, ofPerson, shortDate, typeset };

const IN_TOWN = new Intl.DateTimeFormat('fr-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const CLOCK = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** The civil day in the town's zone. */
export function today(now = Date.now()): LocalDate {
  return IN_TOWN.format(now) as LocalDate;
}

/** « jeudi 26 novembre 2026 », whose day does not part from its month: screens show it in columns of any width. */
export function longDate(date: string): string {
  return typeset(longDateOf(date));
}

/** « 26 novembre 2026 », set in the same way. */
export function plainDate(date: string): string {
  return typeset(plainDateOf(date));
}

/** « jeudi 26 novembre ». */
export function dayAndMonth(date: string): string {
  return longDate(date).replace(/ \d{4}$/, '');
}

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-11` → « novembre 2026 ». */
export function monthName(month: string): string {
  return MONTH.format(new Date(`${month}-01T00:00:00Z`));
}

const SHORT_MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `2026-11` → « nov. 2026 », at the head of a narrow column. */
export function shortMonthName(month: string): string {
  return SHORT_MONTH.format(new Date(`${month}-01T00:00:00Z`));
}

/** `2026-11-04` → « 4 », `2026-11-01` → « 1er », under the name of its month. */
export function dayOfMonth(date: string): string {
  const day = Number(date.slice(8));
  return day === 1 ? '1er' : String(day);
}

/** « 48,96012 ; 4,37023 »: latitude first, as maps take them; five decimals are a metre. */
export function coordinates({
  latitude,
  longitude,
}: {
  readonly latitude: number;
  readonly longitude: number;
}): string {
  return [latitude, longitude].map((degrees) => degrees.toFixed(5).replace('.', ',')).join(' ; ');
}

/** « jeudi 26 novembre à 16 h 50 », in the town's zone. */
export function moment(instant: string): string {
  const at = Date.parse(instant);
  return `${dayAndMonth(today(at))} à ${clockTime(CLOCK.format(at))}`;
}

/** The day of an instant, in the town's zone: near midnight it is not that of the clock of the universe. */
export function dayOf(instant: string): LocalDate {
  return today(Date.parse(instant));
}

/** « 16 h 50 »: for what is near, on whichever side of midnight. */
export function hourOf(instant: string): string {
  return clockTime(CLOCK.format(Date.parse(instant)));
}

/** « 16 h 50 » today, « hier à 16 h 50 », else « 26/11/2026 ». */
export function shortMoment(instant: string): string {
  const at = Date.parse(instant);
  const day = today(at);
  const time = clockTime(CLOCK.format(at));
  const ago = daysBetween(day, today());
  if (ago === 0) return time;
  return ago === 1 ? `hier à ${time}` : shortDate(day);
}

/** « il y a 3 min », « il y a 2 h », « il y a 5 jours ». */
export function ago(instant: string | number, now = Date.now()): string {
  const minutes = Math.max(
    0,
    Math.round((now - (typeof instant === 'number' ? instant : Date.parse(instant))) / 60_000),
  );
  if (minutes < 1) return 'à l’instant';
  if (minutes < 60) return typeset(`il y a ${String(minutes)} min`);
  const hours = Math.round(minutes / 60);
  if (hours < 24) return typeset(`il y a ${String(hours)} h`);
  const days = Math.round(hours / 24);
  return typeset(`il y a ${count(days, 'jour')}`);
}

/** Days from today to a date; negative once it is past. */
export function daysUntil(date: string): number {
  return isLocalDate(date) ? daysBetween(today(), date) : 0;
}

/** `+33326693838` or `0326693838` → « 03 26 69 38 38 ». */
export function phone(text: string): string {
  const digits = text.replace(/^\+33/, '0').replace(/\D/g, '');
  return digits.length === 10 ? digits.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : text;
}

/** Bytes as people read them. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'octet');
  if (bytes < 1_000_000) return `${number(Math.round(bytes / 1000))}\u00a0Ko`;
  return `${number(Math.round(bytes / 100_000) / 10)}\u00a0Mo`;
}

/** Compares in French: accents and case do not count first. */
export const inFrench = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/** With a capital first: « téléphone » at the head of a line. */
export function uncapital(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
