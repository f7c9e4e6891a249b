import { parseArgs } from 'node:util';
import { buildProduct } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { duration } from './duration.mjs';
import { listenForInterruption } from './interruption.mjs';
import { root } from './paths.mjs';
import { Interrupted, Problem } from './problem.mjs';
import { showProblem } from './problem-output.mjs';
import { createSteps } from './steps.mjs';
import { obtainPrograms } from './temporal-programs.mjs';
import { builtChecks, sourceChecks } from './test-checks.mjs';
import { runTier, tiers } from './test-tiers.mjs';

const help = `Vérifie tout : format, règles, types, flèches, code inutilisé, catalogue, fichiers générés, puis chaque étage de tests.

  npm test                         tout
  npm run check                    les vérifications, et les étages qui ne demandent que Node
  npm test -- --checks-only        les vérifications seules
  npm test -- --tier api           un étage (l’option se répète) ; ce qui suit -- va à Jest
`;

/**
 * @typedef {{ name: string, passed: number, failed: number, took: number }} Line of the table at the end
 * @typedef {{ steps: import('./steps.mjs').Steps, signal: AbortSignal, lines: Line[] }} Run
 */

/**
 * `npm test`. Ends with the line `N passed, N failed`; each check counts as one.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function testCommand(args) {
  const steps = createSteps();
  const { signal } = listenForInterruption(() => {
    steps.say('Arrêt en cours…');
  });
  /** @type {Run} */
  const run = { steps, signal, lines: [] };
  try {
    const options = testOptions(args);
    if (options.help) {
      process.stdout.write(help);
      return 0;
    }
    await installDependencies(run.steps, run.signal);
    await runAll(run, options);
  } catch (error) {
    return showProblem(error, root);
  }
  return conclude(run);
}

/**
 * @param {Run} run
 * @param {TestOptions} options
 */
async function runAll(run, { checks, chosen, jestArgs }) {
  if (checks) for (const check of sourceChecks) await runCheck(run, check);
  const needsBuild = checks || chosen.some(({ needs }) => needs === 'product' || needs === 'own');
  if (needsBuild) await runCheck(run, { name: 'build', run: (signal) => buildProduct(run.steps, signal) });
  if (checks) for (const check of builtChecks) await runCheck(run, check);
  // The specs of a stack count its seconds: none of them may wait for the build of a server.
  if (chosen.some(({ needs }) => needs === 'product' || needs === 'own')) await obtainTemporal(run);
  for (const tier of chosen) {
    await counted(run, `tests ${tier.name}`, async (note) => {
      const result = await runTier(tier, { jestArgs, note, signal: run.signal });
      if (result.failed > 0) throw new TierFailed(result);
      return result;
    });
  }
}

/** @param {Run} run @param {import('./test-checks.mjs').Check} check */
function runCheck(run, check) {
  return counted(run, check.name, async () => {
    await check.run(run.signal);
    return { passed: 1, failed: 0 };
  });
}

/** @param {Run} run */
function obtainTemporal(run) {
  return counted(run, 'Temporal server', async (note) => {
    await obtainPrograms({ note, signal: run.signal });
    return { passed: 1, failed: 0 };
  });
}

/**
 * Runs one thing, adds its line to the table, and lets the next ones run whatever happens.
 * @param {Run} run
 * @param {string} name
 * @param {(note: import('./steps.mjs').Note) => Promise<{ passed: number, failed: number }>} work
 */
async function counted({ steps, signal, lines }, name, work) {
  if (signal.aborted) throw new Interrupted();
  const started = Date.now();
  const line = { name, passed: 0, failed: 1, took: 0 };
  try {
    const { passed, failed } = await steps.run(name, work);
    Object.assign(line, { passed, failed });
  } catch (error) {
    if (signal.aborted) throw new Interrupted();
    if (error instanceof TierFailed) {
      Object.assign(line, { passed: error.result.passed, failed: error.result.failed });
      steps.say([error.result.output.trimEnd(), ...error.result.faults].join('\n  '));
    } else if (error instanceof Problem) steps.say(`${error.details.trimEnd()}\n  ${error.message}`.trimStart());
    else steps.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  lines.push({ ...line, took: Date.now() - started });
}

class TierFailed extends Error {
  /** @param {import('./test-tiers.mjs').TierResult} result */
  constructor(result) {
    super(`${result.failed} failed`);
    this.result = result;
  }
}

/** @param {Run} run @returns {number} the exit code */
function conclude({ steps, lines }) {
  const total = { passed: 0, failed: 0 };
  steps.say('');
  for (const { name, passed, failed, took } of lines) {
    total.passed += passed;
    total.failed += failed;
    const counts = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
    steps.say(`${failed === 0 ? '✔' : '✖'} ${name.padEnd(32)}${counts}   ${duration(took)}`);
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/**
 * @typedef {{ help: boolean, checks: boolean, chosen: readonly import('./test-tiers.mjs').Tier[], jestArgs: readonly string[] }} TestOptions
 * @param {readonly string[]} args
 * @returns {TestOptions}
 */
function testOptions(args) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      tier: { type: 'string', multiple: true, default: [] },
      'checks-only': { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const present = tiers();
  const unknown = values.tier.find((name) => !present.some((tier) => tier.name === name));
  if (unknown !== undefined) {
    throw new Problem(
      `L’étage ${unknown} n’existe pas : choisissez parmi ${present.map(({ name }) => name).join(', ')}.`,
    );
  }
  const one = values.tier.length > 0;
  const free = present.filter(({ name, needs }) => needs === 'nothing' && name !== 'workflows');
  const all = values['checks-only'] ? [] : values.quick ? free : present;
  return {
    help: values.help,
    checks: !one,
    chosen: one ? present.filter(({ name }) => values.tier.includes(name)) : all,
    jestArgs: positionals,
  };
}
