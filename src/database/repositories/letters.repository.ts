import type { LetterInput } from '../../letters/letter-input.js';
import type { Sql } from '../database.js';

export interface StoredLetter {
  readonly id: string;
  readonly caseId: string;
  readonly hash: string;
  readonly pdf: Buffer;
  readonly input: LetterInput;
  readonly mailSubject: string;
  readonly mailText: string;
  readonly mailHtml: string;
  readonly textId: string;
}

export interface NewLetter extends Omit<StoredLetter, 'pdf'> {
  readonly pdf: Uint8Array;
  readonly organisation: string;
  readonly sector: string;
  readonly createdBy: string;
  readonly signedFrom?: string;
}

export async function insertLetter(sql: Sql, letter: NewLetter): Promise<void> {
  await sql.insert(
    `INSERT INTO letters (id, case_id, organisation, sector, text_id, hash, pdf, input, mail_subject, mail_text, mail_html, signed_from, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      letter.id,
      letter.caseId,
      letter.organisation,
      letter.sector,
      letter.textId,
      letter.hash,
      Buffer.from(letter.pdf),
      JSON.stringify(letter.input),
      letter.mailSubject,
      letter.mailText,
      letter.mailHtml,
      letter.signedFrom ?? null,
      letter.createdBy,
    ],
  );
}

/** A letter of that case with its bytes; another case's letter is not found. */
export async function findLetter(sql: Sql, caseId: string, letterId: string): Promise<StoredLetter | undefined> {
  const [row] = await sql.query<StoredLetter>(
    `SELECT id, case_id AS "caseId", hash, pdf, input, mail_subject AS "mailSubject", mail_text AS "mailText", mail_html AS "mailHtml",
       text_id AS "textId" FROM letters WHERE case_id = $1 AND id = $2`,
    [caseId, letterId],
  );
  return row;
}
