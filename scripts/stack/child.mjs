import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './problem.mjs';
import { descendantsOf, signalTo } from './process-tree.mjs';

/**
 * @typedef {object} ChildSpec
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 * @property {string} log file that receives both outputs; appended, the one before kept as `.1` past 10 MB
 * @property {NodeJS.Signals} [stopSignal] asks it to end in order; SIGTERM unless said otherwise
 * @property {number} [graceMs] after which it is killed; 15 s unless said otherwise
 * @property {{ uid: number, gid: number } | undefined} [user]
 * @property {() => Promise<boolean>} [isReady] asked again and again after each start
 * @property {number} [readyWithinMs] 60 s unless said otherwise
 */

const logLimit = 10 * 1024 * 1024;

/** Living children of this process, killed with it whatever the reason of its end. @type {Set<Child>} */
const living = new Set();
process.on('exit', () => {
  for (const child of living) child.signalTree('SIGKILL');
});

/**
 * One part of the stack as a process of its own. It is the head of its own process group: a Ctrl-C on the terminal
 * reaches only us, and we end the parts in order.
 */
export class Child {
  /** @param {ChildSpec} spec */
  constructor(spec) {
    this.spec = spec;
    this.name = spec.name;
    this.log = spec.log;
    /** @type {number | undefined} */
    this.pid = undefined;
    /** True while someone here asked for its end: then its death is no accident. */
    this.endAsked = false;
    /** @type {Promise<void>} */
    this.ended = Promise.resolve();
    /** @type {(child: Child, reason: string) => void} told of a death nobody asked for */
    this.onDeath = () => undefined;
    /** Told of each new pid. */
    this.onLaunch = () => {};
  }

  get alive() {
    return this.pid !== undefined;
  }

  /** Starts it and waits until it is ready. @returns {Promise<void>} */
  async start() {
    this.launch();
    await this.ready();
  }

  launch() {
    if (this.alive) return;
    const { command, args, env, cwd, log, user } = this.spec;
    this.endAsked = false;
    rotate(log);
    const output = openSync(log, 'a');
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', output, output],
      detached: true,
      ...(user ?? {}),
    });
    closeSync(output);
    this.pid = child.pid;
    living.add(this);
    this.onLaunch();
    this.ended = new Promise((resolve) => {
      const over = (/** @type {string} */ reason) => {
        if (this.pid === undefined && !living.has(this)) return;
        this.pid = undefined;
        living.delete(this);
        resolve();
        if (!this.endAsked) this.onDeath(this, reason);
      };
      child.once('exit', (code, signal) => {
        over(signal ?? `code ${code}`);
      });
      child.once('error', (error) => {
        over(error.message);
      });
    });
  }

  /** Waits until it answers; a part that dies first is a problem. @returns {Promise<void>} */
  async ready() {
    const { isReady, readyWithinMs = 60_000 } = this.spec;
    if (isReady === undefined) return;
    const until = Date.now() + readyWithinMs;
    while (this.alive) {
      if (await isReady()) return;
      if (Date.now() > until) {
        throw new Problem(`${this.name} n’a pas répondu à temps : lisez ${this.log}.`, { details: this.lastLines() });
      }
      await sleep(50);
    }
    throw new Problem(`${this.name} s’est arrêté aussitôt : lisez ${this.log}.`, { details: this.lastLines() });
  }

  /**
   * Sends a signal; one that ends it is waited for. SIGKILL takes its own children with it, as a power cut would.
   * @param {NodeJS.Signals} [signal]
   * @returns {Promise<void>}
   */
  async kill(signal = 'SIGKILL') {
    if (this.pid === undefined) return;
    this.endAsked = true;
    if (signal === 'SIGKILL') this.signalTree(signal);
    else signalTo(this.pid, signal);
    await this.ended;
  }

  /** Ends it in order, and by force when it does not listen. @returns {Promise<void>} */
  async stop() {
    if (this.pid === undefined) return;
    const { stopSignal = 'SIGTERM', graceMs = 15_000 } = this.spec;
    this.endAsked = true;
    signalTo(this.pid, 'SIGCONT'); // one that was paused would not hear the rest
    signalTo(this.pid, stopSignal);
    const stopped = await Promise.race([this.ended.then(() => true), sleep(graceMs, false, { ref: false })]);
    if (!stopped) await this.kill('SIGKILL');
  }

  /** Starts it again, after an orderly stop if it still lives. @returns {Promise<void>} */
  async restart() {
    await this.stop();
    await this.start();
  }

  /** Freezes it, children included: alive, but deaf. */
  pause() {
    this.signalTree('SIGSTOP');
  }

  resume() {
    this.signalTree('SIGCONT');
  }

  /** @param {NodeJS.Signals} signal */
  signalTree(signal) {
    if (this.pid === undefined) return;
    const below = descendantsOf(this.pid);
    signalTo(this.pid, signal); // the parent first: it must not start new ones meanwhile
    for (const pid of below) signalTo(pid, signal);
  }

  /** The end of its log. @param {number} [lines] @returns {string} */
  lastLines(lines = 20) {
    return endOf(this.log, lines);
  }
}

/** @param {string} log */
function rotate(log) {
  mkdirSync(path.dirname(log), { recursive: true });
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimit) renameSync(log, `${log}.1`);
}

/**
 * @param {string} file
 * @param {number} lines
 * @returns {string} the last lines of a file, of which at most 16 kB are read
 */
export function endOf(file, lines) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return '';
  const buffer = Buffer.alloc(Math.min(size, 16_384));
  const input = openSync(file, 'r');
  readSync(input, buffer, 0, buffer.length, size - buffer.length);
  closeSync(input);
  return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
