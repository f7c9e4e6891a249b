import type { Sql } from '../database.js';
import { CASE_CHANGED_CHANNEL } from './record-case.js';
import type { NoteRow } from './case-contents.repository.js';

export interface NewNote {
  readonly id: string;
  readonly caseId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly author: string;
  readonly body: string;
  /** Persons it is told to. */
  readonly mentions: readonly string[];
  readonly clientKey: string;
}

/**
 * Adds a note, once for a key, and tells the screens; the revision does not move, since a note is no act. Nothing here
 * changes a note.
 * @returns the note of that key, with the case it is on
 */
export async function addNote(
  sql: Sql,
  note: NewNote,
  revision: number,
): Promise<NoteRow & { readonly caseId: string }> {
  const added = await sql.query(
    `INSERT INTO notes (id, case_id, organisation, sector, author, body, client_key) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (author, client_key) DO NOTHING RETURNING id`,
    [note.id, note.caseId, note.organisation, note.sector, note.author, note.body, note.clientKey],
  );
  if (added.length > 0) {
    await sql.query(
      `INSERT INTO note_mentions (note_id, person_id, case_id, organisation, sector)
       SELECT $1, person, $3, $4, $5 FROM unnest($2::text[]) AS person`,
      [note.id, note.mentions, note.caseId, note.organisation, note.sector],
    );
    await tellScreens(sql, note.caseId, revision);
  }
  const [row] = await sql.query<NoteRow & { caseId: string }>(
    'SELECT id, case_id AS "caseId", author, body, created_at AS "createdAt" FROM notes WHERE author = $1 AND client_key = $2',
    [note.author, note.clientKey],
  );
  if (row === undefined) throw new Error('The note just written is not there');
  return row;
}

/** Something hangs on the case that did not before. */
export async function tellScreens(sql: Sql, caseId: string, revision: number): Promise<void> {
  await sql.query('SELECT pg_notify($1, $2)', [CASE_CHANGED_CHANNEL, `${caseId}:${String(revision)}`]);
}
