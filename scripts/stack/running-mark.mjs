import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeDataDir } from './data-dir.mjs';
import { descendantsOf, seeProcess, signalTo } from './process-tree.mjs';

/**
 * Who runs on a data folder: written there while a stack lives, so that a second start knows of the first, and the next
 * one ends what a killed start left behind.
 * @typedef {{ pid: number, born: string }} Bearer
 * @typedef {{ owner: Bearer, url?: string, children: Bearer[] }} Mark
 */

const fileName = 'running.json';

/** @param {number} pid @returns {Bearer} */
export const bearer = (pid) => ({ pid, born: seeProcess(pid)?.born ?? '' });

/** @param {Bearer} one @returns {boolean} */
const lives = ({ pid, born }) => seeProcess(pid)?.born === born;

/** @param {string} dataDir @returns {Mark | undefined} */
function readMark(dataDir) {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, fileName), 'utf8'));
  } catch {
    return undefined; // absent, or written by halves when the machine stopped
  }
}

/**
 * Takes the folder for this process.
 * @param {string} dataDir
 * @returns {Mark | undefined} the mark of a living stack that already has it; nothing when the folder is now ours
 */
export function takeFolder(dataDir) {
  const file = path.join(dataDir, fileName);
  for (;;) {
    try {
      const output = openSync(file, 'wx');
      writeSync(output, JSON.stringify({ owner: bearer(process.pid), children: [] }));
      closeSync(output);
      return undefined;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const mark = readMark(dataDir);
    if (mark !== undefined && lives(mark.owner)) return mark;
    endChildren(mark);
    rmSync(file, { force: true });
  }
}

/** @param {string} dataDir @param {Omit<Mark, 'owner'>} mark */
export function writeMark(dataDir, mark) {
  const file = path.join(dataDir, fileName);
  writeFileSync(`${file}.new`, JSON.stringify({ owner: bearer(process.pid), ...mark }));
  renameSync(`${file}.new`, file);
}

/** @param {string} dataDir */
export function releaseFolder(dataDir) {
  rmSync(path.join(dataDir, fileName), { force: true });
}

/** @param {Mark | undefined} mark */
function endChildren(mark) {
  for (const child of mark?.children ?? []) {
    if (!lives(child)) continue;
    const below = descendantsOf(child.pid);
    signalTo(child.pid, 'SIGKILL');
    for (const pid of below) signalTo(pid, 'SIGKILL');
  }
}

/** Beginning of the names of throw-away folders, in the system's folder for such. */
export const temporaryPrefix = 'parvis-stack-';

/** Ends and removes the throw-away stacks whose owner was killed. */
export function sweepDeadStacks() {
  for (const name of readdirSync(os.tmpdir())) {
    if (!name.startsWith(temporaryPrefix)) continue;
    const dataDir = path.join(os.tmpdir(), name);
    const mark = readMark(dataDir);
    if (mark === undefined || lives(mark.owner) || !existsSync(dataDir)) continue;
    endChildren(mark);
    removeDataDir(dataDir);
  }
}
