import type { StoredDocument } from '../../../activities/ports/documents.js';
import type { Sql } from '../database.js';
import { DOCUMENT_COLUMNS, type DocumentRow } from './case-contents.repository.js';
import type { ScanState } from './file-scans.repository.js';

export interface NewDocument extends StoredDocument {
  readonly name: string;
  readonly addedBy: string;
  readonly fromCitizen: boolean;
  readonly clientKey: string;
  /** Where the photograph says that it was taken. */
  readonly point?: NonNullable<DocumentRow['point']>;
  /** The page by which a telephone sent it. */
  readonly phoneUpload?: string;
  /** The case it is for; absent while the request is still being written. */
  readonly of?: {
    readonly caseId: string;
    readonly organisation: string;
    readonly sector: string;
    readonly openRequest?: string;
  };
}

const NO_CASE = { caseId: null, organisation: null, sector: null, openRequest: null };

/** Keeps a document, once for a key. @returns false where the key has its document already */
export async function insertDocument(sql: Sql, document: NewDocument): Promise<boolean> {
  const { id, name, type, size, sha256, addedBy, fromCitizen, clientKey, of, phoneUpload, point } = document;
  const { caseId, organisation, sector, openRequest } = of ?? NO_CASE;
  const rows = await sql.query(
    `INSERT INTO documents (id, case_id, organisation, sector, name, type, size, sha256, added_by, from_citizen, open_request, client_key, phone_upload, point)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (added_by, client_key) DO NOTHING RETURNING id`,
    [
      id,
      caseId,
      organisation,
      sector,
      name,
      type,
      size,
      sha256,
      addedBy,
      fromCitizen,
      openRequest ?? null,
      clientKey,
      phoneUpload ?? null,
      point ?? null,
    ],
  );
  return rows.length > 0;
}

export async function documentOfKey(sql: Sql, addedBy: string, clientKey: string): Promise<DocumentRow | undefined> {
  const [row] = await sql.query<DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM documents WHERE added_by = $1 AND client_key = $2`,
    [addedBy, clientKey],
  );
  return row;
}

export async function findDocument(sql: Sql, id: string): Promise<DocumentRow | undefined> {
  const [row] = await sql.query<DocumentRow>(`SELECT ${DOCUMENT_COLUMNS} FROM documents WHERE id = $1`, [id]);
  return row;
}

/** Gives documents that the citizen sent to the case they follow; those that are another case's stay where they are. */
export async function joinToCase(
  sql: Sql,
  documents: readonly string[],
  to: {
    readonly caseId: string;
    readonly organisation: string;
    readonly sector: string;
    readonly openRequest?: string;
  },
): Promise<void> {
  if (documents.length === 0) return;
  await sql.query(
    `UPDATE documents SET case_id = $2, organisation = $3, sector = $4, open_request = $5
     WHERE id = ANY ($1) AND case_id IS NULL AND from_citizen`,
    [documents, to.caseId, to.organisation, to.sector, to.openRequest ?? null],
  );
}

/** Forgets documents whose request was never sent. @returns their ids, for the files */
export async function deleteLooseDocuments(sql: Sql, olderThanHours: number): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string }>(
    `DELETE FROM documents WHERE id IN (SELECT id FROM documents WHERE case_id IS NULL AND created_at < now() - make_interval(hours => $1)
       ORDER BY created_at LIMIT 100 FOR UPDATE SKIP LOCKED) RETURNING id`,
    [olderThanHours],
  );
  return rows.map(({ id }) => id);
}

/** Names of what a citizen sent and nobody opens: they are told to send it otherwise. */
export async function blockedOfCitizen(sql: Sql, caseId: string): Promise<readonly string[]> {
  const rows = await sql.query<{ name: string }>(
    `SELECT name FROM documents d JOIN file_scans s ON s.file = d.id WHERE d.case_id = $1 AND d.from_citizen AND s.state = 'blocked'
     ORDER BY d.created_at, d.id`,
    [caseId],
  );
  return rows.map(({ name }) => name);
}

/** A document as it is passed on. */
export interface CitizenDocument {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** What the antivirus said; null where it was never asked. */
  readonly scan: ScanState | null;
}

/** What the citizen sent with a case, or what was put into the form for them; the papers of agents are not among it. */
export async function documentsOfCitizen(
  sql: Sql,
  caseId: string,
  inForm: readonly string[],
): Promise<readonly CitizenDocument[]> {
  return sql.query<CitizenDocument>(
    `SELECT id, name, type, size, (SELECT state FROM file_scans s WHERE s.file = documents.id) AS scan FROM documents WHERE case_id = $1 AND (from_citizen OR id = ANY ($2::uuid[])) ORDER BY created_at, id`,
    [caseId, inForm],
  );
}
