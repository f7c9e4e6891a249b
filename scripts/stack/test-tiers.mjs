import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';
import { Interrupted, Problem } from './problem.mjs';
import { startStack } from './product.mjs';
import { tryCommand } from './run-command.mjs';
import { sweepDeadStacks } from './running-mark.mjs';

/**
 * @typedef {'nothing' | 'database' | 'product' | 'own'} Need `own`: its specs start and break stacks of their own
 * @typedef {{ name: string, needs: Need }} Tier
 * @typedef {{ passed: number, failed: number, output: string, faults: string[] }} TierResult
 */

/** In the order in which they run: what fails fast comes first. @type {readonly Tier[]} */
const every = [
  { name: 'unit', needs: 'nothing' },
  { name: 'catalog', needs: 'nothing' },
  { name: 'scenarios', needs: 'nothing' },
  { name: 'vectors', needs: 'nothing' },
  { name: 'conventions', needs: 'nothing' },
  { name: 'workflows', needs: 'nothing' },
  { name: 'stack', needs: 'own' },
  { name: 'database', needs: 'database' },
  { name: 'api', needs: 'product' },
  { name: 'engine', needs: 'product' },
  { name: 'chaos', needs: 'own' },
  { name: 'e2e', needs: 'product' },
];

/** @returns {readonly Tier[]} those whose folder exists; unit specs lie beside the code */
export const tiers = () => every.filter(({ name }) => name === 'unit' || existsSync(path.join(root, 'test', name)));

/**
 * Starts what the tier needs, runs its specs, stops everything.
 * @param {Tier} tier
 * @param {{ jestArgs: readonly string[], note: import('./steps.mjs').Note, signal: AbortSignal | undefined }} options
 * @returns {Promise<TierResult>}
 */
export async function runTier({ name, needs }, { jestArgs, note, signal }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-test-'));
  const file = path.join(folder, 'stack.json');
  if (needs === 'database' || needs === 'product') note('démarrage de ce qu’il faut');
  const stack = await stackFor(needs, signal);
  try {
    note('tests en cours');
    if (stack !== undefined) writeFileSync(file, JSON.stringify(describe(stack)), { mode: 0o600 });
    return await runJest(name, {
      report: path.join(folder, 'report.json'),
      args: [...(needs === 'nothing' ? [] : ['--runInBand']), ...jestArgs],
      env: stack === undefined ? {} : { PARVIS_TEST_STACK: file },
      note,
      signal,
    });
  } finally {
    await stack?.stop();
    sweepDeadStacks(); // those of specs that started their own and died
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Incidents lead there; nothing needs to answer. */
const ENGINE_SCREENS = 'http://127.0.0.1:8080';

/** @param {Need} needs @param {AbortSignal | undefined} signal */
async function stackFor(needs, signal) {
  if (needs === 'nothing' || needs === 'own') return undefined;
  const more = signal === undefined ? {} : { signal };
  if (needs === 'database') return startStack({ parts: ['postgres'], ...more });
  return startStack({ build: false, env: { TEMPORAL_UI_URL: ENGINE_SCREENS }, ...more });
}

/** What a spec finds in the file that PARVIS_TEST_STACK names. @param {import('./product.mjs').Stack} stack */
function describe({ urls, ports, env, dataDir, started }) {
  const processes = Object.fromEntries(Object.entries(started).map(([part, { pid, log }]) => [part, { pid, log }]));
  return { urls, ports, env, dataDir, processes };
}

/**
 * @param {string} tier
 * @param {{ report: string, args: readonly string[], env: NodeJS.ProcessEnv, note: import('./steps.mjs').Note, signal: AbortSignal | undefined }} options
 * @returns {Promise<TierResult>}
 */
async function runJest(tier, { report, args, env, note, signal }) {
  let files = 0;
  const { output } = await tryCommand(
    process.execPath,
    [
      path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      ...['--selectProjects', tier, '--json', '--outputFile', report, '--forceExit', '--ci', ...args],
    ],
    {
      cwd: root,
      env: { ...process.env, ...env, FORCE_COLOR: '0' },
      signal,
      onLine(line) {
        if (!/^(PASS|FAIL) /.test(line)) return;
        files += 1;
        note(`${files} fichier${files > 1 ? 's' : ''}, ${line}`);
      },
    },
  );
  if (signal?.aborted) throw new Interrupted();
  if (!existsSync(report)) throw new Problem(`Jest n’a rien rendu pour ${tier}.`, { details: output });
  return judge(JSON.parse(readFileSync(report, 'utf8')), withoutReport(output));
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number, numTotalTests: number, success: boolean }} report
 * @param {string} output
 * @returns {TierResult}
 */
function judge(report, output) {
  const skipped = report.numPendingTests + report.numTodoTests;
  const broken = report.numRuntimeErrorTestSuites;
  let failed = report.numFailedTests + skipped + broken;
  const faults = [];
  if (skipped > 0) faults.push(`${skipped} test(s) sauté(s) : un test sauté ne prouve rien.`);
  if (broken > 0) faults.push(`${broken} fichier(s) n’ont pas pu être lus.`);
  if (report.numTotalTests === 0 && broken === 0) faults.push('Aucun test n’a été trouvé.');
  if (failed === 0 && (report.numTotalTests === 0 || !report.success)) failed = 1;
  return { passed: report.numPassedTests, failed, output, faults };
}

/** Jest prints the JSON report too. @param {string} output @returns {string} */
const withoutReport = (output) =>
  output
    .split('\n')
    .filter((line) => !line.startsWith('{"num') && !line.startsWith('Test results written'))
    .join('\n');
