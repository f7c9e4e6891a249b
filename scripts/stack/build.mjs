import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { runCommand } from './run-command.mjs';

/**
 * @typedef {object} Target something built from sources into a folder
 * @property {string} label French, as a step of the start
 * @property {string[]} sources files and folders, from the root
 * @property {string} output folder, from the root
 * @property {string} [stamp] file of `output` that holds the hash of the sources; `.built-from` unless said otherwise
 * @property {(signal: AbortSignal | undefined) => Promise<void>} build
 */

/** @type {Target} */
const server = {
  label: 'Compilation du serveur',
  sources: [
    'domain',
    'workflows',
    'activities',
    'src',
    'scripts',
    'tsconfig.json',
    'tsconfig.build.json',
    'package-lock.json',
  ],
  output: 'dist',
  async build(signal) {
    await runCommand(process.execPath, [inModules('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
      cwd: root,
      signal,
      failure:
        'La compilation du serveur a échoué : corrigez les erreurs ci-dessous, ou revenez à une version publiée.',
    });
    removeOrphans(path.join(root, 'dist'), root);
    // After the orphans, of which it would be one. A worker that finds it starts seconds sooner.
    await runCommand(process.execPath, [path.join(root, 'scripts', 'stack', 'bundle-workflows.mjs')], {
      cwd: root,
      signal,
      failure: 'Les dossiers n’ont pas pu être préparés pour le moteur : relancez, puis lisez l’erreur ci-dessous.',
    });
  },
};

/** The catalogue's tools alone, unchecked: a writer of definitions waits seconds once, then not at all. @type {Target} */
const catalogTools = {
  label: 'Compilation des outils du catalogue',
  sources: ['domain', 'src', 'scripts', 'tsconfig.json', 'tsconfig.catalog.json', 'package-lock.json'],
  output: 'dist',
  stamp: '.catalog-built-from',
  async build(signal) {
    await runCommand(process.execPath, [inModules('typescript/bin/tsc'), '-p', 'tsconfig.catalog.json'], {
      cwd: root,
      signal,
      failure: 'Les outils du catalogue n’ont pas pu être compilés : corrigez les erreurs ci-dessous.',
    });
  },
};

/** @type {Target} */
const screens = {
  label: 'Construction des écrans',
  sources: ['console', 'domain', 'package-lock.json'],
  output: 'console/dist',
  async build(signal) {
    await runCommand(process.execPath, [inModules('vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: path.join(root, 'console'),
      signal,
      failure:
        'La construction des écrans a échoué : corrigez les erreurs ci-dessous, ou revenez à une version publiée.',
    });
  },
};

/** @param {string} file */
const inModules = (file) => path.join(root, 'node_modules', file);

/**
 * Builds what its sources say is out of date.
 * @param {import('./steps.mjs').Steps} steps
 * @param {AbortSignal | undefined} [signal]
 * @returns {Promise<void>}
 */
export async function buildProduct(steps, signal) {
  await buildServer(steps, signal);
  if (existsSync(path.join(root, 'console', 'src', 'main.tsx'))) await buildTarget(screens, steps, signal);
}

/**
 * The server and its commands, without the screens.
 * @param {import('./steps.mjs').Steps} steps
 * @param {AbortSignal | undefined} [signal]
 * @returns {Promise<void>}
 */
export function buildServer(steps, signal) {
  return buildTarget(server, steps, signal);
}

/**
 * What `npm run catalog:check` and its neighbours run; nothing when the whole server is up to date.
 * @param {import('./steps.mjs').Steps} steps
 * @param {AbortSignal | undefined} [signal]
 * @returns {Promise<void>}
 */
export async function buildCatalogTools(steps, signal) {
  if (isBuilt(server, hashOf(server.sources))) return;
  await buildTarget(catalogTools, steps, signal);
}

/** @param {Target} target @returns {string} */
const stampOf = ({ output, stamp = '.built-from' }) => path.join(root, output, stamp);

/** @param {Target} target @param {string} sources hash of its sources as they are now */
function isBuilt(target, sources) {
  const stamp = stampOf(target);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
}

/** @param {Target} target @param {import('./steps.mjs').Steps} steps @param {AbortSignal | undefined} signal */
async function buildTarget(target, steps, signal) {
  const stamp = stampOf(target);
  const sources = hashOf(target.sources);
  if (isBuilt(target, sources)) return;
  await steps.run(target.label, async () => {
    rmSync(stamp, { force: true });
    await target.build(signal);
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, sources);
  });
}

/** @param {readonly string[]} sources @returns {string} one hash of names and contents, specs apart */
function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(path.join(root, source))) {
      if (/\.spec\.tsx?$/.test(file)) continue;
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} place a file or a folder; may not exist @returns {string[]} */
function filesUnder(place) {
  if (!existsSync(place)) return [];
  try {
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => !['node_modules', 'dist'].includes(entry.name) && !entry.name.startsWith('.'))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .flatMap((entry) =>
        entry.isDirectory() ? filesUnder(path.join(place, entry.name)) : [path.join(place, entry.name)],
      );
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [place];
    throw error;
  }
}

/**
 * Takes away what the compiler wrote for sources that no longer exist: a removed migration must not run again.
 * @param {string} output
 * @param {string} sources
 */
function removeOrphans(output, sources) {
  for (const entry of readdirSync(output, { withFileTypes: true })) {
    const built = path.join(output, entry.name);
    const source = path.join(sources, entry.name);
    if (entry.isDirectory()) {
      if (existsSync(source)) removeOrphans(built, source);
      else rmSync(built, { recursive: true });
    } else if (/\.js(\.map)?$/.test(entry.name) && !existsSync(source.replace(/\.js(\.map)?$/, '.ts'))) {
      rmSync(built);
    }
  }
}
