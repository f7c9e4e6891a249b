import type { Sql } from '../database.js';

/** `read`: opened in the knowledge base; `answeredAtOnce`: a citizen had their answer from it at first contact. */
export type SheetUseKind = 'read' | 'answeredAtOnce';

export interface SheetUseRow {
  readonly processId: string;
  readonly read: number;
  readonly answeredAtOnce: number;
}

/** One use more of a sheet, on the civil day of the town. */
export async function countSheetUse(sql: Sql, processId: string, kind: SheetUseKind): Promise<void> {
  await sql.query(
    `INSERT INTO sheet_uses (process_id, kind, day, count) VALUES ($1, $2, (now() AT TIME ZONE 'Europe/Paris')::date, 1)
     ON CONFLICT (process_id, kind, day) DO UPDATE SET count = sheet_uses.count + 1`,
    [processId, kind],
  );
}

/** Uses of the last so many days, the most used first; of one sheet only, where it is named. */
export function sheetUses(sql: Sql, days: number, processId?: string): Promise<readonly SheetUseRow[]> {
  return sql.query<SheetUseRow>(
    `SELECT process_id AS "processId", coalesce(sum(count) FILTER (WHERE kind = 'read'), 0)::int AS read,
       coalesce(sum(count) FILTER (WHERE kind = 'answeredAtOnce'), 0)::int AS "answeredAtOnce"
     FROM sheet_uses WHERE day > (now() AT TIME ZONE 'Europe/Paris')::date - $1::int AND ($2::text IS NULL OR process_id = $2)
     GROUP BY process_id ORDER BY sum(count) DESC, process_id`,
    [days, processId ?? null],
  );
}
