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

const READ = `SELECT u.id, u.opened_by AS "openedBy", u.closes_at AS "closesAt", u.closes_at <= now() AS closed,
    (SELECT count(*)::int FROM documents d WHERE d.phone_upload = u.id) AS received,
    CASE WHEN c.case_id IS NULL THEN NULL ELSE jsonb_build_object('caseId', c.case_id, 'caseNumber', c.case_number,
      'organisation', c.organisation, 'sector', c.sector, 'revision', c.revision) END AS of
  FROM phone_uploads u LEFT JOIN case_files c ON c.case_id = u.case_id`;

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

/** Forgets the pages that are closed since so long; what came by them stays. */
export async function deletePhoneUploads(sql: Sql, closedHours: number): Promise<void> {
  await sql.query('DELETE FROM phone_uploads WHERE closes_at < now() - make_interval(hours => $1)', [closedHours]);
}
