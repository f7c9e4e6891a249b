import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from './child.mjs';
import { postgresHome } from './postgres-home.mjs';
import { Problem } from './problem.mjs';
import { commandOf, killTree } from './process-tree.mjs';
import { runCommand } from './run-command.mjs';

/**
 * @typedef {import('./postgres-home.mjs').PostgresHome} PostgresHome
 * @typedef {object} PostgresPlan
 * @property {string} dataDir
 * @property {string} logs
 * @property {number} port
 * @property {string} password of the owner `parvis`
 * @property {boolean} durable false for tests only: a crash of the machine may then lose data
 * @property {AbortSignal | undefined} [signal]
 */

export const owner = 'parvis';

/** For a machine of two cores that also runs everything else. */
const tuning = {
  max_connections: '100',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  wal_compression: 'on',
  wal_buffers: '16MB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  jit: 'off', // our queries are short: compiling them costs more than it gains
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %d ',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};
const durableSettings = {
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};
const forgettingSettings = {
  shared_buffers: '64MB',
  max_wal_size: '1GB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/**
 * Prepares the cluster of a data folder (created the first time) and gives back its process, not yet started.
 * @param {PostgresPlan} plan
 * @returns {Promise<Child & { home: PostgresHome }>}
 */
export async function preparePostgres(plan) {
  const home = postgresHome(plan.dataDir);
  if (existsSync(path.join(home.data, 'PG_VERSION'))) await checkExisting(home);
  else await initialise(home, plan);
  const settings = { ...tuning, ...(plan.durable ? durableSettings : forgettingSettings), port: String(plan.port) };
  const child = new PostgresChild({
    name: 'Postgres',
    command: path.join(home.bin, 'postgres'),
    args: ['-D', home.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: postgresEnv(),
    cwd: '/', // the account may not enter the folder we were started from
    log: path.join(plan.logs, 'postgres.log'),
    user: home.account,
    stopSignal: 'SIGINT', // "fast": ends sessions, writes a checkpoint
    graceMs: 60_000,
    isReady: () => answers(plan.port, plan.password),
    readyWithinMs: 300_000, // replaying the journal after a crash takes its time
  });
  return Object.assign(child, { home });
}

class PostgresChild extends Child {
  /** @override */
  launch() {
    if (!this.alive) endForgotten(this.dataFolder);
    super.launch();
  }

  /** @override */
  async start() {
    for (let tries = 0; ; tries += 1) {
      try {
        await super.start();
        return;
      } catch (error) {
        // Sessions of a killed server notice its death a moment later; until then their memory is taken.
        const lingering = /pre-existing shared memory block|still in use/.test(this.lastLines(5));
        if (this.alive || !lingering || tries === 20) throw error;
        await sleep(500);
      }
    }
  }

  get dataFolder() {
    return this.spec.args[1] ?? '';
  }
}

/**
 * @param {number} port
 * @param {string} password
 * @returns {Promise<boolean>}
 * @throws {Problem} when it answers, but was created with another password
 */
async function answers(port, password) {
  try {
    const client = await connect(`postgres://${owner}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`);
    await client.end();
    return true;
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code !== '28P01') return false;
    throw new Problem(
      'La base de données refuse le mot de passe gardé dans secrets.json : remettez le fichier secrets.json avec lequel elle a été créée, ou choisissez un autre dossier avec --data DOSSIER.',
      { cause: error },
    );
  }
}

/**
 * Another database of the same server.
 * @param {string} url
 * @param {string} name
 * @returns {string}
 */
export function databaseBeside(url, name) {
  const beside = new URL(url);
  beside.pathname = `/${name}`;
  return beside.href;
}

/** @param {string} url @returns {Promise<import('pg').Client>} connected */
export async function connect(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a server that goes away is somebody else's subject
  await client.connect();
  return client;
}

/**
 * Creates the databases that do not exist yet. Temporal's compare bytes, as its pages of results expect.
 * @param {string} url of any database of the server, as an account that may create others
 * @param {readonly string[]} names
 * @returns {Promise<void>}
 */
export async function createDatabases(url, names) {
  const client = await connect(url);
  try {
    const { rows } = await client.query(
      "SELECT datname AS name, current_setting('server_version_num')::int AS version FROM pg_database",
    );
    for (const name of names) {
      if (rows.some((row) => row.name === name)) continue;
      const provider = rows[0].version >= 150_000 ? 'LOCALE_PROVIDER libc' : '';
      const bytes = `TEMPLATE template0 ENCODING 'UTF8' ${provider} LC_COLLATE 'C' LC_CTYPE 'C'`;
      await client.query(`CREATE DATABASE ${name} ${name.startsWith('temporal') ? bytes : ''}`);
    }
  } finally {
    await client.end();
  }
}

/**
 * Builds the cluster beside its final place and moves it there whole: an interrupted creation leaves nothing to repair.
 * @param {PostgresHome} home
 * @param {PostgresPlan} plan
 */
async function initialise(home, plan) {
  const draft = `${home.data}.new`;
  const passwordFile = `${home.data}.password`;
  const own = (/** @type {string} */ file) => {
    if (home.account) chownSync(file, home.account.uid, home.account.gid);
  };
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${plan.password}\n`, { mode: 0o600 });
  own(draft);
  own(passwordFile);
  const locale = process.platform === 'darwin' ? 'C' : 'C.UTF-8';
  const flags = ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=fr-FR'];
  const more = plan.durable ? ['--data-checksums'] : ['--no-sync'];
  try {
    await runCommand(
      path.join(home.bin, 'initdb'),
      ['-D', draft, '-U', owner, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...flags, ...more],
      {
        cwd: '/',
        env: postgresEnv(),
        user: home.account,
        signal: plan.signal,
        failure: `La base de données n’a pas pu être créée dans ${home.data}.`,
      },
    );
    rmSync(home.data, { recursive: true, force: true }); // empty, or what an older interruption left
    renameSync(draft, home.data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @param {PostgresHome} home */
async function checkExisting(home) {
  const version = readFileSync(path.join(home.data, 'PG_VERSION'), 'utf8').trim();
  const ours = /\) (\d+)/.exec(await runCommand(path.join(home.bin, 'postgres'), ['--version'], { cwd: '/' }))?.[1];
  if (version !== ours) {
    throw new Problem(
      `La base dans ${home.data} a été créée par Postgres ${version}, et cette version de Parvis apporte Postgres ${ours} : exportez-la avec pg_dump de l’ancienne version, ou choisissez un autre dossier avec --data DOSSIER.`,
    );
  }
  const mine = home.account?.uid ?? process.getuid?.();
  if (statSync(home.data).uid !== mine) {
    throw new Problem(
      `La base dans ${home.data} appartient à un autre compte : lancez Parvis sous ce compte, ou choisissez un autre dossier avec --data DOSSIER.`,
    );
  }
}

/** The environment of a server must not bend it: PGPORT, PGDATA, LC_ALL are the caller's business. */
function postgresEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_MESSAGES: 'C' };
}

/**
 * Ends a server of this folder that a killed start left running, and takes away its lock. A lock whose pid now belongs
 * to somebody else goes too: after a restart of the machine low numbers come back, and Postgres would wait for ever; a
 * dead process that nobody has collected yet looks alive to it as well.
 * @param {string} data
 */
function endForgotten(data) {
  const lock = path.join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && commandOf(pid).includes(data)) killTree(pid); // recovers as after a power cut
  rmSync(lock, { force: true });
}
