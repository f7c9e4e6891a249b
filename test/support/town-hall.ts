import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Browser } from './browser.js';

/** What a refused or failed request answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** A task as the database shows it to a trial. */
export interface OpenTask {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly holder: string | null;
}

/** Everyone of the demonstration town, for trials that play their days over HTTP; the database is read, never written. */
export class TownHall {
  private readonly browsers = new Map<string, Promise<Browser>>();
  private database: Client | undefined;

  constructor(
    readonly api: string,
    private readonly databaseUrl: string,
  ) {}

  /** A person signed in through the provider; once, then kept. */
  as(login: string): Promise<Browser> {
    const known = this.browsers.get(login) ?? this.signIn(login);
    this.browsers.set(login, known);
    return known;
  }

  async get<T>(login: string, path: string): Promise<Answer<T>> {
    const response = await (await this.as(login)).ask(`/api/v1${path}`);
    return { status: response.status, body: (await response.json()) as T };
  }

  /** One request, sent once. */
  async post<T>(login: string, path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    const browser = await this.as(login);
    const response = await browser.ask(`/api/v1${path}`, { method: 'POST', body, headers: { 'idempotency-key': key } });
    return { status: response.status, body: (await response.json()) as T };
  }

  /** The same request under one key until the town hall answers for good: what a careful client does. */
  async insist<T>(login: string, path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    const until = Date.now() + 90_000;
    for (;;) {
      const answer = await this.post<T & { code?: string }>(login, path, body, key).catch(() => undefined);
      const passing = answer === undefined || answer.status >= 500 || answer.body.code === 'command.unfinished';
      if (!passing) return answer;
      if (Date.now() > until) throw new Error(`No answer for ${path}: ${JSON.stringify(answer)}`);
      await pause(300);
    }
  }

  /** Authenticates again, as signing asks. */
  async reauthenticate(login: string): Promise<void> {
    const browser = await this.as(login);
    await eventually(`${login} authenticates again`, async () => {
      const last = await browser.signIn(login, { at: '/auth/reauthenticate?returnTo=/fin' }).catch(() => undefined);
      return last !== undefined && last.status < 400;
    });
  }

  async rows<T extends object>(sql: string, params: readonly unknown[] = []): Promise<readonly T[]> {
    for (let tries = 0; ; tries++) {
      try {
        this.database ??= await this.connect();
        return (await this.database.query<T>(sql, [...params])).rows;
      } catch (error) {
        this.database = undefined;
        if (tries === 60) throw error;
        await pause(500);
      }
    }
  }

  openTasks(caseId: string): Promise<readonly OpenTask[]> {
    return this.rows<OpenTask>('SELECT id, kind, role, holder FROM tasks WHERE case_id = $1 AND open ORDER BY id', [
      caseId,
    ]);
  }

  /** The login of a task's holder; a team's task is done by an ambassador. */
  async loginOf(task: OpenTask): Promise<string> {
    if (task.holder === null) return task.role === 'patroller' ? 'patrouilleur' : 'ambassadrice1';
    const [row] = await this.rows<{ login: string }>('SELECT login FROM people WHERE id = $1', [task.holder]);
    return row?.login ?? 'ambassadrice1';
  }

  /** SHA-256 of the letter that validators see now. */
  async letterHash(caseId: string): Promise<string> {
    const [row] = await this.rows<{ hash: string }>(
      `SELECT case_file -> 'answer' -> 'letter' ->> 'hash' AS hash FROM case_files WHERE case_id = $1`,
      [caseId],
    );
    return row?.hash ?? '';
  }

  /** Opens the letter that validators see now, as whoever signs it must. */
  async openLetter(login: string, caseId: string): Promise<void> {
    const [row] = await this.rows<{ id: string }>(
      `SELECT case_file -> 'answer' -> 'letter' ->> 'id' AS id FROM case_files WHERE case_id = $1`,
      [caseId],
    );
    await eventually(`${login} opens the letter`, async () => {
      const browser = await this.as(login);
      const path = `/api/v1/letters/${caseId}/${row?.id ?? ''}/opened`;
      const answer = await browser.ask(path, { method: 'POST' }).catch(() => undefined);
      return answer !== undefined && answer.status < 500;
    });
  }

  async close(): Promise<void> {
    await this.database?.end().catch(() => undefined);
  }

  private async signIn(login: string): Promise<Browser> {
    return eventually(`${login} signs in`, async () => {
      const browser = new Browser(this.api);
      await browser.signIn(login).catch(() => undefined);
      return browser.csrfToken === undefined ? undefined : browser;
    });
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.databaseUrl });
    client.on('error', () => {
      this.database = undefined;
    });
    await client.connect();
    return client;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits for something to become true, for at most a minute and a half unless told otherwise. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  { withinMs = 90_000 } = {},
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > until) throw new Error(`Never happened: ${what}`);
    await pause(200);
  }
}
