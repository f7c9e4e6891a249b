import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('migrations', { migrate: false });
});

afterAll(() => scratch.drop());

describe('migrations', () => {
  it('go up, all the way down, and up again to the same schema', async () => {
    await scratch.dataSource.runMigrations({ transaction: 'each' });
    const first = await columns();
    expect(first.length).toBeGreaterThan(200);
    expect(await scratch.database.isMigrated()).toBe(true);
    while ((await scratch.database.query('SELECT 1 FROM migrations')).length > 0) {
      await scratch.dataSource.undoLastMigration({ transaction: 'each' });
    }
    expect(await columns()).toEqual([]);
    expect(await scratch.database.isMigrated()).toBe(false);
    await scratch.dataSource.runMigrations({ transaction: 'each' });
    expect(await columns()).toEqual(first);
  });

  it('give organisation and sector to every table that holds data of a case', async () => {
    const tables = await scratch.database.query<{ table_name: string }>(
      `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'case_id'`,
    );
    const kept = ['commands', 'case_inputs', 'drafts', 'requests'];
    for (const { table_name: table } of tables.filter((one) => !kept.includes(one.table_name))) {
      const own = (await columns()).filter((one) => one.startsWith(`${table}.`)).map((one) => one.split(' ')[0]);
      expect(own).toEqual(expect.arrayContaining([`${table}.organisation`, `${table}.sector`]));
    }
  });
});

async function columns(): Promise<readonly string[]> {
  const rows = await scratch.database.query<{ name: string }>(
    `SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}
