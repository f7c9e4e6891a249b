import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Interrupted, Problem, knownProblem } from './problem.mjs';
import { runCommand, tryCommand } from './run-command.mjs';
import { downloadRelease } from './temporal-release.mjs';
import { temporalVersion } from './temporal-version.mjs';

/**
 * @typedef {{ server: string, sqlTool: string }} TemporalPrograms paths of the two programs
 * @typedef {object} Obtaining
 * @property {import('./steps.mjs').Note} note
 * @property {AbortSignal | undefined} [signal]
 */

const goVersion = '1.26.4';
const goModule = 'go.temporal.io/server';

/** Folder of the two programs, shared by all clones of this account. @returns {string} */
export function temporalFolder() {
  const cache = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
  return path.join(cache, 'parvis', `temporal-${temporalVersion}`);
}

/** @returns {TemporalPrograms | undefined} the programs, if the cache holds them */
export function cachedPrograms() {
  const programs = {
    server: path.join(temporalFolder(), 'temporal-server'),
    sqlTool: path.join(temporalFolder(), 'temporal-sql-tool'),
  };
  try {
    for (const file of Object.values(programs)) accessSync(file, constants.X_OK);
    return programs;
  } catch {
    return undefined;
  }
}

/**
 * Puts the official server into the cache: from its release archive, checked against the release's own list of hashes,
 * or else built by Go from the sources of the same version.
 * @param {Obtaining} obtaining
 * @returns {Promise<TemporalPrograms>}
 * @throws {Problem} when neither way is open; it says what to do
 */
export async function obtainPrograms(obtaining) {
  const present = cachedPrograms();
  if (present !== undefined) return present;
  const folder = temporalFolder();
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(path.join(folder, 'obtaining-'));
  /** @type {string[]} */
  const reasons = [];
  try {
    for (const way of [downloadRelease, buildWithGo]) {
      const reason = await attempt(() => way(draft, obtaining), folder, obtaining.signal);
      if (reason !== undefined) {
        reasons.push(reason);
        continue;
      }
      for (const name of ['temporal-server', 'temporal-sql-tool']) {
        chmodSync(path.join(draft, name), 0o755);
        renameSync(path.join(draft, name), path.join(folder, name));
      }
      const programs = cachedPrograms();
      if (programs !== undefined) return programs;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  throw new Problem(
    `Le serveur Temporal ${temporalVersion} n’a pu être ni téléchargé ni compilé : reliez cette machine à Internet, ou installez Go ${goVersion} ou plus récent (https://go.dev/dl), ou déposez temporal-server et temporal-sql-tool dans ${folder}, ou indiquez un serveur existant avec TEMPORAL_ADDRESS.`,
    { details: reasons.join('\n') },
  );
}

/**
 * @param {() => Promise<void>} way
 * @param {string} folder
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<string | undefined>} why it did not work
 */
async function attempt(way, folder, signal) {
  try {
    await way();
    return undefined;
  } catch (error) {
    if (signal?.aborted) throw new Interrupted();
    const known = knownProblem(error, folder);
    if (known !== undefined) throw known;
    const details = error instanceof Problem && error.details !== '' ? `\n${error.details}` : '';
    return `${error instanceof Error ? error.message : String(error)}${details}`;
  }
}

/**
 * About five minutes on two cores the first time.
 * @param {string} folder receives the two programs
 * @param {Obtaining} obtaining
 */
async function buildWithGo(folder, { note, signal }) {
  const toolchain = await usableGo();
  const env = { ...process.env, ...toolchain, CGO_ENABLED: '0', GOBIN: folder, GOFLAGS: '' };
  const programs = /** @type {const} */ ([
    ['cmd/server', 'server', 'temporal-server'],
    ['cmd/tools/sql', 'sql', 'temporal-sql-tool'],
  ]);
  let packages = 0;
  for (const [source, built, name] of programs) {
    const progress = () => `compilation de ${name} avec Go, ${packages} modules faits, cinq minutes la première fois`;
    note(progress());
    await runCommand(
      'go',
      ['install', '-v', '-trimpath', '-ldflags=-s -w', `${goModule}/${source}@v${temporalVersion}`],
      {
        cwd: folder,
        env,
        signal,
        onLine: (line) => {
          if (!line.startsWith('go: ')) packages += 1; // -v names each package once it is compiled
          note(line.startsWith('go: downloading') ? line.replace('go: downloading', 'téléchargement de') : progress());
        },
        failure: `La compilation de ${name} par Go a échoué.`,
      },
    );
    if (!existsSync(path.join(folder, built))) throw new Problem(`Go n’a pas produit ${built}.`);
    renameSync(path.join(folder, built), path.join(folder, name));
  }
}

/**
 * @returns {Promise<NodeJS.ProcessEnv>} what to add to the environment so that Go is recent enough
 * @throws {Problem} when there is no Go, or one too old to fetch its successor (before 1.21)
 */
async function usableGo() {
  const { code, output } = await tryCommand('go', ['env', 'GOVERSION'], { cwd: os.tmpdir() });
  const found = /go(\d+)\.(\d+)(?:\.(\d+))?/.exec(output);
  if (code !== 0 || found === null) throw new Problem('Go n’est pas installé.');
  const have = found.slice(1).map((part) => Number(part ?? 0));
  if (atLeast(have, goVersion.split('.').map(Number))) return {};
  if (atLeast(have, [1, 21, 0])) return { GOTOOLCHAIN: `go${goVersion}+auto` };
  throw new Problem(`Go est installé en version ${have.join('.')}, il faut ${goVersion} ou plus récent.`);
}

/** @param {readonly number[]} have @param {readonly number[]} want @returns {boolean} */
function atLeast(have, want) {
  for (const [place, number] of want.entries()) {
    const ours = have[place] ?? 0;
    if (ours !== number) return ours > number;
  }
  return true;
}
