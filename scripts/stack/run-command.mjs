import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Interrupted, Problem } from './problem.mjs';
import { signalTo } from './process-tree.mjs';

/** Commands at work, ended with this process whatever the reason of its end. @type {Set<number>} */
const atWork = new Set();
process.on('exit', () => {
  for (const pid of atWork) signalTo(-pid, 'SIGKILL');
});

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal | undefined} [signal] ends the command, and all it started
 * @property {(line: string) => void} [onLine] each line of output as it comes
 * @property {{ uid: number, gid: number } | undefined} [user]
 * @property {string} [failure] the French sentence when it fails; the command's last lines are added
 * @property {string} [missing] the French sentence when the command does not exist
 */

/**
 * Runs a command to its end and gives back what it wrote.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<string>} both outputs, in order of arrival
 * @throws {Problem} when it fails or does not exist
 * @throws {Interrupted} when the signal came
 */
export async function runCommand(command, args, options = {}) {
  const { code, output, error } = await tryCommand(command, args, options);
  if (options.signal?.aborted) throw new Interrupted();
  if (error?.code === 'ENOENT') {
    throw new Problem(options.missing ?? `La commande ${command} est introuvable : installez-la, puis recommencez.`);
  }
  if (code !== 0) {
    const sentence = options.failure ?? `La commande ${[command, ...args].join(' ')} a échoué.`;
    const details = (error?.message ?? output).trimEnd().split('\n').slice(-25).join('\n');
    throw new Problem(sentence, { details, exitCode: code });
  }
  return output;
}

/**
 * Runs a command whose failure is an answer too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ code: number | null, output: string, error?: NodeJS.ErrnoException }>}
 */
export function tryCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // its own process group, so that what it starts can be ended with it
      ...(options.user ?? {}),
    });
    const { pid } = child;
    if (pid !== undefined) atWork.add(pid);
    const end = () => {
      if (pid !== undefined) signalTo(-pid, 'SIGTERM');
    };
    if (options.signal?.aborted) end();
    options.signal?.addEventListener('abort', end, { once: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        output += `${line}\n`;
        options.onLine?.(line);
      });
    }
    const over = (/** @type {{ code: number | null, error?: NodeJS.ErrnoException }} */ result) => {
      if (pid !== undefined) atWork.delete(pid);
      options.signal?.removeEventListener('abort', end);
      resolve({ ...result, output });
    };
    child.once('error', (error) => {
      over({ code: null, error });
    });
    child.once('close', (code) => {
      over({ code });
    });
  });
}
