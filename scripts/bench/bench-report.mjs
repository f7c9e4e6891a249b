import { markdownTable } from './statistics.mjs';

/**
 * @typedef {object} Figures
 * @property {Awaited<ReturnType<typeof import('./machine.mjs').describeMachine>>} machine
 * @property {object} settings
 * @property {Awaited<ReturnType<typeof import('./tasks-bench.mjs').benchTasks>>} [tasks]
 * @property {Awaited<ReturnType<typeof import('./inbox-bench.mjs').benchInbox>>} [inbox]
 * @property {Awaited<ReturnType<typeof import('./search-bench.mjs').benchSearch>>} [search]
 */

/** @param {{ p50: number, p95: number, p99: number }} one */
const latency = ({ p50, p95, p99 }) => `${p50} / ${p95} / ${p99}`;

/**
 * Tables for people, then the same as JSON for programs.
 * @param {Figures} figures
 * @returns {string}
 */
export function report(figures) {
  const { machine, tasks, inbox, search } = figures;
  return [
    `${machine.processor}, ${machine.cores} cores, Node ${machine.node}, Postgres ${machine.postgres['server_version']}, load ${machine.loadBefore.join(' ')}`,
    ...(tasks === undefined ? [] : [taskTable(tasks), cpuTable(tasks), memoryTable(tasks)]),
    ...(inbox === undefined ? [] : [inboxTable(inbox)]),
    ...(search === undefined ? [] : [searchTable(search)]),
    JSON.stringify(figures),
  ].join('\n\n');
}

/** @param {NonNullable<Figures['tasks']>} tasks */
function taskTable({ measures }) {
  const titles = ['clients', 'who', 'cases/s', 'human tasks/s', 'intake p50/p95/p99 ms', 'list', 'command', 'ratio'];
  const rows = measures.flatMap(({ clients, product, plain, ratio }) =>
    /** @type {const} */ ([
      ['product', product, ratio],
      ['plain SQL', plain, ''],
    ]).map(([who, one, share]) => [
      clients,
      who,
      one.casesPerSecond,
      one.tasksPerSecond,
      latency(one.intake),
      latency(one.list),
      latency(one.command),
      share,
    ]),
  );
  return markdownTable(titles, rows);
}

/** @param {NonNullable<Figures['tasks']>} tasks */
function cpuTable({ measures }) {
  const titles = ['CPU ms per case', 'Postgres', 'Temporal', 'worker', 'API'];
  return markdownTable(
    titles,
    measures.map(({ clients, cpuPerCase: cpu }) => [
      `${clients} client(s)`,
      cpu['postgres'] ?? '',
      cpu['temporal'] ?? '',
      cpu['worker'] ?? '',
      cpu['api'] ?? '',
    ]),
  );
}

/** @param {NonNullable<Figures['tasks']>} tasks */
function memoryTable({ memory }) {
  return markdownTable(
    ['memory MB', 'peak', 'at the end'],
    Object.entries(memory).map(([part, { peak, now }]) => [part, peak, now]),
  );
}

/** @param {NonNullable<Figures['inbox']>} inbox */
function inboxTable(inbox) {
  return markdownTable(
    ['list', 'reader', 'p50/p95/p99 ms'],
    inbox.map(({ what, login, ...one }) => [what, login, latency(one)]),
  );
}

/** @param {NonNullable<Figures['search']>} search */
function searchTable({ search, plain, runs }) {
  return markdownTable(
    ['catalogue', 'p50/p95/p99 ms'],
    [
      [`search, quietest of ${runs.length} runs`, latency(search)],
      ['a plain route, in between', latency(plain)],
      ['p95 of each run', runs.map((run) => run.search.p95).join(' / ')],
    ],
  );
}
