import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { runningProduct } from './running-product.js';

/** An empty database of its own, for one spec. */
export interface ScratchDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly database: Database;
  drop(): Promise<void>;
}

/** Creates it on the Postgres of the tier; without `migrate`, it is left empty. */
export async function scratchDatabase(name: string, { migrate = true } = {}): Promise<ScratchDatabase> {
  const { database: owner } = runningProduct().urls;
  const own = `scratch_${name}_${String(process.pid)}`;
  await onOwner(owner, `CREATE DATABASE ${own}`);
  const url = owner.replace(/\/[^/]+$/, `/${own}`);
  const dataSource = await createDataSource({ DATABASE_URL: url, DATABASE_POOL: 8 }, 'parvis-test').initialize();
  if (migrate) await dataSource.runMigrations({ transaction: 'each' });
  const database = await Database.open({ DATABASE_URL: url, DATABASE_POOL: 8 }, 'parvis-test');
  return {
    url,
    dataSource,
    database,
    drop: async () => {
      await dataSource.destroy();
      await database.close();
      await onOwner(owner, `DROP DATABASE ${own} WITH (FORCE)`);
    },
  };
}

async function onOwner(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
