import type { Sql } from '../database.js';

/** Somebody opened a letter: the very bytes, by their hash. */
export interface LetterOpening {
  readonly letterId: string;
  readonly person: string;
  readonly caseId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly letterHash: string;
}

/** Writes that a person opened a letter; the first time counts. */
export async function recordOpening(sql: Sql, opening: LetterOpening): Promise<void> {
  const { letterId, person, caseId, organisation, sector, letterHash } = opening;
  await sql.query(
    `INSERT INTO letter_openings (letter_id, person, case_id, organisation, sector, letter_hash)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (letter_id, person) DO NOTHING`,
    [letterId, person, caseId, organisation, sector, letterHash],
  );
}

/** Whether the person opened the letter of these very bytes. */
export async function hasOpened(
  sql: Sql,
  { caseId, letterHash, person }: Pick<LetterOpening, 'caseId' | 'letterHash' | 'person'>,
): Promise<boolean> {
  const rows = await sql.query(
    'SELECT 1 FROM letter_openings WHERE case_id = $1 AND letter_hash = $2 AND person = $3 LIMIT 1',
    [caseId, letterHash, person],
  );
  return rows.length > 0;
}
