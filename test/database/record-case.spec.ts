import { randomUUID } from 'node:crypto';
import type { JournalLine, RevisionRecord } from '../../domain/case/revision-record.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import { recordCase, recordOpening } from '../../src/database/repositories/record-case.js';
import { claimTask, takeNext } from '../../src/database/repositories/tasks.repository.js';
import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('record_case');
});

afterAll(() => scratch.drop());

describe('recording a case', () => {
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

  it('never gives the same task to two people who take the next one at once', async () => {
    await scratch.database.query('UPDATE tasks SET open = false');
    const cases = await Promise.all(Array.from({ length: 12 }, () => anOpenCase()));
    const who = { persons: [], teams: ['grc.ambassadeurs'], departments: [], offices: [] };
    const everything = { filter: { scope: 'team' as const }, who, scope: () => ({ sql: 'true', params: [] }) };
    const taken = await Promise.all(cases.map((_, i) => takeNext(scratch.database, everything, `p-${String(i)}`)));
    expect(new Set(taken).size).toBe(cases.length);
    expect(await takeNext(scratch.database, everything, 'p-late')).toBeUndefined();
  });
});

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
  const place = { organisation: 'ville', department: 'grc', team: 'grc.ambassadeurs' };
  return { id: `${caseId}.t${String(n)}`, kind: 'answer', role: 'ambassador', openedAt: Date.now(), ...place };
}

function line(revisionNumber: number): JournalLine {
  return { revision: revisionNumber, line: 0, at: Date.now(), code: 'event.essai', department: 'grc' };
}

function revision(opened: CaseFile, number: number, lines: readonly number[]): RevisionRecord {
  const caseFile = { ...opened, revision: number, tasks: [task(opened.caseId, 2)] };
  return { caseId: opened.caseId, revision: number, caseFile, lines: lines.map(line) };
}

function store(record: RevisionRecord): Promise<number> {
  return scratch.database.transaction((sql) => recordCase(sql, record));
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
