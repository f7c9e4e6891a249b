import { readFileSync, readdirSync } from 'node:fs';

/** Of the kernel, on every machine we know. */
const TICKS_PER_SECOND = 100;

/** @param {string} file @returns {string} empty where the process is gone */
const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** @param {number} root @returns {readonly number[]} the process and everything below it */
function treeOf(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    const parent = Number(read(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1]);
    if (/^\d+$/.test(name) && parent > 0) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  /** @param {number} pid @returns {number[]} */
  const below = (pid) => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

/**
 * CPU of a part, its ended children included.
 * @param {number} root pid
 * @returns {number} seconds
 */
export function cpuSeconds(root) {
  const ticks = treeOf(root).map((pid) => {
    const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
    const own = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    return pid === root ? own + Number(fields[13] ?? 0) + Number(fields[14] ?? 0) : own;
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND;
}

/**
 * Memory of a part: for one process its peak, for Postgres the sum of what each backend has to itself or shares in parts.
 * @param {number} root pid
 * @returns {{ peak: number, now: number }} MB
 */
export function memory(root) {
  const tree = treeOf(root);
  const kilobytes = (/** @type {string} */ text, /** @type {string} */ key) =>
    Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  const now = tree.reduce((sum, pid) => sum + kilobytes(read(`/proc/${pid}/smaps_rollup`), 'Pss'), 0);
  const peak = tree.length === 1 ? kilobytes(read(`/proc/${root}/status`), 'VmHWM') : now;
  return { peak: Math.round(Math.max(peak, now) / 1024), now: Math.round(now / 1024) };
}
