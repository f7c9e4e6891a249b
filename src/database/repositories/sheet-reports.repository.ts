import type { Sql } from '../database.js';

export const SHEET_REPORT_STATES = ['open', 'treated'] as const;
export type SheetReportState = (typeof SHEET_REPORT_STATES)[number];

export interface SheetReportRow {
  readonly id: string;
  readonly processId: string;
  /** The version of the sheet that was read. */
  readonly version: number;
  readonly author: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly treatedAt: Date | null;
  readonly treatedBy: string | null;
}

const COLUMNS = `id, process_id AS "processId", version, author, body, created_at AS "createdAt", treated_at AS "treatedAt",
  treated_by AS "treatedBy"`;

export interface SheetReportList {
  readonly state: SheetReportState;
  readonly processId?: string;
  readonly limit: number;
  readonly after?: readonly (string | number | null)[];
}

/** Latest first; one row more than asked. */
export function listSheetReports(
  sql: Sql,
  { state, processId, limit, after }: SheetReportList,
): Promise<readonly SheetReportRow[]> {
  return sql.query<SheetReportRow>(
    `SELECT ${COLUMNS} FROM sheet_reports
     WHERE (treated_at IS NULL) = $1 AND ($2::text IS NULL OR process_id = $2)
       AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', created_at), id) < ($3, $4::uuid))
     ORDER BY date_trunc('milliseconds', created_at) DESC, id DESC LIMIT $5`,
    [state === 'open', processId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}

/** Keeps a report, once for a key. @returns the report of that key */
export async function insertSheetReport(
  sql: Sql,
  report: Pick<SheetReportRow, 'id' | 'processId' | 'version' | 'author' | 'body'> & { readonly clientKey: string },
): Promise<SheetReportRow> {
  const { id, processId, version, author, body, clientKey } = report;
  await sql.query(
    `INSERT INTO sheet_reports (id, process_id, version, author, body, client_key) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (author, client_key) DO NOTHING`,
    [id, processId, version, author, body, clientKey],
  );
  const [row] = await sql.query<SheetReportRow>(
    `SELECT ${COLUMNS} FROM sheet_reports WHERE author = $1 AND client_key = $2`,
    [author, clientKey],
  );
  if (row === undefined) throw new Error('The report just written is not there');
  return row;
}

/** Marks it treated; whoever did it first stays named. @returns undefined where there is none */
export async function treatSheetReport(sql: Sql, id: string, by: string): Promise<SheetReportRow | undefined> {
  const [row] = await sql.query<SheetReportRow>(
    `UPDATE sheet_reports SET treated_at = coalesce(treated_at, now()), treated_by = coalesce(treated_by, $2)
     WHERE id = $1 RETURNING ${COLUMNS}`,
    [id, by],
  );
  return row;
}
