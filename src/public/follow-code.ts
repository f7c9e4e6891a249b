import { createHash, timingSafeEqual } from 'node:crypto';

/** One spelling of a number and of a code as people copy them: « d 2026 421 », « abcd efgh jkmn ». */
export function tidyNumber(typed: string): string {
  const [, year, rank] = /^d?(\d{4})(\d{1,7})$/i.exec(typed.replace(/[\s-]/g, '')) ?? [];
  return year === undefined || rank === undefined ? typed.trim().toUpperCase() : `D-${year}-${rank.padStart(5, '0')}`;
}

/**
 * Whether the code is that of the case; without a case it is compared all the same, with one that nothing equals, so that
 * an unknown number takes the time of a wrong code.
 */
export function isCodeOf(typed: string, stored: string | undefined): boolean {
  const same = timingSafeEqual(digestOf(typed), stored === undefined ? NOTHING : digestOf(stored));
  return same && stored !== undefined && stored !== '';
}

const NOTHING = createHash('sha256').update('\u0000').digest();

function digestOf(code: string): Buffer {
  return createHash('sha256').update(code.replace(/[\s-]/g, '').toUpperCase()).digest();
}
