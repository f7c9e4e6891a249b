import pg from 'pg';
import { load } from './load.mjs';
import { plainClient, preparePlainMachine } from './plain-machine.mjs';
import { round } from './statistics.mjs';
import { productClient } from './task-load.mjs';
import { cpuSeconds, memory } from './usage.mjs';

const PARTS = /** @type {const} */ (['postgres', 'temporal', 'worker', 'api']);
const WARM_UP_SECONDS = 8;

/**
 * Cases lived over HTTP, many at once and one after the other, each beside the plain state machine with as many clients.
 * @param {import('../stack/product.mjs').Stack} stack
 * @param {{ clients: number, seconds: number }} options
 */
export async function benchTasks(stack, { clients, seconds }) {
  const product = await Promise.all(Array.from({ length: clients }, () => productClient(stack.urls.api)));
  await load(product, WARM_UP_SECONDS);
  const rows = await preparePlainMachine(stack.urls.database, await finishedCase(stack.urls.database));
  const plain = await Promise.all(Array.from({ length: clients }, () => plainClient(stack.urls.database, rows)));
  const measures = [];
  for (const count of new Set([clients, 1])) {
    const before = cpuOf(stack);
    const lived = await load(product.slice(0, count), seconds);
    const after = cpuOf(stack);
    const beside = await load(
      plain.slice(0, count).map(({ live }) => live),
      Math.min(seconds, 10),
    );
    const cpuPerCase = Object.fromEntries(
      PARTS.map((part) => [part, round(((after[part] - before[part]) * 1000) / lived.cases)]),
    );
    measures.push({
      clients: count,
      product: lived,
      plain: beside,
      cpuPerCase,
      ratio: round(lived.tasksPerSecond / beside.tasksPerSecond, 3),
    });
  }
  for (const { end } of plain) await end();
  return { measures, memory: Object.fromEntries(PARTS.map((part) => [part, memory(stack.processes[part].pid ?? 0)])) };
}

/** @param {import('../stack/product.mjs').Stack} stack */
function cpuOf(stack) {
  const seconds = PARTS.map((part) => [part, cpuSeconds(stack.processes[part].pid ?? 0)]);
  return /** @type {Record<(typeof PARTS)[number], number>} */ (Object.fromEntries(seconds));
}

/** @param {string} url @returns {Promise<string>} */
async function finishedCase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT case_id FROM case_files WHERE status = 'closed' ORDER BY updated_at DESC LIMIT 1",
  );
  await client.end();
  return rows[0].case_id;
}
