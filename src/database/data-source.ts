import { DataSource } from 'typeorm';
import type { DatabaseSettings } from './database.js';
import { MIGRATIONS } from './migrations.js';

/** For the commands that change the schema, and for nothing else: TypeORM runs the migrations. `synchronize` is false. */
export function createDataSource(settings: DatabaseSettings, applicationName: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.DATABASE_URL,
    applicationName,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: settings.DATABASE_POOL,
    extra: { connectionTimeoutMillis: 10_000, keepAlive: true },
  });
}
