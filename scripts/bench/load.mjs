import { percentiles, round } from './statistics.mjs';

/**
 * @typedef {{ intake: number[], list: number[], command: number[] }} Latencies milliseconds
 * @typedef {(note: <T>(kind: keyof Latencies, work: () => Promise<T>) => Promise<T>) => Promise<void>} LiveACase
 */

/** Human tasks of a case: an answer and three endorsements. */
export const TASKS_PER_CASE = 4;

/**
 * Lets each client live one case after the other for a while, and counts what was done in it.
 * @param {readonly LiveACase[]} clients
 * @param {number} seconds
 * @returns {Promise<ReturnType<typeof figuresOf>>}
 */
export async function load(clients, seconds) {
  /** @type {Latencies} */
  const taken = { intake: [], list: [], command: [] };
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let cases = 0;
  await Promise.all(
    clients.map(async (liveACase) => {
      while (performance.now() < until) {
        await liveACase(async (kind, work) => {
          const from = performance.now();
          const result = await work();
          taken[kind].push(performance.now() - from);
          return result;
        });
        cases += 1;
      }
    }),
  );
  return figuresOf(taken, cases, (performance.now() - begun) / 1000);
}

/** @param {Latencies} taken @param {number} cases @param {number} seconds */
function figuresOf({ intake, list, command }, cases, seconds) {
  return {
    cases,
    seconds: round(seconds),
    casesPerSecond: round(cases / seconds),
    tasksPerSecond: round((cases * TASKS_PER_CASE) / seconds),
    intake: percentiles(intake),
    list: percentiles(list),
    command: percentiles(command),
  };
}
