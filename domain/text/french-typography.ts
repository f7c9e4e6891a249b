/**
 * French typography for what people read: no-break spaces, dates, hours, lists, plurals. Pure text in, pure text out.
 * Only U+00A0 is used: the thin U+202F is finer on paper, but several mail programs still draw it as a box.
 */
export const NO_BREAK_SPACE = '\u00a0';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

const SPACE = '[ \\u00a0\\u202f]';
const END = '(?![\\p{L}\\p{N}])';
const UNITS = 'jours?|mois|heures?|minutes?|ans?|années?|semaines?|euros?|km|cm|mm|m|kg|t';

/** Each rule is idempotent and so is their sequence: a text already well set comes out unchanged. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/ {2,}/g, ' '],
  [/(\p{L})'(?=\p{L})/gu, '$1’'],
  [/«[ \u00a0\u202f]*/g, '«\u00a0'],
  [/[ \u00a0\u202f]*»/g, '\u00a0»'],
  [/[ \u00a0\u202f]+([:;?!%€])/g, '\u00a0$1'],
  [/([\p{L}\p{N}»)])([:;?!]+)(?=\s|$)/gu, '$1\u00a0$2'],
  [new RegExp(`(^|[^\\p{L}])([nN]°s?)${SPACE}*(?=[\\p{L}\\p{N}])`, 'gu'), '$1$2\u00a0'],
  [new RegExp(`(\\d{1,2}|1er)${SPACE}(?=(?:${MONTHS.join('|')})${END})`, 'gu'), '$1\u00a0'],
  [new RegExp(`(?<![\\p{L}\\p{N}])(\\d{1,2})${SPACE}?h${SPACE}?(\\d{2})${END}`, 'gu'), '$1\u00a0h\u00a0$2'],
  [new RegExp(`(\\d)${SPACE}(?=(?:h|${UNITS})${END})`, 'gu'), '$1\u00a0'],
  [new RegExp(`(^|[^\\p{L}])(MM?\\.|Mmes?|Mlle|Dr|Me)${SPACE}(?=\\p{Lu})`, 'gu'), '$1$2\u00a0'],
  [new RegExp(`(^|[^\\p{L}])([LRD]\\.)${SPACE}(?=\\d)`, 'gu'), '$1$2\u00a0'],
  [/(?<!\d)0\d(?:[ \u00a0]\d\d){4}(?!\d)/g, ''],
  [/(\d)[ \u202f](?=\d{3}(?!\d))/g, '$1\u00a0'],
];

/**
 * Sets a French text: spaces that must not break (before `: ; ? ! % €`, inside « », after `n°`, in dates, hours, amounts
 * and telephone numbers), curved apostrophes, no double space. Never pass it an address of the web or of a mailbox.
 */
export function typeset(text: string): string {
  return RULES.reduce(
    (set, [pattern, replacement]) =>
      replacement === ''
        ? set.replace(pattern, (phone) => phone.replaceAll(' ', NO_BREAK_SPACE))
        : set.replace(pattern, replacement),
    text,
  );
}

/** `2026-11-26` → « jeudi 26 novembre 2026 » ; the first of the month reads « 1er ». Throws on a date that does not exist. */
export function longDate(date: string): string {
  const { year, month, day } = partsOf(date);
  return `${WEEKDAYS[weekdayOf(year, month, day)] ?? ''} ${dayAndMonth(month, day)} ${String(year)}`;
}

/** `2026-11-26` → « 26 novembre 2026 ». */
export function plainDate(date: string): string {
  const { year, month, day } = partsOf(date);
  return `${dayAndMonth(month, day)} ${String(year)}`;
}

/** `2026-11-26` → « 26/11/2026 », for tables only. */
export function shortDate(date: string): string {
  const { year, month, day } = partsOf(date);
  return `${twoDigits(day)}/${twoDigits(month)}/${String(year)}`;
}

/** `16:50` → « 16 h 50 », `09:00` → « 9 h », with no-break spaces. */
export function clockTime(time: string): string {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time);
  if (match === null) throw new RangeError(`Not a time of day: ${time}`);
  const [, hours = '', minutes = ''] = match;
  const whole = `${String(Number(hours))}${NO_BREAK_SPACE}h`;
  return minutes === '00' ? whole : `${whole}${NO_BREAK_SPACE}${minutes}`;
}

/** `['a', 'b', 'c']` → « a, b et c ». */
export function listOf(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  return `${items.slice(0, -1).join(', ')} et ${last}`;
}

/** « Directrice » becomes « directrice » and « À pied » « à pied » ; an acronym stays. */
export function uncapitalised(text: string): string {
  return /^\p{Lu}[\p{Ll}’' ]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** « 1er », « 1re », « 2e ». */
export function ordinal(n: number, gender: 'masculine' | 'feminine'): string {
  if (n !== 1) return `${String(n)}e`;
  return gender === 'masculine' ? '1er' : '1re';
}

/** Agrees a word with a number: French plural starts at two, « 0 jour », « 1,9 point », « 2 jours ». */
export function agree(n: number, one: string, many = `${one}s`): string {
  return Math.abs(n) < 2 ? one : many;
}

/** « 0 jour », « 1 jour », « 2 jours », « 1 243 jours ». */
export function countOf(n: number, one: string, many?: string): string {
  return `${groupedNumber(n)}${NO_BREAK_SPACE}${agree(n, one, many)}`;
}

/** `1243` → « 1 243 », `1.5` → « 1,5 ». */
export function groupedNumber(n: number): string {
  const [whole = '', fraction] = String(n).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, NO_BREAK_SPACE);
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** Euros → « 12 € », « 6,90 € »: cents are written with two digits, or not at all. */
export function amountInEuros(euros: number): string {
  const cents = Math.round(Math.abs(euros) * 100);
  const whole = groupedNumber(Math.trunc(cents / 100));
  const fraction = cents % 100 === 0 ? '' : `,${String(cents % 100).padStart(2, '0')}`;
  return `${euros < 0 ? '−' : ''}${whole}${fraction}${NO_BREAK_SPACE}€`;
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(date: string): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year = 0, month = 0, day = 0] = (match ?? []).slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) throw new RangeError(`Not a date: ${date}`);
  return { year, month, day };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dayAndMonth(month: number, day: number): string {
  return `${day === 1 ? '1er' : String(day)} ${MONTHS[month - 1] ?? ''}`;
}

/** Sakamoto's rule, Sunday = 0. */
function weekdayOf(year: number, month: number, day: number): number {
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (offsets[month - 1] ?? 0) + day) % 7;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
