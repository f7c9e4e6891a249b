import type { Pool, PoolClient } from 'pg';
import { rowsOf } from './prepared.js';
import { together, type Statement } from './insert-together.js';
import type { Sql } from './sql.js';

/**
 * One transaction. It takes a connection when it first has something to send: what is worked out before that holds none.
 * Inserts wait for one another and leave in one exchange, before the next query or at the end; where there is nothing
 * else, that one statement is the whole transaction.
 */
export class Transaction implements Sql {
  private readonly waiting: Statement[] = [];
  private client: Promise<PoolClient> | undefined;
  private begun = false;
  private broken: Error | undefined;

  constructor(private readonly pool: Pool) {}

  async query<T>(text: string, params: readonly unknown[] = []): Promise<readonly T[]> {
    const client = await this.connected();
    if (!this.begun) {
      this.begun = true;
      await client.query('BEGIN');
    }
    await this.sendWaiting();
    return rowsOf<T>(client, text, params);
  }

  insert(text: string, params: readonly unknown[]): Promise<void> {
    this.waiting.push({ text, params });
    return Promise.resolve();
  }

  async commit(): Promise<void> {
    await this.sendWaiting();
    if (this.begun) await (await this.connected()).query('COMMIT');
    await this.end();
  }

  async rollBack(): Promise<void> {
    if (this.begun) {
      const client = await this.connected();
      // A connection that cannot even roll back is not given to anyone else.
      await client.query('ROLLBACK').catch((failure: unknown) => {
        this.broken = failure instanceof Error ? failure : new Error('rollback failed');
      });
    }
    await this.end();
  }

  private async sendWaiting(): Promise<void> {
    const statements = this.waiting.splice(0);
    if (statements.length === 0) return;
    const { text, params } = together(statements);
    await rowsOf(await this.connected(), text, params);
  }

  private connected(): Promise<PoolClient> {
    this.client ??= this.pool.connect().then((client) => client.on('error', this.onError));
    return this.client;
  }

  private async end(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    client?.off('error', this.onError);
    client?.release(this.broken);
    this.client = undefined;
  }

  /** A connection that dies tells its own query; without a listener its event would end the process. */
  private readonly onError = (error: Error): void => {
    this.broken = error;
  };
}
