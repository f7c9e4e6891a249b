import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { liveToTheEnd, openPothole } from '../support/lives.js';
import { runningProduct, runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

/** Nothing else in the world is called so: found anywhere but in our own tables, it leaked. */
const MARK = 'Zqxjvlandre';

const product = runningProduct();
const town = runningTownHall(product);

afterAll(() => town.close());

describe('names, addresses, remarks and texts', () => {
  it('are in no table of Temporal and in no log', async () => {
    // An address that the mail server refuses: what it answers quotes the address.
    const citizen = {
      firstName: `${MARK}-prenom`,
      lastName: `${MARK}-nom`,
      email: `${MARK.toLowerCase()}@refuse.invalid`,
    };
    const { caseId } = await openPothole(town, { citizen });
    const [task] = await town.openTasks(caseId);
    const referent = await town.loginOf(task!);
    await town.insist(referent, `/tasks/${task!.id}/ask-citizen`, { text: `${MARK}-piece`, until: inDays(9) });
    const [asked] = await town.rows<{ id: string }>(
      `SELECT case_file -> 'openRequests' -> 0 ->> 'id' AS id FROM case_files WHERE case_id = $1`,
      [caseId],
    );
    await town.insist(referent, `/cases/${caseId}/citizen-answer`, { openRequest: asked!.id, text: `${MARK}-reponse` });
    await town.insist(referent, `/tasks/${task!.id}/answer`, {
      text: `${MARK}-texte`,
      conclusion: { kind: 'refused', by: 'Le service', reason: `${MARK}-motif` },
    });
    const [endorsing] = await town.openTasks(caseId);
    const endorser = await town.loginOf(endorsing!);
    const letterHash = await town.letterHash(caseId);
    await town.insist(endorser, `/tasks/${endorsing!.id}/send-back`, {
      letterHash,
      to: 'author',
      remark: `${MARK}-remarque`,
      passage: `${MARK}-passage`,
    });
    await town.post(endorser, `/tasks/${endorsing!.id}/endorse`, { letterHash, surplus: `${MARK}-faute` });
    await town.insist('ambassadrice1', `/cases/${caseId}/close`, {
      conclusion: 'withdrawn',
      reason: `${MARK}-retrait`,
    });
    await eventually('the refused mail is an incident', async () => {
      const [incident] = await town.rows('SELECT 1 FROM incidents WHERE case_id = $1', [caseId]);
      return incident;
    });
    const healthy = await openPothole(town);
    await liveToTheEnd(town, healthy.caseId);

    expect(await temporalRowsWith(MARK)).toEqual([]);
    expect(logsWith(MARK)).toEqual([]);
    expect(await ownRowsWith(MARK)).toBeGreaterThan(0);
  }, 240_000);
});

/** Tables of both Temporal databases with a row that holds the word: as text, and inside the bytes of payloads. */
async function temporalRowsWith(word: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const database of ['temporal', 'temporal_visibility']) {
    const client = new Client({ connectionString: product.urls.database.replace(/\/[^/]+$/, `/${database}`) });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    for (const { name } of tables)
      found.push(...(await tableWith(client, name, word)).map((column) => `${database}.${name}.${column}`));
    await client.end();
  }
  return found;
}

async function tableWith(client: Client, table: string, word: string): Promise<readonly string[]> {
  const { rows } = await client.query<Record<string, unknown>>(`SELECT * FROM ${table}`);
  const words = [word, word.toLowerCase()];
  const holds = (value: unknown): boolean => {
    const text = Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value ?? '');
    return words.some((one) => text.includes(one) || text.includes(Buffer.from(one).toString('base64').slice(0, -4)));
  };
  return [
    ...new Set(
      rows.flatMap((row) =>
        Object.entries(row)
          .filter(([, value]) => holds(value))
          .map(([column]) => column),
      ),
    ),
  ];
}

function logsWith(word: string): readonly string[] {
  return Object.entries(product.processes)
    .filter(([part]) => part !== 'mail')
    .filter(([, { log }]) => readFileSync(log, 'utf8').toLowerCase().includes(word.toLowerCase()))
    .map(([part]) => part);
}

/** The word is where it belongs: a search that cannot find it anywhere would prove nothing. */
async function ownRowsWith(word: string): Promise<number> {
  const [row] = await town.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM texts WHERE body LIKE '%' || $1 || '%'`,
    [word],
  );
  return row!.n;
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
