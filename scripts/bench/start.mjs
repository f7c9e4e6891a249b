// `npm run bench`: its own stack on throw-away data, durable as in production; prints tables, then everything as JSON.
import { rmSync, writeFileSync } from 'node:fs';
import { root } from '../stack/paths.mjs';
import { showProblem } from '../stack/problem-output.mjs';
import { startStack } from '../stack/product.mjs';
import { createSteps } from '../stack/steps.mjs';
import { benchCatalog } from './bench-catalog.mjs';
import { benchOptions, help } from './bench-options.mjs';
import { report } from './bench-report.mjs';
import { fillTown } from './big-town.mjs';
import { benchInbox } from './inbox-bench.mjs';
import { load } from './load.mjs';
import { describeMachine } from './machine.mjs';
import { countStatements, profileFlags, summariseProfiles, writeStatements } from './profile.mjs';
import { benchSearch } from './search-bench.mjs';
import { productClient } from './task-load.mjs';
import { benchTasks } from './tasks-bench.mjs';

/** @param {ReturnType<typeof benchOptions>} options */
async function bench(options) {
  const steps = createSteps(process.stderr);
  const catalog = benchCatalog(options.catalog);
  const interruption = new AbortController();
  process.once('SIGINT', () => {
    interruption.abort();
  });
  const stack = await startStack({
    durable: true,
    env: { CATALOG_DIR: catalog },
    nodeFlags: profileFlags(options.profile),
    steps,
    signal: interruption.signal,
  });
  interruption.signal.addEventListener('abort', () => void stack.stop().then(() => process.exit(130)));
  try {
    if (options.profile !== undefined) await countStatements(stack);
    const machine = await describeMachine(stack.urls.database);
    const tasks = options.parts.includes('tasks')
      ? await steps.run('Tâches', () => benchTasks(stack, options))
      : undefined;
    if (tasks === undefined && options.parts.includes('inbox')) await load([await productClient(stack.urls.api)], 1);
    const inbox = options.parts.includes('inbox')
      ? await steps.run('Corbeilles', () => inboxOf(stack, options))
      : undefined;
    const search = options.parts.includes('search')
      ? await steps.run('Recherche', () => benchSearch(stack.urls.api))
      : undefined;
    const figures = {
      machine,
      settings: settingsOf(options),
      ...(tasks && { tasks }),
      ...(inbox && { inbox }),
      ...(search && { search }),
    };
    if (options.profile !== undefined) await writeStatements(stack.urls.database, options.profile);
    process.stdout.write(`${report(figures)}\n`);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await stack.stop();
    rmSync(catalog, { recursive: true, force: true });
    if (options.profile !== undefined) summariseProfiles(options.profile);
  }
}

/** @param {import('../stack/product.mjs').Stack} stack @param {{ open: number, finished: number }} sizes */
async function inboxOf(stack, sizes) {
  await fillTown(stack.urls.database, sizes);
  return benchInbox(stack.urls.api);
}

/** @param {ReturnType<typeof benchOptions>} options */
const settingsOf = ({ seconds, clients, open, finished }) => ({ seconds, clients, open, finished });

const options = benchOptions(process.argv.slice(2));
if (options.help) process.stdout.write(help);
else {
  try {
    await bench(options);
  } catch (error) {
    process.exitCode = showProblem(error, root);
  }
}
