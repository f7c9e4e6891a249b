import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/**
 * What the system says of one process.
 * @typedef {{ pid: number, parent: number, born: string, state: string }} Seen `born` tells two bearers of a pid apart
 */

/**
 * @param {number} pid
 * @returns {Seen | undefined} nothing when no such process lives; one that has ended and waits to be collected is dead
 */
export function seeProcess(pid) {
  const seen = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  return seen === undefined || seen.state.startsWith('Z') || seen.state.startsWith('X') ? undefined : seen;
}

/** @param {number} pid @returns {Seen | undefined} */
function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name may hold spaces and parentheses
    return { pid, state: fields[0] ?? '', parent: Number(fields[1]), born: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** @param {number} pid @returns {Seen | undefined} */
function fromPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,state=,lstart=', '-p', String(pid)], { encoding: 'latin1' }).trim();
    const [parent = '', state = '', ...born] = line.split(/\s+/);
    return line === '' ? undefined : { pid, parent: Number(parent), state, born: born.join(' ') };
  } catch {
    return undefined;
  }
}

/**
 * The command line of a living process; empty when there is none.
 * @param {number} pid
 * @returns {string}
 */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/**
 * The pids of a process's living descendants, parents before children.
 * @param {number} pid
 * @returns {number[]}
 */
export function descendantsOf(pid) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const [child, parent] of everyParent()) children.set(parent, [...(children.get(parent) ?? []), child]);
  const found = [pid];
  for (const one of found) found.push(...(children.get(one) ?? []));
  return found.slice(1);
}

/** @returns {[child: number, parent: number][]} */
function everyParent() {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => fromProc(Number(name)))
      .filter((seen) => seen !== undefined)
      .map((seen) => [seen.pid, seen.parent]);
  }
  return execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'latin1' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([child = 0, parent = 0]) => [child, parent]);
}

/**
 * Sends a signal, and says whether there was someone to receive it.
 * @param {number} pid a negative one means the whole process group
 * @param {NodeJS.Signals} signal
 * @returns {boolean}
 */
export function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Kills a process with all its descendants and returns when they are gone (a second or so at most: nothing can refuse).
 * For what a killed start left behind; our own children end through their Child.
 * @param {number} pid
 */
export function killTree(pid) {
  const all = [pid, ...descendantsOf(pid)];
  for (const one of all) signalTo(one, 'SIGKILL');
  const nap = new Int32Array(new SharedArrayBuffer(4));
  for (let waits = 0; waits < 500 && all.some((one) => seeProcess(one) !== undefined); waits += 1) {
    Atomics.wait(nap, 0, 0, 10);
  }
}
