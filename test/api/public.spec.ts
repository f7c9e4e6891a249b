import { randomUUID } from 'node:crypto';
import { anyone, aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import type { TownHall } from '../support/town-hall.js';

interface Followed {
  readonly state: string;
  readonly awaited: readonly { readonly openRequest: string; readonly items: readonly string[] }[];
  readonly promise: { readonly state: string };
}

const hall = runningTownHall();
afterAll(() => hall.close());

async function askMissingItem(at: TownHall, caseId: string): Promise<void> {
  const [task] = await at.openTasks(caseId);
  const body = { text: '- Une photo\n- Le numéro', until: '2027-12-10' };
  const { status } = await at.post(await at.loginOf(task!), `/tasks/${task!.id}/ask-citizen`, body);
  expect(status).toBe(200);
}

describe('a case followed without an account', () => {
  it('is shown to whoever knows number and code, however they copied them, without the names of agents', async () => {
    const { caseId, caseNumber, trackingCode } = await aPothole(hall);
    const typed = {
      number: caseNumber.toLowerCase().replaceAll('-', ' '),
      code: trackingCode.toLowerCase().replaceAll('-', ''),
    };
    const followed = await call<Followed>(anyone(hall), 'POST /public/cases/follow', { body: typed });
    expect(followed).toMatchObject({
      status: 200,
      body: { state: 'received', caseNumber, promise: { state: 'running' } },
    });
    const [task] = await hall.openTasks(caseId);
    expect(JSON.stringify(followed.body)).not.toContain(task!.holder!);
  });

  it('answers a wrong code and an unknown number alike', async () => {
    const { caseNumber } = await aPothole(hall);
    const wrong = await call(anyone(hall), 'POST /public/cases/follow', {
      body: { number: caseNumber, code: 'AAAA-BBBB-CCCC' },
    });
    const unknown = await call(anyone(hall), 'POST /public/cases/follow', {
      body: { number: 'D-2026-99999', code: 'AAAA-BBBB-CCCC' },
    });
    const { traceId: _one, ...first } = wrong.body;
    const { traceId: _other, ...second } = unknown.body;
    expect(first).toEqual(second);
    expect(first).toMatchObject({ status: 404, code: 'follow.not-found' });
  });

  it('takes what was missing once for a key, and the clock goes on', async () => {
    const { caseId, caseNumber: number, trackingCode: code } = await aPothole(hall);
    await askMissingItem(hall, caseId);
    const waiting = await call<Followed>(anyone(hall), 'POST /public/cases/follow', { body: { number, code } });
    expect(waiting.body).toMatchObject({
      state: 'waitingForYou',
      promise: { state: 'paused' },
      awaited: [{ items: ['Une photo', 'Le numéro'] }],
    });
    const message = { number, code, openRequest: waiting.body.awaited[0]!.openRequest, text: 'Voici.' };
    const key = randomUUID();
    const sent = await call(anyone(hall), 'POST /public/cases/messages', { body: message, key });
    const again = await call(anyone(hall), 'POST /public/cases/messages', { body: message, key });
    expect([sent.body, again.body]).toEqual([
      { received: true, answersRequest: true },
      { received: true, answersRequest: true },
    ]);
    const after = await call<Followed>(anyone(hall), 'POST /public/cases/follow', { body: { number, code } });
    expect(after.body).toMatchObject({ state: 'examined', promise: { state: 'running' }, awaited: [] });
  });

  it('hands a message nobody asked for to those who follow the case', async () => {
    const { caseId, caseNumber: number, trackingCode: code } = await aPothole(hall);
    const text = `Le trou s’agrandit ${randomUUID()}`;
    expect((await call(anyone(hall), 'POST /public/cases/messages', { body: { number, code, text } })).status).toBe(
      201,
    );
    const detail = await call<{ messages: readonly object[] }>(await hall.as('ambassadrice1'), `GET /cases/${caseId}`);
    expect(detail.body.messages).toContainEqual(expect.objectContaining({ direction: 'in', text }));
    const wrong = await call(anyone(hall), 'POST /public/cases/messages', {
      body: { number, code: 'AAAA-BBBB-CCCC', text },
    });
    expect(wrong.status).toBe(404);
  });
});

describe('the receipt', () => {
  it('says where to follow the request, how long it is kept and whom to write to about one’s data', async () => {
    const receipt = await aPothole(hall);
    expect(receipt).toMatchObject({
      followUrl: `${hall.api}/suivi`,
      kept: expect.stringMatching(/^gardées \d+\s(an|ans|mois) après la clôture de la demande, puis /) as string,
      dataProtection: { email: 'dpo@valmont.example' },
    });
  });

  it('tells no time of keeping before the process is known', async () => {
    const words = `Une question ${randomUUID()}`;
    const { body } = await hall.post('ambassadrice1', '/requests', {
      words,
      channel: 'letter',
      answers: { demande: words },
    });
    expect(body).toHaveProperty('dataProtection.title');
    expect(body).not.toHaveProperty('kept');
  });
});

describe('what the citizen sees, for an agent', () => {
  it('is the very answer of the public route, for whoever may read the case', async () => {
    const { caseId, caseNumber, trackingCode } = await aPothole(hall);
    await askMissingItem(hall, caseId);
    const typed = { number: caseNumber, code: trackingCode };
    const outside = await call<Followed>(anyone(hall), 'POST /public/cases/follow', { body: typed });
    const inside = await call<Followed>(await hall.as('ambassadrice1'), `GET /cases/${caseId}/as-citizen`);
    expect(inside.status).toBe(200);
    expect(inside.body.awaited[0]?.items).toEqual(['Une photo', 'Le numéro']);
    expect(inside.body).toEqual(outside.body);
    expect((await call(await hall.as('elu.culture'), `GET /cases/${caseId}/as-citizen`)).status).toBe(404);
  });
});

describe('the public catalogue', () => {
  it('shows a sheet without what is for agents only', async () => {
    const sheet = await call(anyone(hall), 'GET /public/processes/voirie.nid-de-poule');
    expect(sheet.status).toBe(200);
    expect(Object.keys(sheet.body)).toEqual(expect.arrayContaining(['audience', 'needed', 'form', 'promisedNow']));
    for (const secret of ['script', 'steps', 'phrasings', 'hash', 'firstContact'])
      expect(sheet.body).not.toHaveProperty(secret);
  });
});
