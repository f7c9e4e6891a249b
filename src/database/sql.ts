/** Something SQL can be asked of: the pool, or one transaction. */
export interface Sql {
  /** Rows of a `SELECT` or of a `RETURNING`. Values are parameters (`$1`), never text put together. */
  query<T>(sql: string, params?: readonly unknown[]): Promise<readonly T[]>;
  /** An `INSERT` that gives nothing back. A transaction sends it with others: what it breaks is thrown by what comes next. */
  insert(sql: string, params: readonly unknown[]): Promise<void>;
}
