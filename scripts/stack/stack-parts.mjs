import { Problem } from './problem.mjs';
import { createDatabases, databaseBeside, preparePostgres } from './postgres.mjs';
import { obtainPrograms } from './temporal-programs.mjs';
import { applySchema, temporalServer } from './temporal-server.mjs';
import { bringBackIndexes, leaveOutIndexes } from './visibility-indexes.mjs';

/** @typedef {import('./product.mjs').Stack} Stack */

/** @param {Stack} stack @returns {Promise<void>} */
export async function startPostgres(stack) {
  const { signal, durable = false } = stack.options;
  await stack.steps.run('Base de données Postgres', async () => {
    const child = await preparePostgres({
      dataDir: stack.dataDir,
      logs: stack.logs,
      port: stack.ports.POSTGRES_PORT,
      password: stack.secrets.postgresPassword,
      durable,
      signal,
    });
    if (child.home.movedOutside) {
      stack.steps.say(`  Ce dossier est réservé à root : la base est dans ${child.home.data}`);
    }
    await stack.launch('postgres', child);
    await createDatabases(databaseBeside(stack.urls.database, 'postgres'), ['parvis']);
  });
}

/** @param {Stack} stack @returns {Promise<void>} */
export async function startTemporal(stack) {
  const { signal } = stack.options;
  const programs = await stack.steps.run('Serveur Temporal : programmes', (note) => obtainPrograms({ note, signal }));
  const database = new URL(stack.urls.database);
  const plan = {
    dataDir: stack.dataDir,
    logs: stack.logs,
    programs,
    ports: stack.ports,
    signal,
    store: {
      host: database.hostname,
      port: Number(database.port || 5432),
      user: decodeURIComponent(database.username),
      password: decodeURIComponent(database.password),
      tls: /^(require|verify-ca|verify-full)$/.test(database.searchParams.get('sslmode') ?? ''),
    },
  };
  await stack.steps.run('Serveur Temporal : tables', async () => {
    await createDatabases(database.href, ['temporal', 'temporal_visibility']);
    const visibility = databaseBeside(database.href, 'temporal_visibility');
    await bringBackIndexes(visibility);
    await applySchema(plan);
    await leaveOutIndexes(visibility);
  });
  await stack.add('temporal', 'Serveur Temporal', temporalServer(plan));
}

/**
 * What the product's own commands lay out before API and worker can run.
 * @param {Stack} stack
 * @param {boolean} load catalogue and town too
 * @returns {Promise<void>}
 */
export async function prepareProduct(stack, load) {
  const always = [
    ['migrate', 'Tables de Parvis'],
    ['temporal-setup', 'Espace de noms et attributs de recherche de Temporal'],
  ];
  const data = [
    ['catalog-load', 'Catalogue des démarches'],
    ['town-load', 'Ville de démonstration'],
  ];
  for (const [command = '', label = ''] of load ? [...always, ...data] : always) {
    await goOnIfPublished(stack, () => stack.steps.run(label, () => stack.runCli(command)));
  }
}

/** Exit status by which `catalog-load` says that it refused the files, and that a catalogue is in force all the same. */
const REFUSED_BUT_PUBLISHED = 3;

/**
 * A mistake in a file of the catalogue does not close the town hall: it is shown, and what was published goes on.
 * @param {Stack} stack
 * @param {() => Promise<unknown>} load
 */
async function goOnIfPublished(stack, load) {
  try {
    await load();
  } catch (error) {
    if (!(error instanceof Problem) || error.exitCode !== REFUSED_BUT_PUBLISHED) throw error;
    stack.steps.say(`${error.details}\n  La ville continue avec les démarches déjà publiées.`);
  }
}
