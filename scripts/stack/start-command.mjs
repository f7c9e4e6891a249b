import { existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { duration } from './duration.mjs';
import { isFree } from './free-ports.mjs';
import { listenForInterruption } from './interruption.mjs';
import { followErrors } from './log-follower.mjs';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { showProblem } from './problem-output.mjs';
import { startStack } from './product.mjs';
import { restartOnChange } from './restart-on-change.mjs';
import { alreadyRunning, livingStack } from './running-mark.mjs';
import { help, startOptions } from './start-options.mjs';
import { createSteps } from './steps.mjs';

/** @typedef {import('./product.mjs').Stack} Stack @typedef {import('./start-options.mjs').StartOptions} StartOptions */

/**
 * `npm start`: from a clone to a town at work, until Ctrl-C.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function startCommand(args) {
  const begun = Date.now();
  const steps = createSteps();
  const { signal, asked } = listenForInterruption(() => {
    steps.say('Arrêt en cours…');
  });
  let folder = root;
  try {
    loadDotEnv();
    const options = startOptions(args);
    folder = options.dataDir;
    if (options.help) {
      process.stdout.write(help);
      return 0;
    }
    const stack = await startAll(options, steps, signal);
    const followers = ['api', 'worker'].map((part) => {
      const child = stack.processes[/** @type {'api' | 'worker'} */ (part)];
      return followErrors(child.log, (line) => {
        steps.say(`[${child.name}] ${line}`);
      });
    });
    welcome(stack, steps, Date.now() - begun);
    if (options.watch) restartOnChange(stack, steps, signal);
    await asked;
    for (const stop of followers) stop();
    await stack.stop();
    steps.say('Tout est arrêté. Vos données sont conservées.');
    return 0;
  } catch (error) {
    const code = showProblem(error, folder);
    if (signal.aborted) steps.say('Démarrage interrompu, tout est arrêté.');
    return code;
  }
}

/**
 * @param {StartOptions} options
 * @param {import('./steps.mjs').Steps} steps
 * @param {AbortSignal} signal
 * @returns {Promise<Stack>}
 */
async function startAll(options, steps, signal) {
  const other = livingStack(options.dataDir);
  if (other !== undefined) throw alreadyRunning(other);
  checkRoom(options.dataDir);
  await checkPort(options.port, `choisissez-en un autre avec npm start -- --port ${options.port + 1}`);
  const postgresPort = Number(process.env['PGPORT'] || 0);
  const { DATABASE_URL: database, TEMPORAL_ADDRESS: temporal, SMTP_URL: smtp } = process.env;
  if (postgresPort > 0 && !database) await checkPort(postgresPort, 'changez ou retirez la variable PGPORT');
  await installDependencies(steps, signal);
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value && !ours.has(name) ? [[name, value]] : [])),
  );
  return startStack({
    dataDir: options.dataDir,
    durable: true,
    supervise: true,
    build: options.build,
    ports: { API_PORT: options.port, ...(postgresPort > 0 ? { POSTGRES_PORT: postgresPort } : {}) },
    external: { ...(database && { database }), ...(temporal && { temporal }), ...(smtp && { smtp }) },
    env: { PUBLIC_URL: `http://localhost:${options.port}`, ...env },
    steps,
    signal,
  });
}

/** Decided by the options above or by the stack. */
const ours = new Set(['PORT', 'DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL']);

/** What the person wrote in `.env` counts like the environment, which goes first. */
function loadDotEnv() {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** @param {string} dataDir */
function checkRoom(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const wanted = existsSync(path.join(root, 'node_modules')) ? 1 : 3;
  for (const folder of [dataDir, root]) {
    const { bavail, bsize } = statfsSync(folder);
    const free = (bavail * bsize) / 1e9;
    if (free >= wanted) continue;
    throw new Problem(
      `Il reste ${free.toFixed(1).replace('.', ',')} Go sur le disque qui contient ${folder}, il en faut au moins ${wanted} : libérez de la place, puis recommencez.`,
    );
  }
}

/** @param {number} port @param {string} advice */
async function checkPort(port, advice) {
  if (await isFree(port, process.env['HOST'] || '127.0.0.1')) return;
  throw new Problem(`Le port ${port} est déjà utilisé : ${advice}.`);
}

/**
 * @param {Stack} stack
 * @param {import('./steps.mjs').Steps} steps
 * @param {number} took milliseconds
 */
function welcome(stack, steps, took) {
  const url = stack.env['PUBLIC_URL'] ?? stack.urls.api;
  steps.say(`\nParvis est prêt (${duration(took)}).\n`);
  steps.say(`  Adresse à ouvrir      ${url}`);
  steps.say(`  Description de l’API   ${url}/api/v1/openapi.json`);
  if (stack.started.mail) steps.say(`  Courriels envoyés     ${stack.urls.mail}`);
  steps.say(`  Données et journaux   ${stack.dataDir}`);
  if (!stack.env['OIDC_ISSUER']) sayAccounts(stack.dataDir, steps);
  steps.say('\nCtrl-C arrête tout.');
}

const dayOfACase = [
  ...['ambassador', 'patroller', 'referent', 'headOfDepartment', 'director', 'dga', 'dgs', 'cabinetDirector'],
  ...['electedOfficial', 'headOfCitizenRelations', 'designer', 'administrator'],
];

/**
 * One account of each role, in the order of a case's day: the town has two hundred.
 * @typedef {{ login: string, nom: string, fonction?: string, roles: readonly string[] }} Account written by the command that loads the town
 * @param {string} dataDir
 * @param {import('./steps.mjs').Steps} steps
 */
function sayAccounts(dataDir, steps) {
  const file = path.join(dataDir, 'accounts.json');
  if (!existsSync(file)) return;
  /** @type {Account[]} */
  const accounts = JSON.parse(readFileSync(file, 'utf8'));
  const shown = dayOfACase.flatMap((role) => accounts.find(({ roles }) => roles.includes(role)) ?? []);
  const width = Math.max(...shown.map(({ login }) => login.length));
  steps.say('\n  Comptes de démonstration (mot de passe : parvis)');
  for (const { login, nom, fonction } of shown) {
    steps.say(`    ${login.padEnd(width)}  ${nom}${fonction === undefined ? '' : `, ${fonction}`}`);
  }
  if (accounts.length > shown.length) steps.say(`    … et ${accounts.length - shown.length} autres dans ${file}`);
}
