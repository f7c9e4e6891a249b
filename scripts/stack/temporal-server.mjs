import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Child } from './child.mjs';
import { runCommand } from './run-command.mjs';
import { threadsEach } from './threads-each.mjs';

/**
 * @typedef {object} SqlStore the Postgres server in which Temporal keeps its own databases
 * @property {string} host
 * @property {number} port
 * @property {string} user
 * @property {string} password
 * @property {boolean} tls
 * @typedef {object} TemporalPlan
 * @property {string} dataDir
 * @property {string} logs
 * @property {{ server: string, sqlTool: string }} programs
 * @property {SqlStore} store
 * @property {Record<TemporalPort, number>} ports
 * @property {AbortSignal | undefined} [signal]
 * @typedef {(typeof temporalPorts)[number]} TemporalPort
 */

/** Every port the one process opens: two servers on a machine need each of them to differ. */
export const temporalPorts = /** @type {const} */ ([
  'FRONTEND_GRPC_PORT',
  'FRONTEND_HTTP_PORT',
  'FRONTEND_MEMBERSHIP_PORT',
  'HISTORY_GRPC_PORT',
  'HISTORY_MEMBERSHIP_PORT',
  'MATCHING_GRPC_PORT',
  'MATCHING_MEMBERSHIP_PORT',
  'WORKER_GRPC_PORT',
  'WORKER_MEMBERSHIP_PORT',
]);

/**
 * The server refuses to start without this file. One partition per task queue is enough for one town and saves a hop
 * between them; so many cases in the cache are a busy week of a large town, and the rest is read from the store.
 */
const dynamicConfig = `history.hostLevelCacheMaxSize:
  - value: 4000
system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute:
  - value: 4
matching.numTaskqueueReadPartitions:
  - value: 1
matching.numTaskqueueWritePartitions:
  - value: 1
`;

const schemas = /** @type {const} */ ([
  ['temporal', 'postgresql/v12/temporal'],
  ['temporal_visibility', 'postgresql/v12/visibility'],
]);

/**
 * Creates or brings up to date the tables of Temporal; both databases must exist. Repeating it changes nothing.
 * @param {TemporalPlan} plan
 * @returns {Promise<void>}
 */
export async function applySchema({ programs, store, signal }) {
  const env = {
    ...process.env,
    SQL_PLUGIN: 'postgres12_pgx',
    SQL_HOST: store.host,
    SQL_PORT: String(store.port),
    SQL_USER: store.user,
    SQL_PASSWORD: store.password, // in the environment: arguments can be read by every account of the machine
    SQL_TLS: String(store.tls),
  };
  await Promise.all(
    schemas.map(async ([database, schema]) => {
      const run = (/** @type {string[]} */ ...args) =>
        runCommand(programs.sqlTool, args, {
          env: { ...env, SQL_DATABASE: database },
          signal,
          failure: `Les tables de Temporal n’ont pas pu être créées dans la base ${database} : vérifiez que le compte ${store.user} en est propriétaire.`,
        });
      await run('setup-schema', '-v', '0.0');
      await run('update-schema', '--schema-name', schema);
    }),
  );
}

/**
 * The official server in one process, reachable from this machine only.
 * @param {TemporalPlan} plan
 * @returns {Child} not yet started
 */
export function temporalServer({ dataDir, logs, programs, store, ports }) {
  const config = path.join(dataDir, 'temporal-dynamic-config.yaml');
  writeFileSync(config, dynamicConfig);
  const health = `http://127.0.0.1:${ports.FRONTEND_HTTP_PORT}/api/v1/namespaces/temporal-system`;
  return new Child({
    name: 'Temporal',
    command: programs.server,
    args: ['--allow-no-auth', 'start'],
    cwd: dataDir,
    log: path.join(logs, 'temporal.log'),
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DB: 'postgres12_pgx',
      POSTGRES_SEEDS: store.host,
      DB_PORT: String(store.port),
      POSTGRES_USER: store.user,
      POSTGRES_PWD: store.password,
      SQL_TLS_ENABLED: String(store.tls),
      DBNAME: 'temporal',
      VISIBILITY_DBNAME: 'temporal_visibility',
      NUM_HISTORY_SHARDS: '4',
      BIND_ON_IP: '127.0.0.1',
      TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
      LOG_LEVEL: 'warn',
      DYNAMIC_CONFIG_FILE_PATH: config,
      GOMAXPROCS: String(threadsEach()), // on two cores: 20 % less of its time, which went into handing work over
      GOGC: '400', // collects garbage a quarter as often: measured 13 % more tasks a second
      GOMEMLIMIT: '340MiB', // and as often as it takes beyond that: it stays under 450 MB all told
      ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    },
    readyWithinMs: 90_000,
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
