// `npm run catalog:search -- "y a un trou"`, for people.
// `npm run --silent catalog:search -- --queries FILE`: a sentence a line in, a line of JSON out for each, nothing else.
// `npm run catalog:search -- --figures`: how well it finds the sentences of test/search, written into the README of the
// catalogue.
// From a bare clone it installs and builds what is missing first, saying so on the error output. Searches the database of
// DATABASE_URL, or one of its own that lives as long as the command.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer } from './stack/build.mjs';
import { installDependencies } from './stack/dependencies.mjs';
import { listenForInterruption } from './stack/interruption.mjs';
import { root } from './stack/paths.mjs';
import { Problem } from './stack/problem.mjs';
import { showProblem } from './stack/problem-output.mjs';
import { startStack } from './stack/product.mjs';
import { createSteps } from './stack/steps.mjs';

const usage = 'Usage : npm run catalog:search -- "ce que dit la personne" | --queries FICHIER | --figures';
const readme = path.join(root, 'process-catalog', 'README.md');
const marks = { begin: '<!-- chiffres : npm run catalog:search -- --figures -->', end: '<!-- fin des chiffres -->' };

/** @typedef {{ args: readonly string[], figures: boolean }} Asked */

/** @param {readonly string[]} given @returns {Asked} what the product's own command is asked */
function asked(given) {
  const { values, positionals } = parseGiven(given);
  if (values.figures) return { args: ['--figures', path.join(root, 'test', 'search')], figures: true };
  if (values.queries === undefined) {
    if (positionals.length === 0) throw new Problem(usage);
    return { args: ['--', ...positionals], figures: false };
  }
  // npm runs us in the root; the file is named from where the person is.
  const file = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), values.queries);
  if (!existsSync(file)) throw new Problem(`Le fichier ${file} n’existe pas : une phrase par ligne.`);
  return { args: ['--queries', file], figures: false };
}

/** @param {readonly string[]} given */
function parseGiven(given) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { queries: { type: 'string' }, figures: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new Problem(usage, { cause: error });
  }
}

/** @param {Asked} what @param {NodeJS.ProcessEnv} env @returns {Promise<number>} the exit code */
async function search({ args, figures }, env) {
  const command = path.join(root, 'dist', 'src', 'cli', 'catalog-search.js');
  const child = spawn(process.execPath, [command, ...args], {
    env,
    stdio: ['ignore', figures ? 'pipe' : 'inherit', 'inherit'],
  });
  let table = '';
  child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (table += text));
  const [code] = await once(child, 'close');
  if (figures && code === 0) writeFigures(table);
  return code ?? 1;
}

/** @param {string} table Markdown */
function writeFigures(table) {
  const text = readFileSync(readme, 'utf8');
  const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)];
  if (begin < 0 || end < begin) throw new Problem(`Il manque « ${marks.begin} » et « ${marks.end} » dans ${readme}.`);
  writeFileSync(readme, `${text.slice(0, begin + marks.begin.length)}\n\n${table.trim()}\n\n${text.slice(end)}`);
  process.stdout.write(table);
}

/** @param {readonly string[]} given @returns {Promise<number>} the exit code */
async function main(given) {
  const steps = createSteps(process.stderr);
  const { signal } = listenForInterruption(() => undefined);
  try {
    const what = asked(given);
    await installDependencies(steps, signal);
    await buildServer(steps, signal);
    if (process.env['DATABASE_URL'] !== undefined) return await search(what, process.env);
    const stack = await startStack({ parts: ['postgres'], steps, signal });
    try {
      await steps.run('Catalogue des démarches', async () => {
        await stack.runCli('migrate');
        await stack.runCli('catalog-load');
      });
      return await search(what, stack.env);
    } finally {
      await stack.stop();
    }
  } catch (error) {
    return showProblem(error, root);
  }
}

process.exit(await main(process.argv.slice(2)));
