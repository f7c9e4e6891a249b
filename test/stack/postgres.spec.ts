import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startStack } from '../../scripts/stack/product.mjs';

type Stack = Awaited<ReturnType<typeof startStack>>;

async function query(stack: Stack, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: stack.urls.database });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded Postgres', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack({ parts: ['postgres'], durable: true });
  });
  afterAll(() => stack.stop());

  it('writes to the disk before it says so, and sorts as French readers do', async () => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      expect(await query(stack, `SHOW ${setting}`)).toEqual([{ [setting]: 'on' }]);
    }
    const words = "SELECT string_agg(w, ' ' ORDER BY w) AS sorted FROM unnest(ARRAY['zoé', 'école', 'eau', 'abri']) w";
    expect(await query(stack, words)).toEqual([{ sorted: 'abri eau école zoé' }]);
  });

  it('starts again after a crash, with what was committed', async () => {
    await query(stack, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await stack.processes.postgres.kill('SIGKILL');
    await stack.processes.postgres.start();
    expect(await query(stack, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('starts although its lock names a process that has become somebody else', async () => {
    const lock = path.join(stack.dataDir, 'postgres', 'postmaster.pid');
    await stack.processes.postgres.kill('SIGKILL');
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid)));
    await stack.processes.postgres.start();
    expect(await query(stack, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });
});
