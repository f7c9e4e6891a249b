import { randomUUID } from 'node:crypto';
import type { Browser } from '../support/browser.js';
import { aPothole, call, someAnswers, type Reply } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Item {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly readable: boolean;
  readonly title?: string;
  readonly found?: {
    readonly by: readonly string[];
    readonly excerpt: readonly { readonly text: string; readonly marked: boolean }[];
  };
}
interface List {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}
interface Detail {
  readonly revision: number;
  readonly tasks: readonly { readonly id: string; readonly kind: string; readonly holder?: { readonly id: string } }[];
  readonly may: readonly { readonly act: string; readonly taskId?: string }[];
  readonly clocks: readonly { readonly id: string; readonly days: readonly { readonly counted: boolean }[] }[];
  readonly timeline: readonly {
    readonly code: string;
    readonly words: string;
    readonly text?: { readonly body?: string };
  }[];
  readonly request: { readonly answers: readonly { readonly key: string; readonly text?: string }[] };
}

const hall = runningTownHall();
afterAll(() => hall.close());

describe('the list of cases', () => {
  it('finds a case by its number whole and short, by words, by a misspelt name and by a telephone number', async () => {
    const word = `zq${randomUUID().slice(0, 8)}`;
    const citizen = { firstName: 'Zélie', lastName: 'Lefebvrette', phone: '06 98 76 54 31' };
    const { caseId, caseNumber } = await aPothole(hall, {
      words: `Un ${word} dans la rue`,
      replyChannel: 'none',
      citizen,
    });
    const amb = await hall.as('ambassadrice1');
    const short = String(Number(caseNumber.split('-')[2]));
    for (const q of [caseNumber, short, word, 'lefevrette', '+33 6 98 76 54 31']) {
      const { status, body } = await call<List>(amb, `GET /cases?q=${encodeURIComponent(q)}`);
      expect([q, status, body.items.some((item) => item.caseId === caseId)]).toEqual([q, 200, true]);
    }
  });

  it('says by what each case was found, with the words looked for marked where they stand', async () => {
    const word = `zt${randomUUID().slice(0, 8)}`;
    const citizen = { firstName: 'Zoé', lastName: `Quillemard ${word}`, phone: '06 98 76 54 32' };
    const words = `La nuit, les lampadaires ${word} de la rue restent éteints.`;
    const { caseId, caseNumber } = await aPothole(hall, { words, replyChannel: 'none', citizen });
    const amb = await hall.as('ambassadrice1');
    const foundBy = async (q: string): Promise<Item['found']> =>
      (await call<List>(amb, `GET /cases?q=${encodeURIComponent(q)}&limit=200`)).body.items.find(
        (item) => item.caseId === caseId,
      )?.found;
    const byWords = await foundBy(`${word} lampadaire`);
    expect(byWords?.by).toContain('words');
    expect(byWords?.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['lampadaires', word]);
    expect(byWords?.excerpt.map(({ text }) => text).join('')).toContain(`les lampadaires ${word} de la rue`);
    expect(await foundBy(caseNumber)).toEqual({ by: ['number'], excerpt: [] });
    expect(await foundBy('0698765432')).toEqual({ by: ['phone'], excerpt: [] });
    expect(await foundBy(`Quilemard ${word}`)).toMatchObject({ by: ['name'] });
    const [first] = (await call<List>(amb, 'GET /cases?limit=1')).body.items;
    expect(first).not.toHaveProperty('found');
  });

  it('gives every case once, page after page, and no cursor after the last', async () => {
    const word = `zr${randomUUID().slice(0, 8)}`;
    const made = [
      await aPothole(hall, { words: word }),
      await aPothole(hall, { words: word }),
      await aPothole(hall, { words: word }),
    ];
    const amb = await hall.as('ambassadrice1');
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 5; page++) {
      const { body, headers } = await call<List>(amb, `GET /cases?q=${word}&limit=1${cursor}`);
      seen.push(...body.items.map(({ caseId }) => caseId));
      expect(headers.get('link') === null).toBe(body.nextCursor === undefined);
      if (body.nextCursor === undefined) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect([...seen].sort()).toEqual(made.map(({ caseId }) => caseId).sort());
  });

  it('refuses days and cursors that are none, with a pointer', async () => {
    const amb = await hall.as('ambassadrice1');
    const day = await call(amb, 'GET /cases?dueFrom=2026-02-31');
    expect(day.body).toMatchObject({
      status: 400,
      code: 'request.invalid',
      errors: [{ pointer: '/dueFrom', code: 'isDay' }],
    });
    const made = Buffer.from(JSON.stringify(['hier', 'x'])).toString('base64url');
    expect((await call(amb, `GET /cases?cursor=${made}`)).body).toMatchObject({
      status: 400,
      code: 'request.invalid-cursor',
    });
  });

  it('shows an ambassador only number and status of a sensitive case, and only by its number', async () => {
    const amb = await hall.as('ambassadrice1');
    const ccas = await call<{ items: readonly { id: string; sensitive: boolean }[] }>(
      amb,
      'GET /processes?organisation=ccas&limit=200',
    );
    const processId = ccas.body.items.find(({ sensitive }) => sensitive)!.id;
    const secret = `zs${randomUUID().slice(0, 8)}`;
    const answers = await someAnswers(hall, processId);
    const { caseId, caseNumber } = await aPothole(hall, { processId, words: `Aide ${secret}`, answers });
    const byNumber = await call<List>(amb, `GET /cases?q=${caseNumber}`);
    expect(byNumber.body.items).toEqual([
      { caseId, caseNumber, status: 'open', readable: false, receivedAt: expect.any(String) as string },
    ]);
    for (const filter of [`q=${secret}`, `processId=${processId}`]) {
      const found = await call<List>(amb, `GET /cases?${filter}&limit=200`);
      expect(found.body.items.some((item) => item.caseId === caseId)).toBe(false);
    }
    expect((await call(amb, `GET /cases/${caseId}`)).body).toMatchObject({ status: 404, code: 'case.not-found' });
    const [task] = await hall.openTasks(caseId);
    const own = await call<Detail>(await hall.as(await hall.loginOf(task!)), `GET /cases/${caseId}`);
    expect(own.status).toBe(200);
  });
});

interface Grouped<T> {
  readonly items: readonly (T & { readonly group?: string })[];
  readonly groups?: readonly { readonly id: string; readonly count: number; readonly more: boolean }[];
  readonly nextCursor?: string;
}

/** Every row of a list, page after page, and every group that was counted on the way. */
async function allGroups<T>(who: Browser, route: string): Promise<Required<Omit<Grouped<T>, 'nextCursor'>>> {
  const pages: Grouped<T>[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined && pages.length < 50;) {
    const { status, body }: Reply<Grouped<T>> = await call<Grouped<T>>(who, `${route}${cursor}`);
    expect(status).toBe(200);
    pages.push(body);
    cursor = body.nextCursor === undefined ? undefined : `&cursor=${body.nextCursor}`;
  }
  return { items: pages.flatMap(({ items }) => items), groups: pages.flatMap(({ groups = [] }) => groups) };
}

describe('a list put together in groups', () => {
  it('gives group after group, each counted once, where it begins', async () => {
    const word = `zw${randomUUID().slice(0, 8)}`;
    const processId = 'eclairage.lampadaire-eteint';
    const answers = await someAnswers(hall, processId);
    for (const other of [{}, { processId, answers }, {}, { processId, answers }, {}])
      await aPothole(hall, { ...other, words: word });
    const amb = await hall.as('ambassadrice1');
    const { items, groups } = await allGroups<Item>(amb, `GET /cases?q=${word}&group=department&limit=2`);
    expect(items.map(({ group }) => group)).toEqual(['eclairage', 'eclairage', 'voirie', 'voirie', 'voirie']);
    expect(groups).toEqual([
      { id: 'eclairage', count: 2, more: false },
      { id: 'voirie', count: 3, more: false },
    ]);
    const plain = await call<Grouped<Item>>(amb, `GET /cases?q=${word}`);
    expect(plain.body).not.toHaveProperty('groups');
    const cursor = Buffer.from(JSON.stringify(['2026-01-01T00:00:00.000Z', randomUUID()])).toString('base64url');
    expect((await call(amb, `GET /cases?group=department&cursor=${cursor}`)).body).toMatchObject({
      code: 'request.invalid-cursor',
    });
  });

  it('does not tell of what department a case is that may not be read', async () => {
    const amb = await hall.as('ambassadrice1');
    const ccas = await call<{ items: readonly { id: string; sensitive: boolean }[] }>(
      amb,
      'GET /processes?organisation=ccas&limit=200',
    );
    const secret = ccas.body.items.find(({ sensitive }) => sensitive)!.id;
    const { caseId, caseNumber } = await aPothole(hall, {
      processId: secret,
      words: 'Aide',
      answers: await someAnswers(hall, secret),
    });
    const found = async (group: string): Promise<unknown> =>
      (await call<List>(amb, `GET /cases?q=${caseNumber}&group=${group}`)).body.items.map((item) => item.caseId);
    for (const group of ['department', 'quartier', 'process']) expect(await found(group)).toEqual([]);
    expect(await found('due')).toEqual([caseId]);
  });

  it.each(['due', 'department', 'quartier', 'process'])('holds for tasks, by %s', async (group) => {
    await aPothole(hall);
    const head = await hall.as('chef.voirie');
    const plain = await allGroups<{ id: string }>(head, 'GET /tasks?scope=team&limit=200');
    const { items, groups } = await allGroups<{ id: string }>(head, `GET /tasks?scope=team&group=${group}&limit=3`);
    expect(items.map(({ id }) => id).toSorted()).toEqual(plain.items.map(({ id }) => id).toSorted());
    const ids = items.map((item) => item.group ?? 'none given');
    expect(groups.map(({ id }) => id)).toEqual([...new Set(ids)]);
    expect(groups.map(({ count }) => count)).toEqual(groups.map(({ id }) => ids.filter((one) => one === id).length));
    if (group === 'due') expect(items.map(({ id }) => id)).toEqual(plain.items.map(({ id }) => id));
  });
});

describe('the page of a case', () => {
  it('says what the reader may do, and does not offer it to another', async () => {
    const { caseId } = await aPothole(hall);
    const first = await call<Detail>(await hall.as('ambassadrice1'), `GET /cases/${caseId}`);
    expect(first.etag).toBe(`"${String(first.body.revision)}"`);
    const [task] = first.body.tasks;
    expect(task).toMatchObject({ kind: 'answer' });
    const login = await hall.loginOf({ id: task!.id, kind: 'answer', role: 'referent', holder: task!.holder!.id });
    const own = await call<Detail>(await hall.as(login), `GET /cases/${caseId}`);
    expect(own.body.may).toContainEqual({ act: 'answer', taskId: task!.id });
    const admin = await call<Detail>(await hall.as('admin'), `GET /cases/${caseId}`);
    expect(admin.body.may).toEqual([]);
  });

  it('explains each clock day by day and gives the answers in words', async () => {
    const { caseId } = await aPothole(hall);
    const { body } = await call<Detail>(await hall.as('ambassadrice1'), `GET /cases/${caseId}`);
    const promise = body.clocks.find(({ id }) => id === 'promise');
    expect(promise?.days.filter(({ counted }) => counted)).toHaveLength(10);
    expect(body.request.answers).toContainEqual(expect.objectContaining({ key: 'danger', text: 'non' }));
  });

  it('tells what happened with the words of those who acted, and the journal without them', async () => {
    const { caseId } = await aPothole(hall);
    const amb = await hall.as('ambassadrice1');
    const reason = `Retrait ${randomUUID()}`;
    const closed = await call(amb, `POST /cases/${caseId}/close`, { body: { conclusion: 'withdrawn', reason } });
    expect(closed.status).toBe(200);
    const { body } = await call<Detail>(amb, `GET /cases/${caseId}`);
    const line = body.timeline.find(({ code }) => code === 'command.close');
    expect(line).toMatchObject({ words: 'Demande close sans réponse', text: { body: reason } });
    const journal = await call(amb, `GET /cases/${caseId}/journal`);
    expect(journal.status).toBe(200);
    expect(JSON.stringify(journal.body)).not.toContain(reason);
  });

  it('does not exist for whoever may not read it', async () => {
    const { caseId } = await aPothole(hall);
    const stranger = await call(await hall.as('elu.culture'), `GET /cases/${caseId}`);
    expect(stranger.body).toMatchObject({ status: 404, code: 'case.not-found' });
    const none = await call(await hall.as('ambassadrice1'), `GET /cases/${randomUUID()}`);
    expect(none.body).toMatchObject({ status: 404, code: 'case.not-found' });
  });

  it('agrees in read model, workflow and journal', async () => {
    const { caseId } = await aPothole(hall);
    const check = await call(await hall.as('admin'), `GET /cases/${caseId}/state-check`);
    expect(check.body).toMatchObject({
      agree: true,
      differences: [],
      readModel: { found: true },
      workflow: { found: true },
      journal: { found: true },
    });
    expect((await call(await hall.as('ambassadrice1'), `GET /cases/${caseId}/state-check`)).status).toBe(403);
  });
});

describe('what waits for a process', () => {
  it('is told apart in the queue by what the citizen said, as far as a line goes', async () => {
    const words = `Bonjour, ${randomUUID()} ${'je cherche qui peut me renseigner '.repeat(8)}`;
    const amb = await hall.as('ambassadrice1');
    const { body } = await call<{ caseId: string }>(amb, 'POST /requests', {
      body: { channel: 'telephone', words, answers: { demande: words } },
    });
    const { caseId: pothole } = await aPothole(hall);
    interface Queue {
      readonly items: readonly { readonly caseId: string; readonly words?: string }[];
    }
    const queue = await call<Queue>(amb, 'GET /tasks?scope=team&kind=qualify&limit=200');
    expect(queue.body.items.find(({ caseId }) => caseId === body.caseId)?.words).toBe(`${words.slice(0, 139)}…`);
    const { body: voirie } = await call<Queue>(await hall.as('referent.voirie'), 'GET /tasks?scope=team&limit=200');
    expect(voirie.items.find(({ caseId }) => caseId === pothole)).not.toHaveProperty('words');
  });
});
