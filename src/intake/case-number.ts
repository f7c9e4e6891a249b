import { randomInt } from 'node:crypto';
import type { Sql } from '../database/database.js';

/** Without letters and digits that are taken for one another on paper or by telephone. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const CODE_LENGTH = 12;

const ready = new Set<string>();

/**
 * Makes the sequence of a year, once a process. Outside the transaction of a request: two that create it at once would
 * break each other.
 */
export async function prepareCaseNumbers(sql: Sql, year: string): Promise<void> {
  if (ready.has(year)) return;
  await sql.query(`CREATE SEQUENCE IF NOT EXISTS ${sequenceOf(year)}`).catch(() => undefined);
  ready.add(year);
}

/** The next number of the year: `D-2026-00421`. A number that was taken and not used leaves a gap, and that is no harm. */
export async function nextCaseNumber(sql: Sql, year: string): Promise<string> {
  const [row] = await sql.query<{ n: string }>('SELECT nextval($1::regclass) AS n', [sequenceOf(year)]);
  return `D-${year}-${(row?.n ?? '0').padStart(5, '0')}`;
}

/** Twelve characters of chance (58 bits), in three groups: what the citizen follows the case with. */
export function newTrackingCode(): string {
  const characters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '');
  return [0, 4, 8].map((from) => characters.slice(from, from + 4).join('')).join('-');
}

function sequenceOf(year: string): string {
  return `case_numbers_${String(Number(year))}`;
}
