import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { markdownTable, round } from './statistics.mjs';

/**
 * Flags by which API and worker write a CPU profile into the folder when they end; any browser's tools open it.
 * @param {string | undefined} folder
 * @returns {readonly string[]}
 */
export function profileFlags(folder) {
  if (folder === undefined) return [];
  mkdirSync(folder, { recursive: true });
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

/**
 * Lets Postgres count its statements; it must start again for that.
 * @param {import('../stack/product.mjs').Stack} stack
 */
export async function countStatements(stack) {
  await query(stack.urls.database, "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
  await stack.processes.postgres.restart();
  await query(stack.urls.database, 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
}

const STATEMENTS = `
  SELECT d.datname, s.calls, s.total_exec_time, s.mean_exec_time, s.rows, s.shared_blks_hit + s.shared_blks_read AS blocks,
    s.wal_bytes, regexp_replace(s.query, '\\s+', ' ', 'g') AS query
  FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
  ORDER BY s.total_exec_time DESC LIMIT 60`;

/** What the statements cost, dearest first. @param {string} url @param {string} folder */
export async function writeStatements(url, folder) {
  const rows = await query(url, STATEMENTS);
  const table = markdownTable(
    ['database', 'calls', 'total ms', 'mean ms', 'rows', 'blocks', 'WAL bytes', 'statement'],
    rows.map((row) => [
      row['datname'],
      row['calls'],
      round(row['total_exec_time']),
      round(row['mean_exec_time'], 3),
      row['rows'],
      row['blocks'],
      row['wal_bytes'],
      row['query'],
    ]),
  );
  writeFileSync(path.join(folder, 'statements.md'), `${table}\n`);
}

/** The functions that cost most in each profile of the folder, themselves alone. @param {string} folder */
export function summariseProfiles(folder) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'))) {
    const text = dearest(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    writeFileSync(path.join(folder, name.replace('.cpuprofile', '.md')), `${text}\n`);
  }
}

/**
 * @typedef {{ id: number, callFrame: { functionName: string, url: string, lineNumber: number }, children?: number[] }} Node
 * @param {{ nodes: Node[], samples: number[], timeDeltas: number[] }} profile
 */
function dearest({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Map(nodes.map(({ id }) => [id, 0]));
  for (const [rank, id] of samples.entries()) own.set(id, (own.get(id) ?? 0) + (timeDeltas[rank] ?? 0));
  /** @type {Map<string, { own: number, total: number }>} */
  const costs = new Map();
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  for (const [id, cost] of own) {
    if (cost === 0) continue;
    /** @type {Set<string>} */
    const seen = new Set();
    for (let at = /** @type {number | undefined} */ (id); at !== undefined; at = parents.get(at)) {
      for (const place of placesOf(/** @type {Node} */ (byId.get(at)))) {
        const known = costs.get(place) ?? { own: 0, total: 0 };
        if (at === id) known.own += cost;
        if (!seen.has(place)) known.total += cost;
        seen.add(place);
        costs.set(place, known);
      }
    }
  }
  const ms = (/** @type {number} */ microseconds) => Math.round(microseconds / 1000);
  const table = (/** @type {'own' | 'total'} */ by) =>
    markdownTable(
      ['own ms', 'with what it calls', 'where'],
      [...costs]
        .sort(([, one], [, other]) => other[by] - one[by])
        .slice(0, 90)
        .map(([place, cost]) => [ms(cost.own), ms(cost.total), place]),
    );
  return `By their own time\n\n${table('own')}\n\nWith what they call\n\n${table('total')}`;
}

/** The function, and the package or the file it is in. @param {Node} node @returns {readonly string[]} */
function placesOf({ callFrame: { functionName, url, lineNumber } }) {
  const inPackages = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(url);
  const file = inPackages === null ? url.replace(/^.*\/dist\//, '') : `${inPackages[1]}/${inPackages[2]}`;
  const whole = inPackages === null ? (url.startsWith('node:') ? 'node' : file) : inPackages[1];
  return [`${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`, `= ${whole}`];
}

/** @param {string} url @param {string} sql @returns {Promise<any[]>} */
async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
