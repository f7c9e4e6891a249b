import { connect } from './postgres.mjs';
import { temporalVersion } from './temporal-version.mjs';

/**
 * Temporal's schema gives its list of executions 74 indexes, one for every attribute that any town might search by, and
 * writes them all twice a case: a fifth of Postgres's work, 47 kB of journal. These five serve what we and Temporal's own
 * screens ask; anything else reads a table of some thousand rows (open cases, and those ended within the retention).
 */
const kept = ['executions_visibility_pkey', 'default_idx', 'by_workflow_id', 'by_workflow_type', 'by_status'];

const leftOut = 'indexes_left_out';

/**
 * Takes away the indexes nobody reads, and keeps their definitions. Repeating it changes nothing. While the server is down.
 * @param {string} url of the database `temporal_visibility`
 * @returns {Promise<void>}
 */
export async function leaveOutIndexes(url) {
  await inTransaction(url, async (client) => {
    await client.query(`CREATE TABLE IF NOT EXISTS ${leftOut} (name text PRIMARY KEY, definition text, server text)`);
    const { rows } = await client.query(
      `INSERT INTO ${leftOut} SELECT indexname, indexdef, $1 FROM pg_indexes
        WHERE schemaname = current_schema() AND tablename = 'executions_visibility' AND indexname <> ALL ($2)
        ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, server = excluded.server RETURNING name`,
      [temporalVersion, kept],
    );
    for (const { name } of rows) await client.query(`DROP INDEX ${client.escapeIdentifier(name)}`);
  });
}

/**
 * Puts them back where another version of the server is about to change its tables: some of its changes name an index.
 * @param {string} url of the database `temporal_visibility`
 * @returns {Promise<void>}
 */
export async function bringBackIndexes(url) {
  await inTransaction(url, async (client) => {
    const { rows: tables } = await client.query('SELECT to_regclass($1) AS known', [leftOut]);
    if (tables[0].known === null) return;
    const { rows } = await client.query(`DELETE FROM ${leftOut} WHERE server <> $1 RETURNING definition`, [
      temporalVersion,
    ]);
    for (const { definition } of rows) await client.query(definition);
  });
}

/**
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<void>} work
 */
async function inTransaction(url, work) {
  const client = await connect(url);
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } finally {
    await client.end(); // what is not committed is undone
  }
}
