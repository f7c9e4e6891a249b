import Holidays from 'date-holidays';
import type { LocalDate } from '../../domain/time/local-date.js';
import { isLocalDate } from '../../domain/time/local-date.js';
import type { FrenchSubdivision } from '../calendar/french-subdivision.js';

/** One public holiday of one year. */
export interface PublicHoliday {
  readonly date: LocalDate;
  /** French. */
  readonly label: string;
}

/**
 * Days that are off only in some places: a right of the commune (Good Friday in Alsace-Moselle, where there is a
 * Protestant temple or a mixed church, Code du travail L3134-13) or a usage (Antilles, Guyane).
 */
export const OBSERVED_DAYS = ['goodFriday', 'shroveTuesday', 'ashWednesday', 'allSoulsDay', 'schoelcherDay'] as const;

export type ObservedDay = (typeof OBSERVED_DAYS)[number];

/** What the town's file adds to the law of its department. */
export interface HolidayCorrections {
  /** Only in departments 57, 67 and 68 and overseas; elsewhere they are refused. */
  readonly observed?: readonly ObservedDay[];
  /** Day of the abolition of slavery in Saint-Martin: 27 May in the code, 28 May in practice since 2018, the default. */
  readonly saintMartinAbolition?: '05-27' | '05-28';
  /** Days without a rule, one by one (Idi-el-Fitri in Mayotte…). */
  readonly additional?: readonly PublicHoliday[];
}

/** First and last year for which the library's list was compared with the law. */
export const FIRST_HOLIDAY_YEAR = 1983;
export const LAST_HOLIDAY_YEAR = 2150;

/** The eleven days of Code du travail L3133-1: fewer means that the library did not understand what it was asked. */
const FEWEST_HOLIDAYS = 11;

const ALSACE_MOSELLE = new Set(['57', '67', '68']);
const GOOD_FRIDAY = 'easter -2';
const SAINT_MARTIN_CODE = '05-27';
const SAINT_MARTIN_PRACTICE = '05-28';

const OBSERVED_RULES: Readonly<Record<ObservedDay, { readonly rule: string; readonly label: string }>> = {
  goodFriday: { rule: GOOD_FRIDAY, label: 'Vendredi saint' },
  shroveTuesday: { rule: 'easter -47', label: 'Mardi gras' },
  ashWednesday: { rule: 'easter -46', label: 'Mercredi des Cendres' },
  allSoulsDay: { rule: '11-02', label: 'Jour des défunts' },
  schoelcherDay: { rule: '07-21', label: 'Fête Victor-Schœlcher' },
};

/** Names that read oddly in a French sentence, by the library's rule. */
const LABELS: Readonly<Record<string, string>> = {
  '01-01': 'Jour de l’an',
  '05-01': 'Fête du Travail',
  '05-08': 'Victoire de 1945',
  '07-14': 'Fête nationale',
  '11-11': 'Armistice de 1918',
};

/** One set a year, worked out once: the library takes some thirty milliseconds for each. */
const known = new Map<string, readonly PublicHoliday[]>();

/**
 * The public holidays of one year where the town lies, in the order of dates, one entry a day even when two feasts meet.
 * Throws for a year outside {@link FIRST_HOLIDAY_YEAR}–{@link LAST_HOLIDAY_YEAR} and for a correction that does not fit
 * the place: both are faults of configuration, to be seen at start.
 */
export function frenchHolidays(
  subdivision: FrenchSubdivision,
  corrections: HolidayCorrections,
  year: number,
): readonly PublicHoliday[] {
  if (year < FIRST_HOLIDAY_YEAR || year > LAST_HOLIDAY_YEAR)
    throw new RangeError(`No holidays known for ${String(year)}`);
  const key = JSON.stringify([subdivision.code, year, corrections]);
  const holidays = known.get(key) ?? holidaysOf(subdivision, corrections, year);
  known.set(key, holidays);
  return holidays;
}

function holidaysOf(subdivision: FrenchSubdivision, corrections: HolidayCorrections, year: number): PublicHoliday[] {
  const holidays = new Map<LocalDate, string>();
  for (const { date, label } of libraryDays(subdivision, corrections, year)) {
    const present = holidays.get(date);
    holidays.set(date, present === undefined || present === label ? label : `${present}, ${label}`);
  }
  for (const { date, label } of corrections.additional ?? []) {
    if (date.startsWith(String(year)) && !holidays.has(date)) holidays.set(date, label);
  }
  return [...holidays].map(([date, label]) => ({ date, label })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

function libraryDays(subdivision: FrenchSubdivision, corrections: HolidayCorrections, year: number): PublicHoliday[] {
  const found = libraryOf(subdivision, corrections).getHolidays(year, 'fr');
  if (found.length < FEWEST_HOLIDAYS) {
    throw new Error(
      `date-holidays knows ${String(found.length)} public holidays of ${String(year)} in ${subdivision.code}`,
    );
  }
  const dropped = droppedRules(subdivision, corrections);
  return found
    .filter((day) => !dropped.has(day.rule))
    .map((day) => ({ date: localDay(day.date), label: LABELS[day.rule] ?? day.name }));
}

function libraryOf({ code, suffix }: FrenchSubdivision, corrections: HolidayCorrections): Holidays {
  // `types` leaves out observances: Mother's Day is one, and would be a holiday otherwise.
  const library = new Holidays('FR', suffix, { types: ['public'] });
  for (const day of corrections.observed ?? []) {
    if (!mayObserve(suffix, day)) throw new Error(`${day} is no day off in ${code}`);
    const { rule, label } = OBSERVED_RULES[day];
    library.setHoliday(rule, { name: { fr: label }, type: 'public' });
  }
  if (suffix === 'MF') {
    library.setHoliday(SAINT_MARTIN_PRACTICE, { name: { fr: 'Abolition de l’esclavage' }, type: 'public' });
  }
  return library;
}

/** Days the library calls public and the law does not, or not here. */
function droppedRules({ suffix }: FrenchSubdivision, corrections: HolidayCorrections): ReadonlySet<string> {
  const dropped = new Set<string>();
  if (corrections.observed?.includes('goodFriday') !== true) dropped.add(GOOD_FRIDAY);
  if (suffix === 'MF') {
    dropped.add(corrections.saintMartinAbolition === SAINT_MARTIN_CODE ? SAINT_MARTIN_PRACTICE : SAINT_MARTIN_CODE);
  }
  return dropped;
}

function mayObserve(suffix: string, day: ObservedDay): boolean {
  if (ALSACE_MOSELLE.has(suffix)) return day === 'goodFriday';
  return /^[A-Z]{2}$/.test(suffix);
}

/** `start` is the UTC instant of local midnight, the evening before in France: only the text of `date` is safe. */
function localDay(text: string): LocalDate {
  const date = text.slice(0, 10);
  if (!isLocalDate(date)) throw new Error(`date-holidays gave ${JSON.stringify(text)} as a date`);
  return date;
}
