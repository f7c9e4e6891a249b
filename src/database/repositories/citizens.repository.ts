import type { SqlCondition } from '../../auth/scope-sql.js';
import type { CitizenKind, Language, PreferredChannel, Wish } from '../../../domain/request/citizen-preferences.js';
import { boundParameters } from '../bound-parameters.js';
import type { Sql } from '../database.js';
import type { CitizenAddress } from './requests.repository.js';

/** What may be written on a record of citizens. */
export interface CitizenChange {
  readonly kind: CitizenKind;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly birthName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: CitizenAddress | null;
  readonly preferredChannel: PreferredChannel | null;
  readonly language: Language | null;
  readonly wishes: readonly Wish[];
}

export interface CitizenSheetRow extends CitizenChange {
  readonly id: string;
  readonly organisation: string;
  readonly sector: string;
  readonly version: number;
  /** The record that was kept, where this one was merged into it. */
  readonly mergedInto: string | null;
  /** Civil days of an opposition and of a limitation (GDPR, art. 18 and 21). */
  readonly opposedOn: string | null;
  readonly limitedOn: string | null;
  readonly updatedAt: Date;
  /** Those that the reader may read. */
  readonly cases: number;
  readonly openCases: number;
  readonly lastReceivedAt: Date | null;
}

export interface CitizenSearch {
  readonly text: string;
  readonly organisation?: string;
  readonly sector?: string;
  readonly limit: number;
  /** What the reader may read, as a condition on `case_files c`. */
  readonly scope: (firstParameter: number) => SqlCondition;
}

const NAME = `fold_text(coalesce(z.last_name, '') || ' ' || coalesce(z.first_name, ''))`;
const NAME_LIKENESS = 0.45;
/** The likeliest of a common name: only their cases are counted. */
const CANDIDATES = 1000;
const PHONE = /^\+?[\d\s.()-]{4,20}$/;

/**
 * Citizens by name (with a letter wrong), by the beginning of a telephone number in any spacing or of a mail address. Only
 * those with a case that the reader may read. Run it in a transaction: the likeness of names is set for it alone.
 */
export async function searchCitizens(sql: Sql, search: CitizenSearch): Promise<readonly CitizenSheetRow[]> {
  const { params, bind } = boundParameters();
  const text = bind(search.text);
  const where = ['z.merged_into IS NULL', matchSql(search.text, text)];
  if (search.organisation !== undefined) where.push(`z.organisation = ${bind(search.organisation)}`);
  if (search.sector !== undefined) where.push(`z.sector = ${bind(search.sector)}`);
  const scope = search.scope(params.length + 1);
  params.push(...scope.params);
  await sql.query(`SELECT set_config('pg_trgm.word_similarity_threshold', $1, true)`, [String(NAME_LIKENESS)]);
  return sql.query<CitizenSheetRow>(
    `WITH likeliest AS (SELECT z.*, word_similarity(fold_text(${text}), ${NAME}) AS likeness FROM citizens z
       WHERE ${where.join(' AND ')} ORDER BY likeness DESC, z.updated_at DESC LIMIT ${String(CANDIDATES)})
     SELECT ${COLUMNS} FROM likeliest z JOIN LATERAL (${countsSql(scope.sql)}) n ON n.cases > 0
     ORDER BY z.likeness DESC, n."lastReceivedAt" DESC LIMIT ${bind(search.limit)}`,
    params,
  );
}

/** A citizen with the number of cases that the reader may read; undefined where there is none. */
export async function findCitizen(
  sql: Sql,
  id: string,
  scope: (firstParameter: number) => SqlCondition,
): Promise<CitizenSheetRow | undefined> {
  const condition = scope(2);
  const [row] = await sql.query<CitizenSheetRow>(
    `SELECT ${COLUMNS} FROM citizens z JOIN LATERAL (${countsSql(condition.sql)}) n ON n.cases > 0 WHERE z.id = $1`,
    [id, ...condition.params],
  );
  return row;
}

const MOST_LIKE = 100;

/** Records of the same sector with the same mail address or telephone, or with a like name; only those with a readable case. */
export async function citizensLike(
  sql: Sql,
  citizen: CitizenSheetRow,
  scope: (firstParameter: number) => SqlCondition,
): Promise<readonly CitizenSheetRow[]> {
  const name = [citizen.lastName, citizen.firstName].filter((part) => part !== null).join(' ');
  const condition = scope(8);
  return sql.query<CitizenSheetRow>(
    `SELECT ${COLUMNS} FROM citizens z JOIN LATERAL (${countsSql(condition.sql)}) n ON n.cases > 0
     WHERE z.id <> $1 AND z.merged_into IS NULL AND z.organisation = $2 AND z.sector = $3
       AND (lower(z.email) = lower($4) OR fold_phone(z.phone) = fold_phone($5)
         OR ($6 <> '' AND fold_text($6) % fold_text(coalesce(z.last_name, '') || ' ' || coalesce(z.first_name, '')))
         OR fold_text(z.birth_name) = fold_text($7))
     ORDER BY z.updated_at DESC LIMIT ${String(MOST_LIKE)}`,
    [
      citizen.id,
      citizen.organisation,
      citizen.sector,
      citizen.email,
      citizen.phone,
      name,
      citizen.lastName,
      ...condition.params,
    ],
  );
}

/** Writes a citizen whose version is still the one read. @returns whether it was */
export async function updateCitizen(sql: Sql, id: string, version: number, change: CitizenChange): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE citizens SET first_name = $3, last_name = $4, email = $5, phone = $6, address = $7, kind = $8, birth_name = $9,
       preferred_channel = $10, language = $11, wishes = $12, version = version + 1, updated_at = now()
     WHERE id = $1 AND version = $2 RETURNING id`,
    [
      id,
      version,
      change.firstName,
      change.lastName,
      change.email,
      change.phone,
      change.address === null ? null : JSON.stringify(change.address),
      change.kind,
      change.birthName,
      change.preferredChannel,
      change.language,
      change.wishes,
    ],
  );
  return rows.length > 0;
}

/** What {@link CitizenChange} writes, as a query on `citizens z` reads it. */
export const SHEET_COLUMNS = `z.kind, z.first_name AS "firstName", z.last_name AS "lastName", z.birth_name AS "birthName", z.email, z.phone,
  z.address, z.preferred_channel AS "preferredChannel", z.language, z.wishes`;

const COLUMNS = `z.id, z.organisation, z.sector, ${SHEET_COLUMNS}, z.version, z.merged_into AS "mergedInto", z.opposed_on::text AS "opposedOn", z.limited_on::text AS "limitedOn", z.updated_at AS "updatedAt", n.cases, n."openCases", n."lastReceivedAt"`;

function countsSql(scope: string): string {
  return `SELECT count(*)::int AS cases, (count(*) FILTER (WHERE c.status = 'open'))::int AS "openCases",
      max(c.received_at) AS "lastReceivedAt"
    FROM requests r JOIN case_files c ON c.case_id = r.case_id WHERE r.citizen_id = coalesce(z.merged_into, z.id) AND ${scope}`;
}

function matchSql(text: string, bound: string): string {
  if (text.includes('@')) return `lower(z.email) LIKE lower(${bound}) || '%'`;
  if (PHONE.test(text)) return `fold_phone(z.phone) LIKE fold_phone(${bound}) || '%'`;
  return `(fold_text(${bound}) <% ${NAME} OR fold_text(z.birth_name) LIKE fold_text(${bound}) || '%')`;
}
