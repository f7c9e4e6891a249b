import type { Sql } from '../database.js';
import { DOCUMENT_COLUMNS, type DocumentRow } from './case-contents.repository.js';

/** A page by which a telephone adds files to what its owner is working on at a desk. */
export interface PhoneUploadRow {
  readonly id: string;
  readonly openedBy: string;
  readonly closesAt: Date;
  readonly closed: boolean;
  /** How many files came by it. */
  readonly received: number;
  /** How many the telephone is sending still. */
  readonly coming: number;
  /** How many of those it could not send: whoever holds it tries again, or gives up. */
  readonly failed: number;
  /** The case they go to; without one, to the request that is still being written. */
  readonly of: PhoneUploadCase | null;
}

export interface PhoneUploadCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly organisation: string;
  readonly sector: string;
  readonly revision: number;
}

/** One that a telephone never sends, its battery empty, is awaited so long and no longer. */
const IS_RECENT = `said_at > now() - interval '10 minutes'`;

const READ = `SELECT u.id, u.opened_by AS "openedBy", u.closes_at AS "closesAt", u.closes_at <= now() AS closed,
    (SELECT count(*)::int FROM documents d WHERE d.phone_upload = u.id) AS received, f.coming, f.failed,
    CASE WHEN c.case_id IS NULL THEN NULL ELSE jsonb_build_object('caseId', c.case_id, 'caseNumber', c.case_number,
      'organisation', c.organisation, 'sector', c.sector, 'revision', c.revision) END AS of
  FROM phone_uploads u LEFT JOIN case_files c ON c.case_id = u.case_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS coming, count(*) FILTER (WHERE failed)::int AS failed
    FROM phone_upload_files WHERE phone_upload = u.id AND ${IS_RECENT}
      AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.phone_upload = u.id AND d.client_key = key)) f`;

/**
 * Opens the page, or gives it another secret: the former one stops to work.
 * @returns when it closes by itself; undefined where the id is somebody else's
 */
export async function openPhoneUpload(
  sql: Sql,
  given: {
    readonly id: string;
    readonly digest: Buffer;
    readonly openedBy: string;
    readonly minutes: number;
    readonly of?: Pick<PhoneUploadCase, 'caseId' | 'organisation' | 'sector'>;
  },
): Promise<Date | undefined> {
  const { id, digest, openedBy, minutes, of } = given;
  const [row] = await sql.query<{ closesAt: Date }>(
    `INSERT INTO phone_uploads (id, digest, opened_by, closes_at, case_id, organisation, sector)
     VALUES ($1, $2, $3, now() + make_interval(mins => $4), $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, closes_at = excluded.closes_at
       WHERE phone_uploads.opened_by = excluded.opened_by AND phone_uploads.case_id IS NOT DISTINCT FROM excluded.case_id
     RETURNING closes_at AS "closesAt"`,
    [id, digest, openedBy, minutes, of?.caseId ?? null, of?.organisation ?? null, of?.sector ?? null],
  );
  return row?.closesAt;
}

export async function findPhoneUpload(sql: Sql, id: string): Promise<PhoneUploadRow | undefined> {
  const [row] = await sql.query<PhoneUploadRow>(`${READ} WHERE u.id = $1`, [id]);
  return row;
}

export async function phoneUploadOfSecret(sql: Sql, digest: Buffer): Promise<PhoneUploadRow | undefined> {
  const [row] = await sql.query<PhoneUploadRow>(`${READ} WHERE u.digest = $1`, [digest]);
  return row;
}

/** What came by the page, first come first. */
export async function documentsByPhone(sql: Sql, id: string): Promise<readonly DocumentRow[]> {
  return sql.query<DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM documents WHERE phone_upload = $1 ORDER BY created_at, id`,
    [id],
  );
}

/** Closes it now, if it is still open. */
export async function closePhoneUpload(sql: Sql, id: string): Promise<void> {
  await sql.query('UPDATE phone_uploads SET closes_at = now() WHERE id = $1 AND closes_at > now()', [id]);
}

/** The telephone says that it sends this file, or that it could not. */
export async function awaitPhoneFile(
  sql: Sql,
  id: string,
  file: { readonly key: string; readonly failed: boolean },
): Promise<void> {
  await sql.query(
    `INSERT INTO phone_upload_files (phone_upload, key, failed) VALUES ($1, $2, $3)
     ON CONFLICT (phone_upload, key) DO UPDATE SET failed = excluded.failed, said_at = now()`,
    [id, file.key, file.failed],
  );
}

/** Also once it came: the telephone that did not hear of it sends it again. */
export async function isPhoneFileAnnounced(sql: Sql, id: string, key: string): Promise<boolean> {
  const rows = await sql.query(
    `SELECT 1 FROM phone_upload_files WHERE phone_upload = $1 AND key = $2 AND ${IS_RECENT}`,
    [id, key],
  );
  return rows.length > 0;
}

/** Awaits this file no longer; without a key, none of those that are not there yet. */
export async function forgetPhoneFiles(sql: Sql, id: string, key?: string): Promise<void> {
  await sql.query('DELETE FROM phone_upload_files WHERE phone_upload = $1 AND key = coalesce($2, key)', [
    id,
    key ?? null,
  ]);
}

/** Forgets the pages that are closed since so long; what came by them stays. */
export async function deletePhoneUploads(sql: Sql, closedHours: number): Promise<void> {
  await sql.query('DELETE FROM phone_uploads WHERE closes_at < now() - make_interval(hours => $1)', [closedHours]);
}
