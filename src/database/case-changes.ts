import pg from 'pg';
import { PRESENCE } from './repositories/presence.repository.js';
import { CASE_CHANGED_CHANNEL } from './repositories/record-case.js';

/** A case has a new revision, or something new hangs on it. */
export interface CaseChange {
  readonly caseId: string;
  readonly revision: number;
}

/** Somebody came to the page of a case, or began to write there: nothing of the case itself changed. */
export interface PresenceChange {
  readonly caseId: string;
  readonly revision: typeof PRESENCE;
}

type Listener = (change: CaseChange | PresenceChange) => void;

/** Between two tries to reach the database again. */
const RETRY_AFTER_MS = 2_000;

/**
 * Hears of every change of every case over one connection of its own, shared by all who listen: a connection of the pool
 * cannot `LISTEN` and be given back. What happens while the connection is away is not heard; screens read again on return.
 */
export class CaseChanges {
  private readonly listeners = new Set<Listener>();
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly connectionString: string) {}

  /** @returns how to stop listening */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.client === undefined && this.retry === undefined) this.connect();
    return () => {
      this.listeners.delete(listener);
    };
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private connect(): void {
    if (this.stopped) return;
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'parvis-events',
      keepAlive: true,
    });
    this.client = client;
    this.retry = undefined;
    client.on('notification', ({ payload }) => {
      this.tell(payload);
    });
    client.on('error', () => {
      this.reconnect(client);
    });
    client.on('end', () => {
      this.reconnect(client);
    });
    client
      .connect()
      .then(() => client.query(`LISTEN ${CASE_CHANGED_CHANNEL}`))
      .catch(() => {
        this.reconnect(client);
      });
  }

  private reconnect(lost: pg.Client): void {
    if (this.stopped || this.client !== lost) return;
    this.client = undefined;
    void lost.end().catch(() => undefined);
    this.retry = setTimeout(() => {
      this.connect();
    }, RETRY_AFTER_MS);
    this.retry.unref();
  }

  private tell(payload: string | undefined): void {
    const [caseId, revision] = (payload ?? '').split(':');
    if (caseId === undefined || revision === undefined) return;
    const change = revision === PRESENCE ? { caseId, revision: PRESENCE } : { caseId, revision: Number(revision) };
    for (const listener of this.listeners) listener(change);
  }
}
