import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
afterAll(() => hall.close());

interface Search {
  readonly id: string;
  readonly words: string;
  readonly count: number;
  readonly state: string;
  readonly markedBy?: { readonly id: string };
}
interface Use {
  readonly process: { readonly id: string; readonly name: string };
  readonly read: number;
  readonly answeredAtOnce: number;
}

const POTHOLE = 'voirie.nid-de-poule';

/** Letters that make no word: nothing in the catalogue is near. */
function nonsense(): string {
  return `zq${randomUUID()
    .replaceAll(/[^a-f]/g, '')
    .slice(0, 10)}xw`;
}

async function searched(words: string): Promise<number> {
  return (await call(await hall.as('ambassadrice1'), 'POST /unanswered-searches', { body: { words } })).status;
}

async function found(word: string, state = 'open'): Promise<readonly Search[]> {
  const { body } = await call<{ items: readonly Search[] }>(await hall.as('designer1'), `GET /unanswered-searches?limit=200&state=${state}`); // prettier-ignore
  return body.items.filter(({ words }) => words.includes(word));
}

async function usesOf(processId: string): Promise<Use | undefined> {
  const { body } = await call<readonly Use[]>(await hall.as('designer1'), `GET /sheet-uses?processId=${processId}`);
  return body[0];
}

describe('a search that nothing answers', () => {
  it('is kept in words alone, counted, and marked by a designer', async () => {
    const word = nonsense();
    expect(await searched(`${word} pour monsieur Essai, 06 12 34 56 78, ali@exemple.fr`)).toBe(204);
    expect(await searched(`${word} pour monsieur Essai, 06 12 34 56 78, ali@exemple.fr`)).toBe(204);
    const [kept, ...more] = await found(word);
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ words: `${word} pour monsieur`, count: 2, state: 'open' });
    const designer = await hall.as('designer1');
    const marked = await call<Search>(designer, `POST /unanswered-searches/${kept!.id}/mark`, { body: { as: 'phraseAdded' } }); // prettier-ignore
    expect(marked.body.markedBy?.id).toBe('p-designer-01');
    expect([await found(word), (await found(word, 'phraseAdded')).length]).toEqual([[], 1]);
    // It is looked for in vain again: the phrase did not help.
    await searched(`${word} pour monsieur`);
    expect((await found(word))[0]?.count).toBe(3);
    await call(designer, `POST /unanswered-searches/${kept!.id}/mark`, { body: { as: 'dismissed' } });
    await searched(`${word} pour monsieur`);
    expect(await found(word)).toEqual([]);
  });

  it('loses the name of a citizen and of an agent, and is not kept when it has an answer', async () => {
    const word = nonsense();
    const lastName = `Zyx${randomUUID()
      .replaceAll(/[^a-f]/g, '')
      .slice(0, 8)}`;
    await aPothole(hall, { citizen: { firstName: 'Ali', lastName }, replyChannel: 'none' });
    const [agent] = await hall.rows<{ name: string }>(`SELECT last_name AS name FROM people WHERE id = 'p-chef-grc'`);
    await searched(`${word} ${lastName.toLowerCase()} ${agent!.name.toLowerCase()}`);
    expect((await found(word)).map(({ words }) => words)).toEqual([word]);
    await searched('il y a un trou dans la route');
    expect(await found('trou dans la route')).toEqual([]);
  });

  it('is told by those who answer, marked by designers only', async () => {
    expect((await call(await hall.as('designer1'), 'POST /unanswered-searches', { body: { words: 'x' } })).status).toBe(
      403,
    );
    const [route, body] = [`POST /unanswered-searches/${randomUUID()}/mark`, { as: 'dismissed' }];
    expect((await call(await hall.as('ambassadrice1'), route, { body })).status).toBe(403);
    expect((await call(await hall.as('designer1'), route, { body })).body).toMatchObject({ code: 'search.not-found' });
    const empty = await call(await hall.as('ambassadrice1'), 'POST /unanswered-searches', { body: { words: ' ' } });
    expect(empty.body).toMatchObject({ status: 400, errors: [{ pointer: '/words' }] });
  });
});

describe('the uses of a sheet', () => {
  it('count who read it and each answer given from it at first contact', async () => {
    const before = await usesOf(POTHOLE);
    const ambassador = await hall.as('ambassadrice1');
    expect((await call(ambassador, 'POST /sheet-uses', { body: { processId: POTHOLE } })).status).toBe(204);
    const { caseId } = await aPothole(hall);
    const answer = { text: 'Le trou est déjà signalé.', conclusion: { kind: 'answered' } };
    expect((await call(ambassador, `POST /cases/${caseId}/answer-at-once`, { body: answer })).status).toBe(200);
    const after = await usesOf(POTHOLE);
    expect(after?.process.name).not.toBe(POTHOLE);
    expect(after?.read).toBe((before?.read ?? 0) + 1);
    expect(after?.answeredAtOnce).toBe((before?.answeredAtOnce ?? 0) + 1);
    const unknown = await call(ambassador, 'POST /sheet-uses', { body: { processId: 'voirie.rien' } });
    expect(unknown.body).toMatchObject({ status: 404, code: 'process.not-found' });
  });
});
