import { Pool, type PoolClient } from 'pg';
import { MIGRATIONS } from './migrations.js';

/** Something SQL can be asked of: the pool, or one transaction. */
export interface Sql {
  /** Rows of a `SELECT` or of a `RETURNING`. Values are parameters (`$1`), never text put together. */
  query<T>(sql: string, params?: readonly unknown[]): Promise<readonly T[]>;
}

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

  /** One transaction: all of it, or nothing. */
  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // A connection that dies tells its own query; without a listener its event would end the process.
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      await client.query('BEGIN');
      const result = await work({ query: (sql, params = []) => rowsOf(client, sql, params) });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      // A connection that cannot even roll back is not given to anyone else.
      await client.query('ROLLBACK').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error('rollback failed');
      });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
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

/** Beyond this many texts of statements, new ones are not prepared: each keeps memory in every connection. */
const MOST_PREPARED = 400;
const names = new Map<string, string>();

/** The name under which connections keep a statement; none for a text without parameters, which may hold several. */
function nameOf(text: string, params: readonly unknown[]): { readonly name?: string } {
  if (params.length === 0) return {};
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= MOST_PREPARED) return {};
  const name = `s${String(names.size)}`;
  names.set(text, name);
  return { name };
}

async function rowsOf<T>(source: Pool | PoolClient, text: string, params: readonly unknown[]): Promise<readonly T[]> {
  const { rows } = await source.query({ ...nameOf(text, params), text, values: [...params] });
  return rows as readonly T[];
}
