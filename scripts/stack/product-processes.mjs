import path from 'node:path';
import { Child } from './child.mjs';
import { root } from './paths.mjs';
import { threadsEach } from './threads-each.mjs';

/** @typedef {import('./product.mjs').Stack} Stack */

/** What every program needs of the machine, and nothing that would bend the product (a DATABASE_URL of somebody's shell). */
export function baseEnv() {
  const names = ['PATH', 'HOME', 'USER', 'TMPDIR', 'LANG', 'LC_ALL', 'XDG_CACHE_HOME', 'NODE_EXTRA_CA_CERTS'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/**
 * The product's configuration on this stack.
 * @param {Stack} stack
 * @returns {NodeJS.ProcessEnv}
 */
export function productEnv({ ports, urls, dataDir, secrets }) {
  return {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: String(ports.API_PORT),
    PUBLIC_URL: urls.api,
    DATABASE_URL: urls.database,
    TEMPORAL_ADDRESS: urls.temporal,
    TEMPORAL_NAMESPACE: 'parvis',
    SMTP_URL: urls.smtp,
    MAIL_FROM: 'Mairie de Valmont-sur-Marne <ne-pas-repondre@valmont-sur-marne.example>',
    SESSION_SECRET: secrets.sessionSecret,
    DATA_DIR: dataDir,
    DOCUMENTS_DIR: path.join(dataDir, 'documents'),
    CATALOG_DIR: path.join(root, 'process-catalog'),
    TOWN_DIR: path.join(root, 'town', 'demo'),
    WORKER_HEALTH_PORT: String(ports.WORKER_HEALTH_PORT),
  };
}

/**
 * V8 lets a heap of a hundred megabytes grow to two hundred before it cleans up, unless it is told how much there is; the
 * same flags stand in the Dockerfile.
 */
const FRUGAL = ['--max-old-space-size=320', '--max-semi-space-size=4'];

/**
 * Five processes share the machine: threads that each of them would start for every core (Temporal's client, Typst) take turns,
 * and wake one another for nothing. And glibc gives each thread memory of its own to waste: twenty megabytes a process.
 */
const FEW_THREADS = {
  TOKIO_WORKER_THREADS: String(threadsEach()),
  RAYON_NUM_THREADS: String(threadsEach()),
  MALLOC_ARENA_MAX: '2',
};

/** @param {Stack} stack @returns {Child} */
export function apiProcess(stack) {
  const { HOST = '', PORT } = stack.env;
  const host = ['', '0.0.0.0', '::'].includes(HOST) ? '127.0.0.1' : HOST;
  return nodeProcess(stack, {
    name: 'API',
    file: 'dist/src/main.js',
    flags: FRUGAL,
    log: 'api.log',
    health: `http://${host}:${PORT}/readyz`,
  });
}

/** @param {Stack} stack @returns {Child} */
export function workerProcess(stack) {
  return nodeProcess(stack, {
    name: 'Worker',
    file: 'dist/src/worker.js',
    flags: FRUGAL,
    log: 'worker.log',
    health: `${stack.urls.workerHealth}/readyz`,
    graceMs: 25_000, // it ends itself after twenty seconds, whatever it still does
  });
}

/** @param {Stack} stack @returns {Child} */
export function mailProcess(stack) {
  const { SMTP_PORT, MAIL_PORT } = stack.ports;
  const folder = path.join(stack.dataDir, 'mail');
  return nodeProcess(stack, {
    name: 'Boîte aux lettres',
    file: 'scripts/stack/mail-catcher.mjs',
    args: ['--smtp-port', String(SMTP_PORT), '--http-port', String(MAIL_PORT), '--folder', folder],
    log: 'mail.log',
    health: `${stack.urls.mail}/readyz`,
  });
}

/**
 * @param {Stack} stack
 * @param {{ name: string, file: string, flags?: string[], args?: string[], log: string, health: string, graceMs?: number }} program
 * @returns {Child}
 */
function nodeProcess(stack, { name, file, flags = [], args = [], log, health, graceMs = 15_000 }) {
  return new Child({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', ...flags, ...(stack.options.nodeFlags ?? []), path.join(root, file), ...args],
    env: { ...FEW_THREADS, ...stack.env },
    cwd: root,
    log: path.join(stack.logs, log),
    graceMs,
    async isReady() {
      try {
        const answer = await fetch(health, { signal: AbortSignal.timeout(2_000) });
        await answer.arrayBuffer();
        return answer.ok;
      } catch {
        return false;
      }
    },
  });
}
