import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { aCitizen, agreeing, doTask, liveToTheEnd } from '../support/lives.js';
import { eventually, TownHall } from '../support/town-hall.js';

/**
 * Records one history for each kind of step and of life, from cases driven over HTTP on the real server. Run it before a
 * change of what the workflows issue, and keep the old files: running cases were lived with them.
 *
 *   npm run build && npx tsc -p test/workflows/tsconfig.json && node dist/record/test/workflows/record-histories.js
 */
const FOLDER = path.resolve('test/workflows/histories');

type Life = (town: TownHall) => Promise<string>;

const LIVES: Readonly<Record<string, Life>> = {
  'inspection-and-send-backs': async (town) => {
    const caseId = await open(town, 'voirie.nid-de-poule', { answers: POTHOLE(true) });
    await acts(town, caseId, ['inspect', 'answer']);
    await sendBack(town, caseId, 'author');
    await acts(town, caseId, ['answer', 'endorse']);
    await sendBack(town, caseId, 'dgs');
    await liveToTheEnd(town, caseId);
    return caseId;
  },
  'missing-item-finding-and-opinion': async (town) => {
    const caseId = await open(town, 'voirie.nid-de-poule', { answers: POTHOLE(false) });
    const task = await taskOf(town, caseId, 'answer');
    const login = await town.loginOf(task);
    await post(town, login, {
      to: `/tasks/${task.id}/ask-citizen`,
      body: {
        text: 'Pouvez-vous préciser le lieu ?',
        until: inDays(20),
      },
    });
    await post(town, login, {
      to: `/tasks/${task.id}/ask-finding`,
      body: { text: 'Merci d’aller voir.', required: true },
    });
    const [request] = await openRequests(town, caseId);
    const citizenAnswer = { openRequest: request!.id, text: 'Devant le numéro 3.' };
    await post(town, 'ambassadrice1', { to: `/cases/${caseId}/citizen-answer`, body: citizenAnswer });
    await acts(town, caseId, ['inspect']);
    await liveToTheEnd(town, caseId);
    return caseId;
  },
  'qualified-then-answered': async (town) => {
    const caseId = await open(town, 'grc.a-qualifier', { answers: { demande: 'Il y a un trou dans ma rue.' } });
    const task = await taskOf(town, caseId, 'qualify');
    const to = { processId: 'voirie.nid-de-poule', answers: POTHOLE(false) };
    await post(town, 'ambassadrice1', { to: `/tasks/${task.id}/qualify`, body: to });
    await liveToTheEnd(town, caseId);
    return caseId;
  },
  'letter-posted': async (town) => {
    const caseId = await open(town, 'voirie.nid-de-poule', { answers: POTHOLE(false), replyChannel: 'letter' });
    await liveToTheEnd(town, caseId);
    return caseId;
  },
  'refused-reassigned-and-recalled': async (town) => {
    const caseId = await open(town, 'voirie.nid-de-poule', { answers: POTHOLE(false) });
    const task = await taskOf(town, caseId, 'answer');
    const login = await town.loginOf(task);
    await post(town, login, { to: `/tasks/${task.id}/refuse`, body: { reason: 'Ce n’est pas pour nous.' } });
    const given = await taskOf(town, caseId, 'reassign');
    await post(town, 'ambassadrice1', { to: `/tasks/${given.id}/claim`, body: {} });
    await post(town, 'ambassadrice1', {
      to: `/tasks/${given.id}/reassign`,
      body: { department: 'voirie', team: 'voirie.chaussee' },
    });
    const again = await taskOf(town, caseId, 'answer');
    await doTask(town, caseId, again);
    await post(town, await town.loginOf(again), { to: `/cases/${caseId}/recall`, body: {} });
    await liveToTheEnd(town, caseId);
    return caseId;
  },
  'closed-then-reopened': async (town) => {
    const caseId = await open(town, 'voirie.nid-de-poule', { answers: POTHOLE(false) });
    await liveToTheEnd(town, caseId);
    await post(town, 'ambassadrice1', { to: `/cases/${caseId}/reopen`, body: { reason: 'Le trou est revenu.' } });
    await liveToTheEnd(town, caseId);
    return caseId;
  },
  withdrawn: async (town) => {
    const caseId = await open(town, 'voirie.nid-de-poule', { answers: POTHOLE(false) });
    await agreeing(town, caseId);
    await post(town, 'ambassadrice1', { to: `/cases/${caseId}/close`, body: { conclusion: 'withdrawn' } });
    return caseId;
  },
  'late-at-intake': async (town) => {
    const receivedAt = `${inDays(-60)}T10:00:00+02:00`;
    const caseId = await open(town, 'voirie.nid-de-poule', { answers: POTHOLE(false), receivedAt, channel: 'letter' });
    await eventually('the escalation', async () => {
      const found = await town.rows(`SELECT 1 FROM journal_entries WHERE case_id = $1 AND code = 'clock.escalated'`, [
        caseId,
      ]);
      return found.length > 0;
    });
    await liveToTheEnd(town, caseId);
    return caseId;
  },
};

const POTHOLE = (danger: boolean): object => ({ danger, emplacement: 'chaussee', lieu: { label: 'devant le 3' } });

async function open(
  town: TownHall,
  processId: string,
  given: { answers: object; [more: string]: unknown },
): Promise<string> {
  const citizen = { ...aCitizen(), address: { lines: ['1 rue des Essais', '51999 Valmont-sur-Marne'] } };
  const request = { processId, channel: 'telephone', words: 'Il y a un trou devant chez moi.', citizen, ...given };
  const { caseId } = (await post(town, 'ambassadrice1', { to: '/requests', body: request })) as { caseId: string };
  return caseId;
}

async function post(town: TownHall, login: string, { to, body }: { to: string; body: object }): Promise<unknown> {
  const answer = await town.insist<unknown>(login, to, body);
  if (answer.status >= 300) throw new Error(`${to} answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function taskOf(
  town: TownHall,
  caseId: string,
  kind: string,
): ReturnType<TownHall['openTasks']> extends Promise<readonly (infer T)[]> ? Promise<T> : never {
  return eventually(`a task ${kind}`, async () => (await town.openTasks(caseId)).find((task) => task.kind === kind));
}

async function acts(town: TownHall, caseId: string, kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) {
    const { status, body } = await doTask(town, caseId, await taskOf(town, caseId, kind));
    if (status >= 300) throw new Error(`${kind} answered ${String(status)}: ${JSON.stringify(body)}`);
  }
}

async function sendBack(town: TownHall, caseId: string, to: string): Promise<void> {
  const task = await eventually('a validator', async () =>
    (await town.openTasks(caseId)).find(({ kind }) => kind === 'endorse' || kind === 'sign'),
  );
  const remark = { letterHash: await town.letterHash(caseId), to, remark: 'Préciser la date des travaux.' };
  await post(town, await town.loginOf(task), { to: `/tasks/${task.id}/send-back`, body: remark });
}

function openRequests(town: TownHall, caseId: string): Promise<readonly { id: string }[]> {
  return town.rows<{ id: string }>(
    `SELECT one ->> 'id' AS id FROM case_files, jsonb_array_elements(case_file -> 'openRequests') one
     WHERE case_id = $1 AND one ->> 'kind' = 'missingItem'`,
    [caseId],
  );
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Saves each run of a case: the ones before a continue-as-new too. */
async function save(client: Client, name: string, caseId: string): Promise<void> {
  let run = 0;
  const runs = [];
  for await (const found of client.workflow.list({ query: `WorkflowId = "${caseId}"` })) runs.push(found);
  for (const { runId } of runs.sort((one, other) => one.startTime.getTime() - other.startTime.getTime())) {
    run++;
    const history = await client.workflow.getHandle(caseId, runId).fetchHistory();
    const file = path.join(FOLDER, `${name}${run === 1 ? '' : `.${String(run)}`}.json`);
    // Not JSON.stringify: its format is another one, which a replay refuses.
    // The name of the machine is nobody's business.
    writeFileSync(file, historyToJSON(history).replaceAll(`@${hostname()}`, '@town'));
  }
}

interface Stack {
  readonly urls: { readonly api: string; readonly database: string; readonly temporal: string };
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

async function main(): Promise<void> {
  const product = pathToFileURL(path.resolve('scripts/stack/product.mjs')).href;
  const { startStack } = (await import(product)) as { startStack: (options: object) => Promise<Stack> };
  const stack = await startStack({ build: false });
  const town = new TownHall(stack.urls.api, stack.urls.database);
  const connection = await Connection.connect({ address: stack.urls.temporal });
  const client = new Client({ connection, namespace: stack.env['TEMPORAL_NAMESPACE'] ?? 'parvis' });
  mkdirSync(FOLDER, { recursive: true });
  try {
    for (const [name, live] of Object.entries(LIVES)) {
      const caseId = await live(town);
      await agreeing(town, caseId);
      await save(client, name, caseId);
      process.stdout.write(`${name}\n`);
    }
  } finally {
    await connection.close();
    await town.close();
    await stack.stop();
  }
}

await main();
