import type { CaseFile } from '../../../domain/case/case-file.js';
import type { Sql } from '../database.js';
import { SHEET_COLUMNS, type CitizenChange } from './citizens.repository.js';
import type { CitizenAddress } from './requests.repository.js';

export interface NewCitizen {
  readonly id: string;
  readonly organisation: string;
  readonly sector: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: CitizenAddress;
}

export interface NewRequest {
  readonly id: string;
  readonly caseId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly channel: string;
  readonly words: string;
  readonly answers: unknown;
  readonly place?: unknown;
  readonly quartier?: string;
  readonly citizenId?: string;
  readonly receivedAt: Date;
  readonly enteredBy?: string;
  readonly trackingCode: string;
  readonly actor: string;
  readonly clientKey: string;
  readonly bodyHash: string;
}

export async function insertCitizen(sql: Sql, citizen: NewCitizen): Promise<void> {
  await sql.insert(
    `INSERT INTO citizens (id, organisation, sector, first_name, last_name, email, phone, address) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      citizen.id,
      citizen.organisation,
      citizen.sector,
      citizen.firstName ?? null,
      citizen.lastName ?? null,
      citizen.email ?? null,
      citizen.phone ?? null,
      citizen.address === undefined ? null : JSON.stringify(citizen.address),
    ],
  );
}

export interface CitizenInSector {
  /** Of the kept record, where the one asked for was merged meanwhile. */
  readonly id: string;
  readonly version: number;
  readonly sheet: CitizenChange;
}

/** A citizen as one sector knows them; undefined for a stranger to it. */
export async function citizenInSector(sql: Sql, id: string, sector: string): Promise<CitizenInSector | undefined> {
  const [row] = await sql.query<CitizenChange & Omit<CitizenInSector, 'sheet'>>(
    `SELECT z.id, z.version, ${SHEET_COLUMNS} FROM citizens z
     WHERE z.id = coalesce((SELECT merged_into FROM citizens WHERE id = $1), $1) AND z.sector = $2`,
    [id, sector],
  );
  if (row === undefined) return undefined;
  const { id: keptId, version, ...sheet } = row;
  return { id: keptId, version, sheet };
}

export async function insertRequest(sql: Sql, request: NewRequest): Promise<void> {
  await sql.insert(
    `INSERT INTO requests (id, case_id, organisation, sector, channel, words, answers, place, quartier, citizen_id, received_at, entered_at,
       entered_by, tracking_code, actor, client_key, body_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now(), $12, $13, $14, $15, $16)`,
    [
      request.id,
      request.caseId,
      request.organisation,
      request.sector,
      request.channel,
      request.words,
      JSON.stringify(request.answers),
      request.place === undefined ? null : JSON.stringify(request.place),
      request.quartier ?? null,
      request.citizenId ?? null,
      request.receivedAt,
      request.enteredBy ?? null,
      request.trackingCode,
      request.actor,
      request.clientKey,
      request.bodyHash,
    ],
  );
}

/** Attaches documents sent before the case existed; those that are another case's, or another sender's, stay where they are. */
export async function attachDocuments(
  sql: Sql,
  caseId: string,
  documents: readonly string[],
  added: Pick<CaseFile, 'organisation' | 'sector'> & { readonly by: string },
): Promise<void> {
  if (documents.length === 0) return;
  await sql.query(
    'UPDATE documents SET case_id = $1, organisation = $3, sector = $4 WHERE id = ANY ($2) AND case_id IS NULL AND added_by = $5',
    [caseId, documents, added.organisation, added.sector, added.by],
  );
}

export interface KnownRequest {
  readonly caseId: string;
  readonly bodyHash: string;
  readonly trackingCode: string;
  readonly caseFile: CaseFile;
}

/** The request that this actor sent under this key, if any. */
export async function requestOfKey(sql: Sql, actor: string, clientKey: string): Promise<KnownRequest | undefined> {
  const [row] = await sql.query<KnownRequest>(
    `SELECT r.case_id AS "caseId", r.body_hash AS "bodyHash", r.tracking_code AS "trackingCode",
       (SELECT j.opened FROM journal_entries j WHERE j.case_id = r.case_id AND j.revision = 0 AND j.line = 0) AS "caseFile"
     FROM requests r WHERE r.actor = $1 AND r.client_key = $2`,
    [actor, clientKey],
  );
  return row;
}
