import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AuthModule } from '../../src/auth/auth.module.js';
import { createEmbeddedProvider } from '../../src/auth/embedded-provider.js';
import { PersonDirectory } from '../../src/auth/person-directory.js';
import { createSessions } from '../../src/auth/session.js';
import { Config, readConfig } from '../../src/config/env.js';
import { Database } from '../../src/database/database.js';
import { HealthModule } from '../../src/health/health.module.js';
import { configureApp } from '../../src/http/configure-app.js';
import { HttpModule } from '../../src/http/http.module.js';
import { createLogger, Logger } from '../../src/http/logger.js';
import { Browser } from './browser.js';

/** A person of the tests: a login, and roles of the town's voirie. */
export interface TinyPerson {
  readonly login: string;
  readonly roles: readonly string[];
}

/** Answers what sessions and the directory of people ask, from memory; switches make it fail. */
export class FakeDatabase {
  readonly sessions = new Map<string, { sess: Record<string, unknown>; expire: number }>();
  readonly statements: string[] = [];
  away = false;

  constructor(public people: readonly TinyPerson[]) {}

  query(sql: string, params: readonly unknown[] = []): Promise<readonly unknown[]> {
    this.statements.push(sql.trim().slice(0, 40));
    if (this.away) return Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
    return Promise.resolve(this.answer(sql, params));
  }

  isMigrated(): Promise<boolean> {
    return Promise.resolve(true);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private answer(sql: string, params: readonly unknown[]): readonly unknown[] {
    if (sql.includes('FROM people')) return this.people.map(personRow);
    if (sql.startsWith('SELECT sess')) {
      const found = this.sessions.get(String(params[0]));
      return found === undefined || found.expire < Number(params[1]) ? [] : [{ sess: found.sess }];
    }
    if (sql.startsWith('INSERT INTO "sessions"')) {
      const sess = JSON.parse(JSON.stringify(params[0])) as Record<string, unknown>;
      this.sessions.set(String(params[2]), { sess, expire: Number(params[1]) });
    }
    if (sql.startsWith('DELETE FROM "sessions" WHERE sid')) this.sessions.delete(String(params[0]));
    return [];
  }
}

export interface TinyApi {
  readonly url: string;
  readonly database: FakeDatabase;
  readonly app: NestExpressApplication;
  /** What was logged, line by line. */
  readonly logs: readonly string[];
  browser(): Browser;
  close(): Promise<void>;
}

export interface TinyApiOptions {
  readonly controllers?: readonly Type[];
  readonly people?: readonly TinyPerson[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The HTTP shell and the sign-in as they are, on a free port, over a database in memory. */
export async function startTinyApi({ controllers = [], people = [], env = {} }: TinyApiOptions): Promise<TinyApi> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-'));
  const base = { DATABASE_URL: 'postgres://nowhere', PORT: String(port), DATA_DIR: folder, CONSOLE_DIR: folder };
  const config = readConfig({ ...base, ...env });
  const database = new FakeDatabase(people);
  const logs: string[] = [];
  const logger = createLogger('info', { write: (line) => void logs.push(line) });
  const app = await NestFactory.create<NestExpressApplication>(tinyModule(config, database, controllers), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const { info, warn, error } = logger;
  Object.assign(app.get(Logger), { info: info.bind(logger), warn: warn.bind(logger), error: error.bind(logger) });
  const sessions = createSessions(config, database as unknown as Database);
  const provider = config.embeddedProvider
    ? await createEmbeddedProvider(config, app.get(PersonDirectory, { strict: false }))
    : undefined;
  await configureApp(app, { sessions, ...(provider && { provider }) });
  await app.listen(port, '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await rm(folder, { recursive: true });
  };
  return { url, database, app, logs, browser: () => new Browser(url), close };
}

function tinyModule(config: Config, database: FakeDatabase, controllers: readonly Type[]): Type {
  @Global()
  @Module({
    providers: [
      { provide: Config, useValue: config },
      { provide: Database, useValue: database },
    ],
    exports: [Config, Database],
  })
  class Fakes {}

  @Module({ imports: [Fakes, HttpModule, HealthModule, AuthModule], controllers: [...controllers] })
  class TinyModule {}

  return TinyModule;
}

function personRow({ login, roles }: TinyPerson): unknown {
  return {
    id: `p-${login}`,
    login,
    email: `${login}@valmont.example`,
    firstName: 'Camille',
    lastName: login,
    functionTitle: 'Agente',
    substitutes: [],
    roles: roles.map((role) => ({ role, organisation: 'ville', departments: ['voirie'], team: null })),
  };
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
