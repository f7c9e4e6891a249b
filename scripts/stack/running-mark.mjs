import { existsSync, linkSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeDataDir } from './data-dir.mjs';
import { Problem } from './problem.mjs';
import { killTree, seeProcess } from './process-tree.mjs';

/**
 * Who runs on a data folder: written there while a stack lives, so that a second start knows of the first, and the next
 * one ends what a killed start left behind.
 * @typedef {{ pid: number, born: string }} Bearer
 * @typedef {{ owner: Bearer, url?: string, children: Bearer[] }} Mark
 */

const fileName = 'running.json';

/** @param {number} pid @returns {Bearer} */
export const bearer = (pid) => ({ pid, born: seeProcess(pid)?.born ?? '' });

/** @param {Omit<Mark, 'owner'>} mark */
const ownMark = (mark) => JSON.stringify({ owner: bearer(process.pid), ...mark });

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

/** @param {string} dataDir @returns {Mark | undefined} the mark of a living stack */
export function livingStack(dataDir) {
  const mark = readMark(dataDir);
  return mark !== undefined && lives(mark.owner) ? mark : undefined;
}

/** @param {Mark} mark @returns {Problem} */
export function alreadyRunning({ owner, url }) {
  const where = [`processus ${owner.pid}`, ...(url ? [url] : [])].join(', ');
  return new Problem(`Parvis tourne déjà dans ce dossier (${where}) : utilisez-le, ou arrêtez-le d’abord avec Ctrl-C.`);
}

/**
 * Takes the folder for this process. The mark is written beside and linked into place: who looks while another start
 * takes the folder sees no mark or a whole one, never an empty one that it would take for a dead stack's.
 * @param {string} dataDir
 * @throws {Problem} when a living stack already has it
 */
export function takeFolder(dataDir) {
  const file = path.join(dataDir, fileName);
  const own = `${file}.${process.pid}`;
  writeFileSync(own, ownMark({ children: [] }));
  try {
    while (!linked(own, file)) {
      const other = livingStack(dataDir);
      if (other !== undefined) throw alreadyRunning(other);
      endChildren(readMark(dataDir));
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** @param {string} from @param {string} to @returns {boolean} false when something stands there already */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
}

/** @param {string} dataDir @param {Omit<Mark, 'owner'>} mark */
export function writeMark(dataDir, mark) {
  const file = path.join(dataDir, fileName);
  writeFileSync(`${file}.new`, ownMark(mark));
  renameSync(`${file}.new`, file);
}

/** @param {string} dataDir */
export function releaseFolder(dataDir) {
  rmSync(path.join(dataDir, fileName), { force: true });
}

/** @param {Mark | undefined} mark */
function endChildren(mark) {
  for (const child of mark?.children ?? []) {
    if (lives(child)) killTree(child.pid);
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
