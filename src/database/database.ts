import type { DataSource } from 'typeorm';
import type { Pool, PoolClient } from 'pg';

/** Something SQL can be asked of: the pool, or one transaction. */
export interface Sql {
  /** Rows of a `SELECT` or of a `RETURNING`. Values are parameters (`$1`), never text put together. */
  query<T>(sql: string, params?: readonly unknown[]): Promise<readonly T[]>;
}

/**
 * The application's database. Lists, projections and statistics are written in SQL, here and in `repositories/`. TypeORM
 * keeps the pool and runs the migrations; statements go to the pool themselves, prepared, so that Postgres parses and
 * plans each of them once a connection.
 */
export class Database implements Sql {
  constructor(private readonly dataSource: DataSource) {}

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
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** True once every migration of this build is applied. */
  async isMigrated(): Promise<boolean> {
    return !(await this.dataSource.showMigrations());
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { readonly master: Pool }).master;
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
