// `npm run catalog:search -- "y a un trou"`, for people.
// `npm run --silent catalog:search -- --queries FILE`: a sentence a line in, a line of JSON out for each, nothing else.
// Searches the database of DATABASE_URL, or one of its own that lives as long as the command.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { listenForInterruption } from './stack/interruption.mjs';
import { root } from './stack/paths.mjs';
import { showProblem } from './stack/problem-output.mjs';
import { startStack } from './stack/product.mjs';

const usage = 'Usage : npm run catalog:search -- "ce que dit la personne" | --queries FICHIER\n';

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} the exit code */
async function search(args, env) {
  const command = path.join(root, 'dist', 'src', 'cli', 'catalog-search.js');
  const child = spawn(process.execPath, [command, ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

/** @param {readonly string[]} args @returns {Promise<number>} the exit code */
async function main(args) {
  if (args.length === 0) {
    process.stderr.write(usage.replace(' :', '\u00a0:'));
    return 1;
  }
  if (process.env['DATABASE_URL'] !== undefined) return search(args, process.env);
  const { signal } = listenForInterruption(() => undefined);
  try {
    const stack = await startStack({ parts: ['postgres'], signal });
    try {
      await stack.runCli('migrate');
      await stack.runCli('catalog-load');
      return await search(args, stack.env);
    } finally {
      await stack.stop();
    }
  } catch (error) {
    return showProblem(error, root);
  }
}

process.exit(await main(process.argv.slice(2)));
