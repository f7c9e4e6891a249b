import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import type { Database } from '../database/database.js';

/** Long enough for the requests of one screen; another process's sign-out is felt after that. */
const KEPT_FOR = 5_000;
const MOST_KEPT = 2_000;

type Answer = (error: unknown, found?: SessionData | null) => void;
type Done = (error?: unknown) => void;

/**
 * Sessions read a moment ago, in this process: a screen asks five things at once, and each would read the same row. What
 * this process writes or ends is forgotten here before it is acknowledged.
 */
class Memory {
  private readonly kept = new Map<string, { readonly text: string; readonly readAt: number }>();
  private changes = 0;

  find(sid: string): SessionData | undefined {
    const found = this.kept.get(sid);
    if (found === undefined || Date.now() - found.readAt > KEPT_FOR) return undefined;
    return JSON.parse(found.text) as SessionData; // each request changes a copy of its own
  }

  /** What a read that begins now may keep, once it has its answer: nothing where something changed meanwhile. */
  keeper(sid: string): (found: SessionData | null | undefined) => void {
    const { changes } = this;
    return (found) => {
      if (found === null || found === undefined || changes !== this.changes) return;
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      this.kept.set(sid, { text: JSON.stringify(found), readAt: Date.now() });
    };
  }

  forget(sid: string): void {
    this.changes += 1;
    this.kept.delete(sid);
  }
}

const PgStore = connectPgSimple(session);

/** The table `sessions`, as express-session asks for it. */
class SessionStore extends PgStore {
  constructor(
    database: Database,
    private readonly memory: Memory,
    private readonly readsMemory: boolean,
  ) {
    super({ pool: poolOver(database) as never, tableName: 'sessions', disableTouch: true });
  }

  override get(sid: string, answer: Answer): void {
    const found = this.readsMemory ? this.memory.find(sid) : undefined;
    if (found !== undefined) {
      answer(null, found);
      return;
    }
    const keep = this.memory.keeper(sid);
    super.get(sid, (error: unknown, read?: SessionData | null) => {
      keep(read);
      answer(error, read);
    });
  }

  override set(sid: string, data: SessionData, done?: Done): void {
    super.set(sid, data, this.forgetting(sid, done));
  }

  override destroy(sid: string, done?: Done): void {
    super.destroy(sid, this.forgetting(sid, done));
  }

  /** Before, so that nobody is given what is on its way out; after, so that nobody keeps what was read meanwhile. */
  private forgetting(sid: string, done: Done | undefined): Done {
    this.memory.forget(sid);
    return (error) => {
      this.memory.forget(sid);
      done?.(error);
    };
  }
}

/** `ofRequests` may answer from memory; `ofSignIn` reads what another process wrote while the browser was away. */
export function sessionStores(database: Database): {
  readonly ofRequests: session.Store;
  readonly ofSignIn: session.Store;
} {
  const memory = new Memory();
  return {
    ofRequests: new SessionStore(database, memory, true),
    ofSignIn: new SessionStore(database, memory, false),
  };
}

/** The store wants a pool of its own; it gets the one we have. */
function poolOver(database: Database): { query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }> } {
  return {
    query: async (sql, values) => {
      const rows: unknown = await database.query(sql, values);
      return { rows: Array.isArray(rows) ? rows : [] };
    },
  };
}
