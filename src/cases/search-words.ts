import type { CaseFilter } from '../database/repositories/case-search.repository.js';

type TextSearch = Pick<CaseFilter, 'numbers' | 'phone' | 'words' | 'inStreet'>;

/** A short number is looked for in so many years, this one included. */
const YEARS_BACK = 15;
const FULL_NUMBER = /^d-?(\d{4})-?(\d{1,7})$/i;
const SHORT_NUMBER = /^\d{1,6}$/;
/** « lampadaire 12 rue de la Gare »: what it is about, then where. */
const IN_STREET =
  /^([^\d\s].*?)[\s,]+((?:\d{1,4}\s*(?:bis|ter|quater)?[\s,]+)?(?:all[ée]e|av|avenue|bd|boulevard|chemin|cours|impasse|passage|place|promenade|quai|route|rue|ruelle|sentier|square|venelle)\.?\s+\S.*)$/iu;
const PHONE = /^\+?[\d\s.()-]{6,20}$/;

/**
 * What one typed text may mean: a case number whole (« D-2026-00412 ») or short (« 412 »), a telephone number in any
 * spacing, or words: of the request, or of the citizen's name.
 */
export function readSearch(text: string, thisYear: number): TextSearch {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (typed === '') return {};
  const [, year, rank] = FULL_NUMBER.exec(typed) ?? [];
  if (year !== undefined && rank !== undefined) return { numbers: [numberOf(Number(year), rank)] };
  if (SHORT_NUMBER.test(typed)) {
    return {
      numbers: Array.from({ length: YEARS_BACK }, (_, back) => numberOf(thisYear - back, typed)),
      ...phoneOf(typed),
    };
  }
  const phone = phoneOf(typed);
  return phone.phone === undefined ? { words: typed, ...inStreetOf(typed) } : phone;
}

function inStreetOf(typed: string): Pick<CaseFilter, 'inStreet'> {
  const [, about, street] = IN_STREET.exec(typed) ?? [];
  return about === undefined || street === undefined ? {} : { inStreet: { about, street } };
}

/** A search by number alone shows nothing of a case: it finds those whose content is out of reach too. */
export function isNumberSearch(found: TextSearch): boolean {
  return found.words === undefined && found.phone === undefined;
}

function numberOf(year: number, rank: string): string {
  return `D-${String(year)}-${rank.padStart(5, '0')}`;
}

function phoneOf(typed: string): Pick<CaseFilter, 'phone'> {
  const digits = typed.replace(/\D/g, '');
  return PHONE.test(typed) && digits.length >= 6 ? { phone: typed } : {};
}
