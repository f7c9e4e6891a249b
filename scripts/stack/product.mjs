/**
 * The running product, for `npm start`, tests, benches and trials: each part a process of its own on ports of its own.
 *
 *   import { startStack } from '../scripts/stack/product.mjs';
 *
 *   const stack = await startStack();                                        // all parts, throw-away data, free ports
 *   const stack = await startStack({ parts: ['postgres'] });                 // a database alone
 *   const stack = await startStack({ parts: ['postgres', 'temporal'] });     // the namespace is then the caller's
 *   const stack = await startStack({ durable: true, env: { WORKER_CACHED_CASES: '0' } });
 *
 *   stack.urls.api          'http://127.0.0.1:23456'
 *   stack.urls.database     'postgres://parvis:…@127.0.0.1:24567/parvis'     (a superuser: tests may create databases)
 *   stack.urls.temporal     '127.0.0.1:25678'                                (gRPC address)
 *   stack.urls.smtp, .mail  'smtp://127.0.0.1:…', and the catcher's page and JSON over HTTP
 *   stack.urls.workerHealth 'http://127.0.0.1:…'
 *   stack.env               what the product's own commands need: spawn('node', ['dist/src/cli/…'], { env: stack.env })
 *   await stack.runCli('catalog-load')
 *
 *   stack.processes.worker.pid
 *   await stack.processes.worker.kill('SIGKILL')      // with its own children; also 'SIGTERM'
 *   await stack.processes.worker.start()              // the same part again, same ports, ready when it returns
 *   await stack.processes.postgres.restart()          // in order: stop, start
 *   stack.processes.temporal.pause(); stack.processes.temporal.resume()
 *   stack.processes.api.log                           // path of its log
 *   await stack.stop()                                // in reverse order; throw-away data is removed
 *
 * Nobody restarts a part that dies unless `supervise: true`.
 */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildProduct } from './build.mjs';
import { createDataDir, rememberPorts, rememberedPorts, removeDataDir, secretsOf } from './data-dir.mjs';
import { freePorts } from './free-ports.mjs';
import { root } from './paths.mjs';
import { Interrupted, interruptible } from './problem.mjs';
import { apiProcess, baseEnv, mailProcess, productEnv, workerProcess } from './product-processes.mjs';
import { owner } from './postgres.mjs';
import { runCommand } from './run-command.mjs';
import { bearer, releaseFolder, sweepDeadStacks, takeFolder, temporaryPrefix, writeMark } from './running-mark.mjs';
import { silentSteps } from './steps.mjs';
import { superviseParts } from './supervise.mjs';
import { prepareProduct, startPostgres, startTemporal } from './stack-parts.mjs';
import { temporalPorts } from './temporal-server.mjs';

/**
 * @typedef {'postgres' | 'temporal' | 'mail' | 'worker' | 'api'} Part
 * @typedef {import('./child.mjs').Child} Child
 * @typedef {object} StackOptions
 * @property {string} [dataDir] kept; without it a throw-away folder, removed by `stop`
 * @property {boolean} [durable] Postgres survives a crash of the machine; false unless said otherwise
 * @property {readonly Part[]} [parts] all of them unless said otherwise
 * @property {Record<string, string>} [env] for the product's processes, over what the stack sets
 * @property {{ database?: string, temporal?: string, smtp?: string }} [external] neighbours the town already has
 * @property {Partial<Record<'API_PORT' | 'POSTGRES_PORT', number>>} [ports] those that must be these
 * @property {boolean} [build] builds what is out of date first; true unless said otherwise
 * @property {boolean} [load] loads catalogue and demonstration town; true unless said otherwise
 * @property {boolean} [supervise] starts again a part that dies
 * @property {import('./steps.mjs').Steps} [steps] shows what is done; silent unless said otherwise
 * @property {readonly string[]} [nodeFlags] for Node itself, in API and worker: a profile, a limit
 * @property {AbortSignal} [signal] interrupts the start: everything started is stopped again
 *
 * @typedef {object} StackUrls
 * @property {string} api
 * @property {string} database
 * @property {string} temporal
 * @property {string} smtp
 * @property {string} mail
 * @property {string} workerHealth
 */

/** In the order in which they start; they stop in the other one. @type {readonly Part[]} */
const allParts = ['postgres', 'temporal', 'mail', 'worker', 'api'];

const portNames = /** @type {const} */ ([
  'POSTGRES_PORT',
  'API_PORT',
  'WORKER_HEALTH_PORT',
  'SMTP_PORT',
  'MAIL_PORT',
  ...temporalPorts,
]);

/**
 * Starts the parts asked for, each ready when this returns.
 * @param {StackOptions} [options]
 * @returns {Promise<Stack>}
 * @throws {Problem} with a French sentence for the person at the keyboard
 */
export async function startStack(options = {}) {
  const stack = await Stack.open(options);
  try {
    await stack.startParts();
    return stack;
  } catch (error) {
    await stack.stop();
    throw options.signal?.aborted ? new Interrupted() : error;
  }
}

/** Parts that run together on one data folder. */
export class Stack {
  /** @param {StackOptions} options @returns {Promise<Stack>} an empty stack that owns its folder */
  static async open(options) {
    if (options.dataDir === undefined) sweepDeadStacks();
    const dataDir = path.resolve(options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), temporaryPrefix)));
    createDataDir(dataDir);
    takeFolder(dataDir);
    const remembered = options.dataDir === undefined ? {} : rememberedPorts(dataDir);
    const ports = { ...(await freePorts(portNames, remembered)), ...options.ports };
    if (options.dataDir !== undefined) rememberPorts(dataDir, ports);
    return new Stack(options, dataDir, ports);
  }

  /**
   * @param {StackOptions} options
   * @param {string} dataDir
   * @param {Record<(typeof portNames)[number], number>} ports
   */
  constructor(options, dataDir, ports) {
    this.options = options;
    this.dataDir = dataDir;
    this.logs = path.join(dataDir, 'logs');
    this.ports = ports;
    this.secrets = secretsOf(dataDir);
    this.steps = options.steps ?? silentSteps;
    this.external = options.external ?? {};
    this.parts = options.parts ?? allParts;
    /** Those that run, by name. @type {Partial<Record<Part, Child>>} */
    this.started = {};
    this.urls = this.addresses();
    /** For the product's processes and commands. @type {NodeJS.ProcessEnv} */
    this.env = { ...baseEnv(), ...productEnv(this), ...options.env };
    this.stopSupervising = () => undefined;
  }

  /** The parts that were asked for; asking for another one is a mistake of the caller. */
  get processes() {
    return /** @type {Record<Part, Child>} */ (this.started);
  }

  /** @returns {StackUrls} */
  addresses() {
    const { POSTGRES_PORT, FRONTEND_GRPC_PORT, SMTP_PORT, MAIL_PORT, API_PORT, WORKER_HEALTH_PORT } = this.ports;
    const password = encodeURIComponent(this.secrets.postgresPassword);
    return {
      api: `http://127.0.0.1:${API_PORT}`,
      database: this.external.database ?? `postgres://${owner}:${password}@127.0.0.1:${POSTGRES_PORT}/parvis`,
      temporal: this.external.temporal ?? `127.0.0.1:${FRONTEND_GRPC_PORT}`,
      smtp: this.external.smtp ?? `smtp://127.0.0.1:${SMTP_PORT}`,
      mail: `http://127.0.0.1:${MAIL_PORT}`,
      workerHealth: `http://127.0.0.1:${WORKER_HEALTH_PORT}`,
    };
  }

  async startParts() {
    const { signal, supervise = false, build = true, load = true } = this.options;
    const wants = (/** @type {Part} */ part) => this.parts.includes(part);
    const product = wants('api') || wants('worker');
    if (wants('postgres') && this.external.database === undefined) await startPostgres(this);
    if (wants('temporal') && this.external.temporal === undefined) await startTemporal(this);
    if (product && build) await buildProduct(this.steps, signal);
    if (product) await prepareProduct(this, load);
    if (wants('mail') && this.external.smtp === undefined) {
      await this.add('mail', 'Boîte aux lettres de démonstration', mailProcess(this));
    }
    if (wants('worker')) await this.add('worker', 'Moteur des dossiers', workerProcess(this));
    if (wants('api')) await this.add('api', 'Serveur', apiProcess(this));
    if (supervise) this.stopSupervising = superviseParts(Object.values(this.started), this.steps);
  }

  /**
   * Runs one of the product's own commands to its end.
   * @param {string} name of `dist/src/cli/<name>.js`
   * @param {readonly string[]} [args]
   * @returns {Promise<string>} what it printed
   */
  runCli(name, args = []) {
    return runCommand(process.execPath, [path.join(root, 'dist', 'src', 'cli', `${name}.js`), ...args], {
      cwd: root,
      env: this.env,
      signal: this.options.signal,
      failure: `La commande ${name} a échoué.`,
    });
  }

  /** @param {Part} part @param {string} label @param {Child} child */
  async add(part, label, child) {
    await this.steps.run(label, () => this.launch(part, child));
  }

  /** @param {Part} part @param {Child} child */
  async launch(part, child) {
    if (this.options.signal?.aborted) throw new Interrupted();
    this.started[part] = child;
    child.onLaunch = () => {
      this.mark();
    };
    await interruptible(child.start(), this.options.signal);
  }

  /** Writes down who lives, for the case that we are killed. */
  mark() {
    const alive = Object.values(this.started).flatMap(({ pid }) => (pid === undefined ? [] : [bearer(pid)]));
    writeMark(this.dataDir, { url: this.env['PUBLIC_URL'] ?? '', children: alive });
  }

  /** Stops every part, the last started first. Safe to call twice. @returns {Promise<void>} */
  async stop() {
    this.stopSupervising();
    for (const part of allParts.toReversed()) await this.started[part]?.stop();
    if (this.options.dataDir === undefined) removeDataDir(this.dataDir);
    else releaseFolder(this.dataDir);
  }
}
