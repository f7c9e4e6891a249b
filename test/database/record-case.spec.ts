import { randomUUID } from 'node:crypto';
import type { JournalLine, RevisionRecord } from '../../domain/case/revision-record.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import { readJournal } from '../../src/database/repositories/journal.repository.js';
import { recordCase, recordCaseOverGap, recordOpening } from '../../src/database/repositories/record-case.js';
import { recordNext } from '../../src/database/repositories/record-next.js';
import { claimTask } from '../../src/database/repositories/task-claims.repository.js';
import { takeNext } from '../../src/database/repositories/tasks.repository.js';
import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('record_case');
});

afterAll(() => scratch.drop());

type Store = (record: RevisionRecord) => Promise<number>;

const underLock: Store = (record) => scratch.database.transaction((sql) => recordCase(sql, record));
const inOneStatement: Store = async (record) =>
  (await recordNext(scratch.database, record)) ? record.revision : underLock(record);

describe.each([
  ['under a lock', underLock],
  ['in one statement', inOneStatement],
])('recording a case %s', (_way, store) => {
  it('stores a revision with its tasks and lines, once', async () => {
    const opened = await anOpenCase();
    const record = revision(opened, 1, [1]);
    expect(await store(record)).toBe(1);
    expect(await store(record)).toBe(1);
    expect(await linesOf(opened)).toEqual(['0.0', '1.0']);
    expect(await openTasks(opened)).toEqual([`${opened.caseId}.t2`]);
  });

  it('takes several revisions that nobody stored in between', async () => {
    const opened = await anOpenCase();
    expect(await store(revision(opened, 3, [1, 2, 3]))).toBe(3);
    expect(await linesOf(opened)).toEqual(['0.0', '1.0', '2.0', '3.0']);
  });

  it('writes nothing for an older record that arrives late', async () => {
    const opened = await anOpenCase();
    await store(revision(opened, 2, [1, 2]));
    expect(await store(revision(opened, 1, [1]))).toBe(2);
    expect(await revisionOf(opened)).toBe(2);
  });

  it('opens an incident instead of leaving a gap in the journal', async () => {
    const opened = await anOpenCase();
    expect(await store(revision(opened, 2, [2]))).toBe(0);
    expect(await revisionOf(opened)).toBe(0);
    const incidents = await scratch.database.query<{ kind: string }>('SELECT kind FROM incidents WHERE case_id = $1', [
      opened.caseId,
    ]);
    expect(incidents.map((one) => one.kind)).toEqual(['journalGap']);
  });

  it('keeps a claim while its task is open', async () => {
    const opened = await anOpenCase();
    expect(await claimTask(scratch.database, `${opened.caseId}.t1`, 'p-1')).toBe('p-1');
    expect(await claimTask(scratch.database, `${opened.caseId}.t1`, 'p-2')).toBe('p-1');
    await store({ ...revision(opened, 1, [1]), caseFile: { ...opened, revision: 1 } });
    const [task] = await scratch.database.query<{ claimed_by: string }>('SELECT claimed_by FROM tasks WHERE id = $1', [
      `${opened.caseId}.t1`,
    ]);
    expect(task?.claimed_by).toBe('p-1');
  });

  it('leaves the same rows either way', async () => {
    const opened = await anOpenCase();
    const [before] = await rowsOf(opened);
    await store(revision(opened, 1, [1]));
    const [after, tasks, lines] = await rowsOf(opened);
    expect(after).toEqual({ ...before, revision: 1, involved: ['p-holder'] });
    expect(tasks).toEqual([
      { n: 't1', open: false, holder: null, due_on: null, sector: 'essai' },
      { n: 't2', open: true, holder: 'p-holder', due_on: null, sector: 'essai' },
    ]);
    expect(lines).toEqual([
      { name: '0.0 event.essai', department: 'grc', sector: 'essai' },
      { name: '1.0 event.essai', department: 'grc', sector: 'essai' },
    ]);
  });

  it('stores one revision once, however many store it at the same time', async () => {
    const opened = await anOpenCase();
    const record = revision(opened, 1, [1]);
    expect(await Promise.all([store(record), store(record), store(record)])).toEqual([1, 1, 1]);
    expect(await linesOf(opened)).toEqual(['0.0', '1.0']);
  });
});

describe('recording a case over a gap that was given up', () => {
  const overGap = (record: RevisionRecord): Promise<number> =>
    scratch.database.transaction((sql) => recordCaseOverGap(sql, record));

  it('stores what there is, once, and the journal says that it is not whole', async () => {
    const opened = await anOpenCase();
    await underLock(revision(opened, 1, [1]));
    expect(await underLock(revision(opened, 4, [3, 4]))).toBe(1);
    expect(await overGap(revision(opened, 4, [1, 3, 4]))).toBe(4);
    expect(await overGap(revision(opened, 3, [3]))).toBe(4);
    expect(await linesOf(opened)).toEqual(['0.0', '1.0', '3.0', '4.0']);
    expect(await underLock(revision(opened, 5, [5]))).toBe(5);
    await liveable(opened);
    expect(await readJournal(scratch.database, opened.caseId)).toMatchObject({ isWhole: false });
  });

  it('leaves a whole journal whole', async () => {
    const opened = await anOpenCase();
    expect(await overGap(revision(opened, 2, [1, 2]))).toBe(2);
    await liveable(opened);
    expect(await readJournal(scratch.database, opened.caseId)).toMatchObject({ isWhole: true });
  });
});

describe('recording the next revision in one statement', () => {
  it('completes the command that made it', async () => {
    const opened = await anOpenCase();
    const id = await anOpenCommand(opened);
    expect(await recordNext(scratch.database, revision(opened, 1, [1]), { id, revision: 1 })).toBe(true);
    expect(await stateOf(id)).toEqual({ state: 'done', revision: 1 });
  });

  it('writes nothing at all where another revision is stored', async () => {
    const opened = await anOpenCase();
    await underLock(revision(opened, 1, [1]));
    const id = await anOpenCommand(opened);
    expect(await recordNext(scratch.database, revision(opened, 1, [1]), { id, revision: 1 })).toBe(false);
    expect(await recordNext(scratch.database, revision(opened, 3, [3]))).toBe(false);
    expect(await linesOf(opened)).toEqual(['0.0', '1.0']);
    expect(await stateOf(id)).toEqual({ state: 'open', revision: null });
  });

  it('leaves a case with a failed effect to the lock, which opens the incident', async () => {
    const opened = await anOpenCase();
    const { caseFile, ...record } = revision(opened, 1, [1]);
    const effects = [{ effect: { id: 'e', kind: 'acknowledge' }, state: 'failed' }] as unknown as CaseFile['effects'];
    expect(await recordNext(scratch.database, { ...record, caseFile: { ...caseFile, effects } })).toBe(false);
    expect(await revisionOf(opened)).toBe(0);
  });

  it('takes a posted letter off the list of letters to print', async () => {
    const opened = await anOpenCase();
    await scratch.database.query(
      `INSERT INTO outgoing_messages (effect_id, case_id, organisation, sector, kind, channel, state)
       VALUES ($1, $2, 'ville', 'essai', 'sendReply', 'letter', 'toPost')`,
      [`${opened.caseId}.1`, opened.caseId],
    );
    const { caseFile, ...record } = revision(opened, 1, [1]);
    const reply = { effect: `${opened.caseId}.1`, channel: 'letter', state: 'gone', at: 0 } as const;
    expect(await recordNext(scratch.database, { ...record, caseFile: { ...caseFile, reply } })).toBe(true);
    const rows = await scratch.database.query('SELECT state FROM outgoing_messages WHERE case_id = $1', [
      opened.caseId,
    ]);
    expect(rows).toEqual([{ state: 'posted' }]);
  });
});

describe('taking the next task', () => {
  it('never gives the same task to two people who take the next one at once', async () => {
    await scratch.database.query('UPDATE tasks SET open = false');
    const cases = await Promise.all(Array.from({ length: 12 }, () => anOpenCase()));
    const who = { shares: [{ persons: [] }], teams: ['grc.ambassadeurs'], departments: [], offices: [] };
    const everything = { filter: { scope: 'team' as const }, who, scope: () => ({ sql: 'true', params: [] }) };
    const taken = await Promise.all(cases.map((_, i) => takeNext(scratch.database, everything, `p-${String(i)}`)));
    expect(new Set(taken).size).toBe(cases.length);
    expect(await takeNext(scratch.database, everything, 'p-late')).toBeUndefined();
  });
});

/** Gives the lines of a trial what a real journal has: the opening, an event a revision, the input of the run. */
async function liveable(opened: CaseFile): Promise<void> {
  const { caseId } = opened;
  await scratch.database.query('UPDATE journal_entries SET opened = $2 WHERE case_id = $1 AND revision = 0', [
    caseId,
    JSON.stringify(opened),
  ]);
  await scratch.database.query(`UPDATE journal_entries SET event = '{}' WHERE case_id = $1 AND revision > 0`, [caseId]);
  await scratch.database.query(
    `INSERT INTO case_inputs (case_id, workflow_type, input) VALUES ($1, 'essai.essai', '{"calendars":{}}')`,
    [caseId],
  );
}

async function anOpenCase(): Promise<CaseFile> {
  const caseId = randomUUID();
  const caseFile = {
    rulesVersion: 1,
    caseId,
    caseNumber: `D-${caseId.slice(0, 8)}`,
    revision: 0,
    at: Date.now(),
    definition: { processId: 'essai.essai', version: 1, hash: 'h' },
    organisation: 'ville',
    sector: 'essai',
    sensitive: false,
    channel: 'telephone',
    replyChannel: 'none',
    receivedAt: Date.now(),
    answers: {},
    status: { kind: 'open' },
    step: 0,
    route: { organisation: 'ville', department: 'grc', team: 'grc.ambassadeurs', validators: {}, superiors: {} },
    tasks: [task(caseId, 1)],
    openRequests: [],
    endorsements: [],
    clocks: [],
    effects: [],
    opinionsAsked: false,
    watchAt: Date.now(),
    calendarRevision: 1,
    counters: { task: 1, openRequest: 0, effect: 0 },
    assignmentRefusals: 0,
    reopenings: 0,
  } as unknown as CaseFile;
  await scratch.database.transaction((sql) =>
    recordOpening(sql, { caseId, revision: 0, caseFile, lines: [line(0)] }, { title: 'Essai', theme: 'essai' }),
  );
  return caseFile;
}

function task(caseId: string, n: number): CaseFile['tasks'][number] {
  const holder = n === 1 ? {} : { holder: 'p-holder' };
  const place = { organisation: 'ville', department: 'grc', team: 'grc.ambassadeurs', ...holder };
  return { id: `${caseId}.t${String(n)}`, kind: 'answer', role: 'ambassador', openedAt: Date.now(), ...place };
}

function line(revisionNumber: number): JournalLine {
  return { revision: revisionNumber, line: 0, at: Date.now(), code: 'event.essai', department: 'grc' };
}

function revision(opened: CaseFile, number: number, lines: readonly number[]): RevisionRecord {
  const caseFile = { ...opened, revision: number, tasks: [task(opened.caseId, 2)] };
  return { caseId: opened.caseId, revision: number, caseFile, lines: lines.map(line) };
}

/** What one case left in its tables, without instants. */
async function rowsOf({ caseId }: CaseFile): Promise<readonly [object, readonly unknown[], readonly unknown[]]> {
  const [row] = await scratch.database.query<object>(
    `SELECT revision, process_id, organisation, department, team, sector, status, teams, title, theme,
       (SELECT array_agg(p ORDER BY p) FROM unnest(involved) AS p) AS involved FROM case_files WHERE case_id = $1`,
    [caseId],
  );
  const tasks = await scratch.database.query(
    `SELECT right(id, 2) AS n, open, holder, due_on, sector FROM tasks WHERE case_id = $1 ORDER BY id`,
    [caseId],
  );
  const lines = await scratch.database.query(
    `SELECT revision || '.' || line || ' ' || code AS name, department, sector FROM journal_entries WHERE case_id = $1 ORDER BY revision`,
    [caseId],
  );
  return [row ?? {}, tasks, lines];
}

async function anOpenCommand({ caseId }: CaseFile): Promise<string> {
  const id = randomUUID();
  await scratch.database.query(
    `INSERT INTO commands (id, case_id, actor, client_key, kind, body_hash, message, state)
     VALUES ($1, $2, 'p-1', $3, 'answer', 'h', '{}', 'open')`,
    [id, caseId, id],
  );
  return id;
}

async function stateOf(command: string): Promise<unknown> {
  const [row] = await scratch.database.query('SELECT state, revision FROM commands WHERE id = $1', [command]);
  return row;
}

async function linesOf({ caseId }: CaseFile): Promise<readonly string[]> {
  const rows = await scratch.database.query<{ name: string }>(
    `SELECT revision || '.' || line AS name FROM journal_entries WHERE case_id = $1 ORDER BY revision, line`,
    [caseId],
  );
  return rows.map((row) => row.name);
}

async function openTasks({ caseId }: CaseFile): Promise<readonly string[]> {
  const rows = await scratch.database.query<{ id: string }>('SELECT id FROM tasks WHERE case_id = $1 AND open', [
    caseId,
  ]);
  return rows.map((row) => row.id);
}

async function revisionOf({ caseId }: CaseFile): Promise<number> {
  const [row] = await scratch.database.query<{ revision: number }>(
    'SELECT revision FROM case_files WHERE case_id = $1',
    [caseId],
  );
  return row?.revision ?? -1;
}
