import { Pool } from 'pg';
import { MIGRATIONS } from './migrations.js';
import { rowsOf } from './prepared.js';
import type { Sql } from './sql.js';
import { Transaction } from './transaction.js';

export type { Sql } from './sql.js';

/** What a process needs of the configuration to reach its database. */
export interface DatabaseSettings {
  readonly DATABASE_URL: string;
  /** Connections a process may hold. API and worker each have their own pool; Temporal takes some thirty beside them. */
  readonly DATABASE_POOL: number;
}

/**
 * The application's database. Lists, projections and statistics are written in SQL, here and in `repositories/`; statements
 * are prepared, so that Postgres parses and plans each of them once a connection. TypeORM runs the migrations and is not
 * loaded here: it would hold twenty megabytes in every process.
 */
export class Database implements Sql {
  private constructor(private readonly pool: Pool) {}

  /** @throws where nothing answers at the address */
  static async open(settings: DatabaseSettings, applicationName: string): Promise<Database> {
    const pool = new Pool({
      connectionString: settings.DATABASE_URL,
      application_name: applicationName,
      max: settings.DATABASE_POOL,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    // A connection that dies while nobody uses it is replaced; without a listener its event would end the process.
    pool.on('error', () => undefined);
    try {
      (await pool.connect()).release();
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new Database(pool);
  }

  async query<T>(sql: string, params: readonly unknown[] = []): Promise<readonly T[]> {
    return rowsOf<T>(this.pool, sql, params);
  }

  async insert(sql: string, params: readonly unknown[]): Promise<void> {
    await this.query(sql, params);
  }

  /** One transaction: all of it, or nothing. */
  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const transaction = new Transaction(this.pool);
    try {
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollBack();
      throw error;
    }
  }

  async close(): Promise<void> {
    if (!this.pool.ending) await this.pool.end();
  }

  /** True once every migration of this build is applied. */
  async isMigrated(): Promise<boolean> {
    const applied = new Set(
      (await this.query<{ name: string }>('SELECT name FROM migrations')).map(({ name }) => name),
    );
    return MIGRATIONS.every(({ name }) => applied.has(name));
  }
}
