import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { runCommand } from './run-command.mjs';

/**
 * @typedef {object} Check something that must hold for the whole repository
 * @property {string} name
 * @property {(signal: AbortSignal | undefined) => Promise<void>} run rejects with a Problem, the tool's output in its details
 */

/** @param {string} file @param {readonly string[]} args */
const tool = (file, args) => (/** @type {AbortSignal | undefined} */ signal) =>
  runCommand(process.execPath, [path.join(root, 'node_modules', file), ...args], {
    cwd: root,
    signal,
    failure: 'La vérification a échoué.',
  }).then(() => undefined);

/** @param {string} config @param {(signal: AbortSignal | undefined) => Promise<void>} run */
const configured = (config, run) => async (/** @type {AbortSignal | undefined} */ signal) => {
  if (!existsSync(path.join(root, config))) throw new Problem(`Le fichier ${config} manque : rien n’a été vérifié.`);
  await run(signal);
};

/** @param {string} script of package.json */
const npmScript = (script) => async (/** @type {AbortSignal | undefined} */ signal) => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (!(script in scripts)) throw new Problem(`package.json n’a pas de commande ${script} : rien n’a été vérifié.`);
  await runCommand('npm', ['run', '--silent', script], { cwd: root, signal, failure: `npm run ${script} a échoué.` });
};

const parts = ['domain', 'workflows', 'activities', 'src', 'scripts', 'test', 'console'];

/** Those that need sources only. @type {readonly Check[]} */
export const sourceChecks = [
  {
    name: 'format (prettier)',
    run: configured('.prettierrc', tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])),
  },
  {
    name: 'lint (eslint)',
    run: configured('eslint.config.js', tool('eslint/bin/eslint.js', ['--max-warnings', '0', '.'])),
  },
  { name: 'types (tsc)', run: configured('tsconfig.json', tool('typescript/bin/tsc', ['-p', 'tsconfig.json'])) },
  {
    name: 'types (console)',
    run: configured('console/tsconfig.json', tool('typescript/bin/tsc', ['--noEmit', '-p', 'console/tsconfig.json'])),
  },
  {
    name: 'arrows (dependency-cruiser)',
    run: configured('.dependency-cruiser.mjs', (signal) =>
      tool('dependency-cruiser/bin/dependency-cruise.mjs', [
        '--config',
        '.dependency-cruiser.mjs',
        ...parts.filter((part) => existsSync(path.join(root, part))),
      ])(signal),
    ),
  },
  { name: 'unused (knip)', run: configured('knip.json', tool('knip/bin/knip.js', [])) },
];

/** Those that run the built product's commands. @type {readonly Check[]} */
export const builtChecks = [
  { name: 'catalogue (catalog:check)', run: npmScript('catalog:check') },
  { name: 'generated files up to date', run: generatedFilesAreFresh },
];

/** Runs every generator and compares: a file that changes was not the one its source would give. @type {Check['run']} */
async function generatedFilesAreFresh(signal) {
  const before = generatedFiles();
  await npmScript('generate')(signal);
  const after = generatedFiles();
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  if (stale.length === 0) return;
  throw new Problem(
    `Ces fichiers générés n’étaient pas à jour, ils viennent d’être réécrits ; relisez-les et validez-les : ${stale.join(', ')}.`,
  );
}

/** @returns {Map<string, string>} path from the root → hash */
function generatedFiles() {
  /** @type {Map<string, string>} */
  const found = new Map();
  const visit = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (isGenerated(file)) {
        found.set(
          file,
          createHash('sha256')
            .update(readFileSync(path.join(root, file)))
            .digest('hex'),
        );
      }
    }
  };
  visit('.');
  return found;
}

/** @param {string} file @returns {boolean} */
const isGenerated = (file) => /\.generated\.tsx?$/.test(file) || file === path.join('docs', 'openapi.json');
