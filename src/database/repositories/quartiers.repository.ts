import type { Quartier } from '../../../domain/place/quartier.js';
import type { Sql } from '../database.js';

export async function readQuartiers(sql: Sql): Promise<readonly Quartier[]> {
  const rows = await sql.query<{ data: Quartier }>('SELECT data FROM quartiers ORDER BY name');
  return rows.map(({ data }) => data);
}
