import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * What stands beside the product: a state machine in plain SQL, written by hand, without HTTP, sessions, permissions,
 * rendering or an engine, that leaves the same rows behind. They are copied from a case that the product lived, under
 * other ids: request, case, tasks, journal, commands, texts, letter; one transaction for the intake, one for each task.
 */

/** Tables that a case leaves rows in, as they are copied. */
const TABLES = /** @type {const} */ ([
  'requests',
  'case_files',
  'tasks',
  'journal_entries',
  'case_inputs',
  'commands',
  'texts',
  'letters',
]);

/** @typedef {Record<(typeof TABLES)[number], readonly Record<string, unknown>[]>} Rows */

/**
 * Makes empty tables of the same shape, and reads the case that is to be copied.
 * @param {string} url of the product's database
 * @param {string} caseId a case lived to its end
 * @returns {Promise<Rows>}
 */
export async function preparePlainMachine(url, caseId) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('DROP SCHEMA IF EXISTS plain CASCADE; CREATE SCHEMA plain');
  /** @type {Partial<Rows>} */
  const rows = {};
  for (const table of TABLES) {
    await client.query(`CREATE TABLE plain.${table} (LIKE public.${table} INCLUDING ALL EXCLUDING GENERATED)`);
    const { rows: found } = await client.query(
      `SELECT to_jsonb(t) AS row, t.* FROM public.${table} t WHERE case_id = $1`,
      [caseId],
    );
    rows[table] = found.map(({ row: _row, ...columns }) => columns);
  }
  await client.end();
  return /** @type {Rows} */ (rows);
}

/**
 * A client of the plain machine, on a connection of its own.
 * @param {string} url
 * @param {Rows} rows
 * @returns {Promise<{ live: import('./load.mjs').LiveACase, end: () => Promise<void> }>}
 */
export async function plainClient(url, rows) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=plain,public' });
  await client.connect();
  const model = modelOf(rows);
  return {
    end: () => client.end(),
    live: async (note) => {
      const ids = model.newIds();
      const write = (/** @type {() => Promise<void>} */ work) => transaction(client, work);
      await note('intake', () => write(() => openCase(client, model, ids)));
      for (const step of model.steps) {
        await note('list', () => client.query({ name: 'list', text: LIST, values: [step.holder] }));
        await note('command', () => write(() => doTask(client, model, { ids, step })));
      }
    },
  };
}

const LIST = `SELECT t.*, c.case_number, c.title, c.clock_state, c.promised_on, c.received_at FROM tasks t
  JOIN case_files c ON c.case_id = t.case_id WHERE t.open AND t.holder = $1
  ORDER BY coalesce(t.due_on, 'infinity'), t.opened_at, t.id LIMIT 51`;

/** @typedef {ReturnType<typeof modelOf>} Model @typedef {Model['steps'][number]} Step @typedef {Map<string, string>} Ids */

/** @param {Rows} rows */
function modelOf(rows) {
  const [caseFile] = rows.case_files;
  const caseId = String(caseFile?.['case_id']);
  const tasks = rows.tasks.toSorted((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1));
  const named = [
    caseId,
    ...['requests', 'commands', 'texts', 'letters'].flatMap((table) =>
      rows[/** @type {'texts'} */ (table)].map(({ id }) => String(id)),
    ),
  ];
  const commands = rows.commands.toSorted((one, other) => Number(one['revision']) - Number(other['revision']));
  const steps = commands.map((command, rank) => ({
    rank,
    command,
    revision: Number(command['revision']),
    holder: tasks[rank]?.['holder'],
    taskId: tasks[rank]?.['id'],
    next: tasks[rank + 1],
    lines: rows.journal_entries.filter((line) => line['revision'] === command['revision']),
    texts: rank === 0 ? rows.texts : [],
    letters: rank === 0 ? rows.letters : [],
  }));
  return { rows, steps, tasks, newIds: () => new Map(named.map((id) => [id, randomUUID()])) };
}

/** @param {pg.Client} client @param {Model} model @param {Ids} ids */
async function openCase(client, { rows, tasks }, ids) {
  await insert(client, 'requests', rows.requests, ids);
  await insert(
    client,
    'case_files',
    rows.case_files.map((row) => ({ ...row, revision: 0, status: 'open', closed_at: null })),
    ids,
  );
  await insert(client, 'tasks', tasks.slice(0, 1).map(opened), ids);
  await insert(
    client,
    'journal_entries',
    rows.journal_entries.filter(({ revision }) => revision === 0),
    ids,
  );
  await insert(client, 'case_inputs', rows.case_inputs, ids);
}

/** @param {pg.Client} client @param {Model} model @param {{ ids: Ids, step: Step }} done */
async function doTask(client, { rows }, { ids, step }) {
  const [caseFile] = rows.case_files;
  const caseId = ids.get(String(caseFile?.['case_id']));
  const taskId = renamed(step.taskId, ids);
  const { rows: locked } = await client.query({
    name: 'lock',
    text: 'SELECT revision, status, case_file FROM case_files WHERE case_id = $1 FOR UPDATE',
    values: [caseId],
  });
  const { rowCount } = await client.query({
    name: 'task',
    text: 'UPDATE tasks SET open = false, ended_at = now() WHERE id = $1 AND open',
    values: [taskId],
  });
  if (locked[0]?.status !== 'open' || rowCount !== 1) throw new Error('not your turn');
  await insert(client, 'commands', [step.command], ids);
  await insert(client, 'texts', step.texts, ids);
  await insert(client, 'letters', step.letters, ids);
  const status = step.next === undefined ? caseFile?.['status'] : 'open';
  await client.query({
    name: 'case',
    text: 'UPDATE case_files SET revision = $2, status = $3, case_file = $4, updated_at = now(), step = $5 WHERE case_id = $1',
    values: [
      caseId,
      step.revision,
      status,
      renamed(JSON.stringify(caseFile?.['case_file']), ids),
      step.next?.['kind'] ?? 'closed',
    ],
  });
  if (step.next !== undefined) await insert(client, 'tasks', [opened(step.next)], ids);
  await insert(client, 'journal_entries', step.lines, ids);
  await client.query({
    name: 'tell',
    text: 'SELECT pg_notify($1, $2)',
    values: ['plain_changed', `${caseId}:${step.revision}`],
  });
}

/** @param {Record<string, unknown>} task */
const opened = (task) => ({ ...task, open: true, ended_at: null, claimed_by: null, claimed_at: null });

/** Columns that must differ from one case to the next, beyond the ids. */
const FRESH = ['case_number', 'client_key', 'tracking_code'];

/**
 * @param {pg.Client} client
 * @param {(typeof TABLES)[number]} table
 * @param {readonly Record<string, unknown>[]} rows
 * @param {Ids} ids
 */
async function insert(client, table, rows, ids) {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.flatMap((row) =>
    columns.map((column) => (FRESH.includes(column) ? randomUUID() : renamed(row[column], ids))),
  );
  const places = rows.map((_, r) => `(${columns.map((__, c) => `$${r * columns.length + c + 1}`).join(', ')})`);
  const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')}`;
  await client.query({ name: `${table}${rows.length}`, text, values });
}

/** The same value under the ids of this case. @param {unknown} value @param {Ids} ids @returns {unknown} */
function renamed(value, ids) {
  if (
    value instanceof Date ||
    Buffer.isBuffer(value) ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value === null
  )
    return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  let text = typeof value === 'string' ? value : JSON.stringify(value);
  for (const [old, fresh] of ids) text = text.replaceAll(old, fresh);
  return text;
}

/** @param {pg.Client} client @param {() => Promise<void>} work */
async function transaction(client, work) {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
