import type { SqlCondition } from '../../auth/scope-sql.js';
import type { PrivacyRequestKind, PrivacyOutcome } from '../../../domain/request/privacy-request.js';
import type { CitizenField } from '../../../domain/text/citizen-words.js';
import type { Sql } from '../database.js';

export interface PrivacyRequestRow {
  readonly id: string;
  readonly number: string;
  readonly citizenId: string;
  readonly kind: PrivacyRequestKind;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly extended: boolean;
  readonly enteredBy: string;
  readonly outcome: PrivacyOutcome | null;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly answeredBy: string | null;
  readonly erasedCases: number | null;
  /** Names of the fields of the record that were corrected under it. */
  readonly rectifiedFields: readonly CitizenField[] | null;
  /** Of a record that still exists and that the reader may read. */
  readonly citizenName: string | null;
}

const COLUMNS = `p.id, p.number, p.citizen_id AS "citizenId", p.kind, p.received_on::text AS "receivedOn", p.due_on::text AS "dueOn", p.extended,
  p.entered_by AS "enteredBy", p.outcome, p.answer, p.answered_on::text AS "answeredOn", p.answered_by AS "answeredBy",
  p.erased_cases AS "erasedCases", p.rectified_fields AS "rectifiedFields"`;

export interface NewPrivacyRequest {
  readonly id: string;
  readonly citizenId: string;
  readonly organisation: string;
  readonly sector: string;
  readonly kind: PrivacyRequestKind;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly enteredBy: string;
  readonly clientKey: string;
}

/** Enters a request in the register, once for a key. @returns the request of that key */
export async function enterPrivacyRequest(sql: Sql, one: NewPrivacyRequest): Promise<PrivacyRequestRow> {
  await sql.query(
    `INSERT INTO privacy_requests (id, number, citizen_id, organisation, sector, kind, received_on, due_on, entered_by, client_key)
     VALUES ($1, 'RGPD-' || left($6, 4) || '-' || lpad(nextval('privacy_request_numbers')::text, 4, '0'), $2, $3, $4, $5, $6::date, $7::date, $8, $9)
     ON CONFLICT (entered_by, client_key) DO NOTHING`,
    [
      one.id,
      one.citizenId,
      one.organisation,
      one.sector,
      one.kind,
      one.receivedOn,
      one.dueOn,
      one.enteredBy,
      one.clientKey,
    ],
  );
  const [row] = await sql.query<PrivacyRequestRow>(
    `SELECT ${COLUMNS}, NULL AS "citizenName" FROM privacy_requests p WHERE p.entered_by = $1 AND p.client_key = $2`,
    [one.enteredBy, one.clientKey],
  );
  if (row === undefined) throw new Error('The request just entered is not there');
  return row;
}

export async function findPrivacyRequest(sql: Sql, id: string): Promise<PrivacyRequestRow | undefined> {
  const [row] = await sql.query<PrivacyRequestRow>(
    `SELECT ${COLUMNS}, NULL AS "citizenName" FROM privacy_requests p WHERE p.id = $1`,
    [id],
  );
  return row;
}

export async function privacyRequestsOf(sql: Sql, citizenId: string): Promise<readonly PrivacyRequestRow[]> {
  return sql.query<PrivacyRequestRow>(
    `SELECT ${COLUMNS}, NULL AS "citizenName" FROM privacy_requests p WHERE p.citizen_id = $1 ORDER BY p.received_on DESC, p.number DESC`,
    [citizenId],
  );
}

/** The register: what waits first, the nearest day first; a name only where the reader may read the record. */
export async function privacyRegister(
  sql: Sql,
  scope: (firstParameter: number) => SqlCondition,
): Promise<readonly PrivacyRequestRow[]> {
  const condition = scope(1);
  return sql.query<PrivacyRequestRow>(
    `SELECT ${COLUMNS}, (SELECT nullif(concat_ws(' ', z.first_name, z.last_name), '') FROM citizens z WHERE z.id = p.citizen_id
         AND EXISTS (SELECT FROM requests r JOIN case_files c ON c.case_id = r.case_id
           WHERE r.citizen_id = coalesce(z.merged_into, z.id) AND ${condition.sql})) AS "citizenName"
     FROM privacy_requests p ORDER BY p.answered_on IS NOT NULL, CASE WHEN p.answered_on IS NULL THEN p.due_on END, p.received_on DESC LIMIT 500`,
    condition.params,
  );
}

/** The answer, once. @returns whether it was still waited for */
export async function answerPrivacyRequest(
  sql: Sql,
  id: string,
  given: {
    readonly outcome: PrivacyOutcome;
    readonly answer: string;
    readonly on: string;
    readonly by: string;
    readonly erasedCases?: number;
    readonly rectifiedFields?: readonly CitizenField[];
  },
): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE privacy_requests SET outcome = $2, answer = $3, answered_on = $4::date, answered_by = $5, erased_cases = $6, rectified_fields = $7
     WHERE id = $1 AND answered_on IS NULL RETURNING id`,
    [id, given.outcome, given.answer, given.on, given.by, given.erasedCases ?? null, given.rectifiedFields ?? null],
  );
  return rows.length > 0;
}

/** Two months more, told within the first (GDPR, art. 12(3)). @returns whether it could still be said */
export async function extendPrivacyRequest(sql: Sql, id: string, dueOn: string): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE privacy_requests SET extended = true, due_on = $2::date WHERE id = $1 AND answered_on IS NULL AND NOT extended
       AND due_on >= (now() AT TIME ZONE 'Europe/Paris')::date RETURNING id`,
    [id, dueOn],
  );
  return rows.length > 0;
}

/** Marks a record: opposition or limitation, from that day. */
export async function restrictCitizen(
  sql: Sql,
  citizenId: string,
  kind: 'opposition' | 'limitation',
  on: string,
): Promise<void> {
  const column = kind === 'opposition' ? 'opposed_on' : 'limited_on';
  await sql.query(`UPDATE citizens SET ${column} = $2::date, version = version + 1, updated_at = now() WHERE id = $1`, [
    citizenId,
    on,
  ]);
}

/** The preferences and ties of somebody whose cases are only kept for the law: nobody needs them any more. */
export async function eraseConveniences(sql: Sql, citizenId: string): Promise<void> {
  await sql.query('DELETE FROM citizen_ties WHERE $1 IN (citizen_id, other_id)', [citizenId]);
  await sql.query(
    `UPDATE citizens SET birth_name = NULL, preferred_channel = NULL, language = NULL, wishes = '{}', version = version + 1, updated_at = now()
     WHERE id = $1`,
    [citizenId],
  );
}
