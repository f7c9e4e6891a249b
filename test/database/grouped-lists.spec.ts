import { GROUPINGS, type Grouping } from '../../domain/text/list-groups.js';
import {
  countCaseGroups,
  searchCases,
  type CaseListQuery,
  type CaseListRow,
} from '../../src/database/repositories/case-search.repository.js';
import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

const ROWS = 6_000;
const TODAY = '2026-11-26';
const SORTS = ['received', 'due'] as const;
let scratch: ScratchDatabase;

/** Five departments, four neighbourhoods and none, seven processes; due within thirty days around today, or undated; one in three is over. */
const FILL = `
  INSERT INTO case_files (case_id, case_number, process_id, process_version, process_hash, title, theme, organisation, department, team,
    sector, sensitive, quartier, channel, status, step, holders, involved, teams, due_on, received_at, opened_at, revision, updated_at, case_file)
  SELECT gen_random_uuid(), 'D-2026-' || i, 'p' || i % 7, 1, 'h', 'Essai', 'voirie', 'ville', 's' || i % 5, 'e', 'general', false,
    CASE WHEN i % 5 < 4 THEN 'q' || i % 5 END, 'telephone', CASE WHEN i % 3 = 0 THEN 'closed' ELSE 'open' END, 'answer', '{}', '{}', '{}',
    CASE WHEN i % 11 > 0 THEN '${TODAY}'::date - 15 + i % 31 END, date_trunc('second', now()) - make_interval(mins => i / 2), now(), 1, now(),
    '{"openRequests": []}'
  FROM generate_series(1, ${String(ROWS)}) i`;

beforeAll(async () => {
  scratch = await scratchDatabase('grouped_lists');
  await scratch.database.query(FILL);
  await scratch.database.query('ANALYZE case_files');
});

afterAll(() => scratch.drop());

function asked(by: Grouping | undefined, sort: CaseListQuery['sort']): Omit<CaseListQuery, 'limit'> {
  return {
    filter: {},
    sort,
    scope: () => ({ sql: 'true', params: [] }),
    grouping: by === undefined ? undefined : { by, today: TODAY },
  };
}

async function allPages(by: Grouping | undefined, sort: CaseListQuery['sort'], limit: number): Promise<CaseListRow[]> {
  const seen: CaseListRow[] = [];
  let after: CaseListQuery['after'];
  for (;;) {
    const query = { ...asked(by, sort), limit, ...(after === undefined ? {} : { after }) };
    const rows = await scratch.database.transaction((sql) => searchCases(sql, query));
    seen.push(...rows.slice(0, limit));
    const last = rows[limit - 1];
    if (rows.length <= limit || last === undefined) return seen;
    const key = [sort === 'due' ? last.dueOn : last.receivedAt.toISOString(), last.caseId];
    after = last.group === undefined ? key : [last.group, ...key];
  }
}

describe.each(GROUPINGS)('a list of cases put together by %s', (by) => {
  it.each(SORTS)('gives every case of it once, group after group, in the order %s within each', async (sort) => {
    const plain = await allPages(undefined, sort, 500);
    const grouped = await allPages(by, sort, 317);
    const groups = [...new Set(grouped.map(({ group }) => group ?? 'none given'))];
    const expected = groups.flatMap((group) => {
      const ids = new Set(grouped.filter((row) => row.group === group).map(({ caseId }) => caseId));
      return plain.filter(({ caseId }) => ids.has(caseId));
    });
    expect(grouped.map(({ caseId }) => caseId)).toEqual(expected.map(({ caseId }) => caseId));
    expect(groups).toEqual(GROUPS[by](sort));
  });

  it('counts each of its groups, no further than it is told', async () => {
    const grouped = await allPages(by, 'received', 2000);
    const groups = [...new Set(grouped.map(({ group = '' }) => group))];
    const counts = await scratch.database.transaction((sql) =>
      countCaseGroups(sql, { ...asked(by, 'received'), grouping: { by, today: TODAY }, groups, most: 700 }),
    );
    const sizes = groups.map((group) => grouped.filter((row) => row.group === group).length);
    expect(counts).toEqual(groups.map((id, at) => ({ id, n: Math.min(sizes[at] ?? 0, 700) })));
  });
});

const GROUPS: Readonly<Record<Grouping, (sort: CaseListQuery['sort']) => readonly string[]>> = {
  due: (sort) => ['late', 'today', 'week', 'later', ...(sort === 'due' ? [] : ['undated', 'ended'])],
  department: () => ['s0', 's1', 's2', 's3', 's4'],
  quartier: () => ['q0', 'q1', 'q2', 'q3', ''],
  process: () => ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'],
};

describe('a page in the middle of a group', () => {
  it.each(['department', 'quartier', 'process'] as const)('by %s is read from an index, not sorted', async (by) => {
    const [first] = (await allPages(by, 'received', 5000)).slice(2500);
    const lines = await scratch.database.transaction((sql) => {
      const explaining = {
        ...sql,
        query: <T>(text: string, params?: readonly unknown[]) => sql.query<T>(`EXPLAIN ${text}`, params),
      };
      const after = [first?.group ?? '', first?.receivedAt.toISOString() ?? '', first?.caseId ?? ''];
      return searchCases(explaining, { ...asked(by, 'received'), limit: 50, after });
    });
    const plan = lines.map((line) => Object.values(line).join()).join('\n');
    expect(plan).toMatch(new RegExp(`Index Scan using case_files_${by}_received`));
    expect(plan).not.toContain('Seq Scan on case_files');
  });
});
