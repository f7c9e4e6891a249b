import pg from 'pg';
import { databaseBeside } from '../../scripts/stack/postgres.mjs';
import { startStack } from '../../scripts/stack/product.mjs';
import { bringBackIndexes, leaveOutIndexes } from '../../scripts/stack/visibility-indexes.mjs';

type Stack = Awaited<ReturnType<typeof startStack>>;

describe('the indexes of Temporal’s list of executions', () => {
  let stack: Stack;
  let client: pg.Client;
  let url: string;

  beforeAll(async () => {
    stack = await startStack({ parts: ['postgres', 'temporal'] });
    url = databaseBeside(stack.urls.database, 'temporal_visibility');
    client = new pg.Client({ connectionString: url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await stack.stop();
  });

  const indexes = async (): Promise<readonly string[]> => {
    const { rows } = await client.query<{ definition: string }>(
      "SELECT indexdef AS definition FROM pg_indexes WHERE tablename = 'executions_visibility' ORDER BY indexdef",
    );
    return rows.map(({ definition }) => definition);
  };

  it('are the few that are read', async () => {
    const few = await indexes();
    expect(few).toHaveLength(5);
    await leaveOutIndexes(url);
    await bringBackIndexes(url);
    expect(await indexes()).toEqual(few);
  });

  it('are all there again when another version of the server is about to change its tables', async () => {
    const few = await indexes();
    const { rowCount } = await client.query("UPDATE indexes_left_out SET server = '1.30.0'");
    await bringBackIndexes(url);
    const all = await indexes();
    expect(all).toHaveLength(few.length + (rowCount ?? 0));
    expect(all.length).toBeGreaterThan(60);
    await leaveOutIndexes(url);
    expect(await indexes()).toEqual(few);
  });
});
