import { readConfig } from '../config/env.js';
import { createDataSource } from '../database/data-source.js';

/** One migration at a time, whoever starts: the lock is held by the session that runs them. */
const MIGRATION_LOCK = 7_461_001;

/** `migrate` applies what is pending; `migrate --revert` undoes the last one. */
async function migrate(): Promise<void> {
  const dataSource = await createDataSource(readConfig(process.env), 'parvis-migrate').initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (process.argv.includes('--revert')) await dataSource.undoLastMigration({ transaction: 'each' });
    else await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
    await dataSource.destroy();
  }
}

await migrate();
