import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

let scratch: ScratchDatabase;

const ORGANISATION = "INSERT INTO organisations (id, name, data) VALUES ($1, $2, '{}')";
const DIRECTORATE = 'INSERT INTO directorates (id, organisation, name) VALUES ($1, $2, $3)';

beforeAll(async () => {
  scratch = await scratchDatabase('transactions');
});

afterAll(() => scratch.drop());

async function organisations(): Promise<readonly string[]> {
  const rows = await scratch.database.query<{ id: string }>('SELECT id FROM organisations ORDER BY id');
  return rows.map(({ id }) => id);
}

describe('the inserts of a transaction', () => {
  it('leave together: one may name what another makes, whichever is first', async () => {
    await scratch.database.transaction(async (sql) => {
      await sql.insert(DIRECTORATE, ['technique', 'ville', 'Services techniques']);
      await sql.insert(ORGANISATION, ['ville', 'Ville']);
    });
    expect(await scratch.database.query('SELECT organisation FROM directorates')).toEqual([{ organisation: 'ville' }]);
  });

  it('are all undone by one that fails, and what it broke is thrown at the end', async () => {
    const twice = scratch.database.transaction(async (sql) => {
      await sql.insert(ORGANISATION, ['ccas', 'CCAS']);
      await sql.insert(ORGANISATION, ['ville', 'Ville']);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'organisations_pkey' });
    expect(await organisations()).toEqual(['ville']);
  });

  it('are there for the query that follows, and undone with it', async () => {
    const failing = scratch.database.transaction(async (sql) => {
      await sql.insert(ORGANISATION, ['agglo', 'Agglomération']);
      expect(await sql.query('SELECT name FROM organisations WHERE id = $1', ['agglo'])).toHaveLength(1);
      await sql.insert(ORGANISATION, ['ccas', 'CCAS']);
      throw new Error('changed its mind');
    });
    await expect(failing).rejects.toThrow('changed its mind');
    expect(await organisations()).toEqual(['ville']);
  });

  it('do not begin twice where two queries are asked at once', async () => {
    await scratch.database.transaction(async (sql) => {
      const count = 'SELECT count(*)::int AS n FROM organisations';
      expect(await Promise.all([sql.query(count), sql.query(count)])).toEqual([[{ n: 1 }], [{ n: 1 }]]);
      await sql.insert(ORGANISATION, ['agglo', 'Agglomération']);
    });
    expect(await organisations()).toEqual(['agglo', 'ville']);
  });
});
