import { DataSource } from 'typeorm';
import { FirstTables1764000000000 } from './migrations/1764000000000-first-tables.js';

/** Every migration, in order: the only way the schema changes. */
const MIGRATIONS = [FirstTables1764000000000];

/** Connections a process may hold. API, worker and jobs each have their own pool; Temporal takes some thirty beside them. */
const POOL_SIZE = 16;

/** The one data source of a process. `synchronize` is false everywhere. */
export function createDataSource(databaseUrl: string, applicationName: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    applicationName,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: POOL_SIZE,
    extra: { connectionTimeoutMillis: 10_000, keepAlive: true },
  });
}
