import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../stack/paths.mjs';
import { DeskClient } from './desk-client.mjs';
import { percentiles } from './statistics.mjs';

const WARM_UP = 40;
const RUNS = 5;
/** Who is signed in, through the same doors: what a search costs over it is its own. */
const PLAIN = '/session';

/**
 * The catalogue asked every sentence of `test/search`, as the screen asks it. A machine shared with others is noisy: the
 * quietest run of several counts, and its ratio to a plain route asked in between.
 * @param {string} origin
 */
export async function benchSearch(origin) {
  const person = await DeskClient.signIn(origin, 'ambassadrice1');
  const routes = (await sentences()).map((sentence) => `/processes?limit=5&q=${encodeURIComponent(sentence)}`);
  for (const route of routes.slice(0, WARM_UP)) await person.get(route);
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await askAll(person, routes));
  const quietest = runs.reduce((best, run) => (run.search.p95 < best.search.p95 ? run : best));
  return { ...quietest, runs };
}

/** @param {DeskClient} person @param {readonly string[]} routes */
async function askAll(person, routes) {
  /** @type {{ search: number[], plain: number[] }} */
  const taken = { search: [], plain: [] };
  for (const route of routes) {
    taken.search.push(await timed(person, route));
    taken.plain.push(await timed(person, PLAIN));
  }
  return { search: percentiles(taken.search), plain: percentiles(taken.plain) };
}

/** @param {DeskClient} person @param {string} route @returns {Promise<number>} milliseconds */
async function timed(person, route) {
  const from = performance.now();
  await person.get(route);
  return performance.now() - from;
}

/** @returns {Promise<readonly string[]>} */
async function sentences() {
  const compiled = path.join(root, 'dist', 'src', 'catalog', 'search-figures.js');
  /** @type {typeof import('../../src/catalog/search-figures.js')} */
  const { readSentences } = await import(pathToFileURL(compiled).href);
  const batches = readSentences(path.join(root, 'test', 'search'));
  return [...batches.values()].flat().map(({ sentence }) => sentence);
}
