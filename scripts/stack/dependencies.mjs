import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Installs the npm packages when they are missing or are not those of the lock file.
 * @param {import('./steps.mjs').Steps} steps
 * @param {AbortSignal | undefined} [signal]
 * @returns {Promise<void>}
 */
export async function installDependencies(steps, signal) {
  if (isInstalled()) return;
  const locked = existsSync(path.join(root, 'package-lock.json'));
  // Compilers are development dependencies: a NODE_ENV=production of the shell must not leave them out.
  const args = [locked ? 'ci' : 'install', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath']; // the npm that runs us, if one does: the right version, wherever it lies
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  await steps.run('Installation des dépendances', async (note) => {
    note('quelques minutes la première fois');
    await runCommand(command, [...before, ...args], {
      cwd: root,
      signal,
      missing: 'npm est introuvable : réinstallez Node.js avec npm (https://nodejs.org), puis recommencez.',
      failure:
        'Les dépendances n’ont pas pu être installées : vérifiez l’accès au registre npm (réseau, proxy), puis recommencez.',
    });
  });
}

/**
 * Compares the lock file with npm's own note of what it installed, which it writes last: an interrupted installation,
 * or one of another version of the sources, shows.
 * @returns {boolean}
 */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([place, { version, optional, devOptional, link, peer }]) => {
    if (place === '' || link === true || !place.includes('node_modules/')) return true;
    const here = present[place];
    if (here === undefined) return optional === true || devOptional === true || peer === true;
    return here.version === version;
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean, peer?: boolean }} Locked
 * @param {string} file from the root
 * @returns {Record<string, Locked> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
