import type { DataSource, EntityManager } from 'typeorm';

/** Something SQL can be asked of: the pool, or one transaction. */
export interface Sql {
  /** Rows of a `SELECT` or of a `RETURNING`. Values are parameters (`$1`), never text put together. */
  query<T>(sql: string, params?: readonly unknown[]): Promise<readonly T[]>;
}

/** The application's database. Lists, projections and statistics are written in SQL, here and in `repositories/`. */
export class Database implements Sql {
  constructor(private readonly dataSource: DataSource) {}

  query<T>(sql: string, params: readonly unknown[] = []): Promise<readonly T[]> {
    return rowsOf<T>(this.dataSource, sql, params);
  }

  /** One transaction: all of it, or nothing. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((manager) =>
      work({ query: (sql, params = []) => rowsOf(manager, sql, params) }),
    );
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** True once every migration of this build is applied. */
  async isMigrated(): Promise<boolean> {
    return !(await this.dataSource.showMigrations());
  }
}

/** TypeORM answers `[rows, count]` to a DELETE or an UPDATE, and plain rows otherwise. */
async function rowsOf<T>(
  source: DataSource | EntityManager,
  sql: string,
  params: readonly unknown[],
): Promise<readonly T[]> {
  const answer: unknown = await source.query(sql, [...params]);
  const isPair =
    Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  return (isPair ? answer[0] : answer) as readonly T[];
}
