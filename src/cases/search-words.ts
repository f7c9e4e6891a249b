import type { CaseFilter } from '../database/repositories/case-search.repository.js';

const FULL_NUMBER = /^d-?(\d{4})-?(\d{1,7})$/i;
const SHORT_NUMBER = /^\d{1,6}$/;
const PHONE = /^\+?[\d\s.()-]{6,20}$/;

/**
 * What one typed text may mean: a case number whole (« D-2026-00412 ») or short (« 412 »), a telephone number in any
 * spacing, or words: of the request, or of the citizen's name.
 */
export function readSearch(text: string): Pick<CaseFilter, 'number' | 'phone' | 'words'> {
  const typed = text.trim().replace(/\s+/g, ' ');
  if (typed === '') return {};
  const [, year, rank] = FULL_NUMBER.exec(typed) ?? [];
  if (year !== undefined && rank !== undefined) return { number: `D-${year}-${rank.padStart(5, '0')}` };
  if (SHORT_NUMBER.test(typed)) return { number: `D-%-${typed.padStart(5, '0')}`, ...phoneOf(typed) };
  const phone = phoneOf(typed);
  return phone.phone === undefined ? { words: typed } : phone;
}

/** A search by number alone shows nothing of a case: it finds those whose content is out of reach too. */
export function isNumberSearch(found: Pick<CaseFilter, 'number' | 'phone' | 'words'>): boolean {
  return found.words === undefined && found.phone === undefined;
}

function phoneOf(typed: string): Pick<CaseFilter, 'phone'> {
  const digits = typed.replace(/\D/g, '');
  return PHONE.test(typed) && digits.length >= 6 ? { phone: typed } : {};
}
