import type { Sql } from '../database.js';

/**
 * A request that goes to another process takes the answers to its form, and its data go to that process's sector. The
 * citizen is copied there: one record serves one sector.
 */
export async function changeRequestSector(
  sql: Sql,
  change: { caseId: string; organisation: string; sector: string; answers: unknown; newCitizenId: string },
): Promise<void> {
  const { caseId, organisation, sector } = change;
  const [copied] = await sql.query<{ id: string }>(
    `INSERT INTO citizens (id, organisation, sector, first_name, last_name, email, phone, address, data)
     SELECT $2, $3, $4, c.first_name, c.last_name, c.email, c.phone, c.address, c.data
     FROM citizens c JOIN requests r ON r.citizen_id = c.id WHERE r.case_id = $1 AND c.sector <> $4 RETURNING id`,
    [caseId, change.newCitizenId, organisation, sector],
  );
  await sql.query(
    `UPDATE requests SET organisation = $2, sector = $3, answers = $4, citizen_id = coalesce($5, citizen_id) WHERE case_id = $1`,
    [caseId, organisation, sector, JSON.stringify(change.answers), copied?.id ?? null],
  );
  for (const table of ['texts', 'documents', 'notes', 'letters', 'outgoing_messages', 'case_messages', 'case_links']) {
    await sql.query(`UPDATE ${table} SET organisation = $2, sector = $3 WHERE case_id = $1`, [
      caseId,
      organisation,
      sector,
    ]);
  }
}
