import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { aPothole, call, someAnswers } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface ToPost {
  readonly items: readonly {
    readonly effectId: string;
    readonly kind: string;
    readonly caseId: string;
    readonly taskId?: string;
    readonly recipient?: string;
    readonly letterId: string;
    readonly letterHash: string;
    readonly printedAt?: string;
  }[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

/** Answered at once by letter: the shortest way to a letter that waits for the post. */
async function aLetterToPost(): Promise<string> {
  const { caseId } = await aPothole(hall);
  const body = { text: 'Le trou sera rebouché.', conclusion: { kind: 'planned', on: '2027-06-01' } };
  const { status } = await hall.post('ambassadrice1', `/cases/${caseId}/answer-at-once`, body);
  expect(status).toBe(200);
  return caseId;
}

async function waiting(caseId: string, kind = 'reply'): Promise<ToPost['items'][number] | undefined> {
  const list = await call<ToPost>(await hall.as('ambassadrice1'), 'GET /letters-to-post?limit=200');
  return list.body.items.find((item) => item.caseId === caseId && item.kind === kind);
}

describe('letters', () => {
  it('are previewed as the very PDF, or as the words of the mail, and kept nowhere', async () => {
    const { caseId } = await aPothole(hall);
    const amb = await hall.as('ambassadrice1');
    const body = { text: 'Nous passerons.', conclusion: { kind: 'planned', on: '2027-06-01' } };
    const pdf = await call<string>(amb, `POST /cases/${caseId}/letter-preview`, { body });
    expect([pdf.status, pdf.type, pdf.body.startsWith('%PDF')]).toEqual([200, 'application/pdf', true]);
    const mail = await call<{ mailText: string }>(amb, `POST /cases/${caseId}/letter-preview`, {
      body: { ...body, as: 'mail' },
    });
    expect(mail.body.mailText).toContain('Nous passerons.');
    const detail = await call<{ letters: readonly unknown[] }>(amb, `GET /cases/${caseId}`);
    expect(detail.body.letters).toEqual([]);
    const day = await call(amb, `POST /cases/${caseId}/letter-preview`, {
      body: { text: 'x', conclusion: { kind: 'planned', on: '2027-02-31' } },
    });
    expect(day.body).toMatchObject({ status: 400, errors: [{ pointer: '/conclusion/on' }] });
  });

  it('say the department, and neither name nor identifier, where the agent’s safety asks for it', async () => {
    const processId = 'tranquillite.petards-sono';
    const { caseId } = await aPothole(hall, { processId, answers: await someAnswers(hall, processId) });
    const [task] = await hall.openTasks(caseId);
    expect(task?.holder).toBe('p-police-municipale-01');
    const body = { text: 'Une patrouille passera.', conclusion: { kind: 'answered' }, as: 'mail' };
    const referent = await hall.as(await hall.loginOf(task!));
    const { mailText } = (await call<{ mailText: string }>(referent, `POST /cases/${caseId}/letter-preview`, { body }))
      .body;
    expect(mailText).toContain('Service\u00a0: Police municipale');
    expect(mailText).not.toMatch(/Vertenoue|police-municipale-01|elise\./i);
  });

  it('wait in the list until their posting is confirmed; printing them is only noted', async () => {
    const caseId = await aLetterToPost();
    const item = await eventually('the letter waits to be posted', () => waiting(caseId));
    const amb = await hall.as('ambassadrice1');
    const letter = await call<string>(amb, `GET /letters/${caseId}/${item.letterId}`);
    expect([letter.status, letter.etag]).toEqual([200, `"${item.letterHash}"`]);
    const same = await call(amb, `GET /letters/${caseId}/${item.letterId}`, {
      headers: { 'if-none-match': letter.etag ?? '' },
    });
    expect(same.status).toBe(304);
    const sheet = await call<string>(amb, 'GET /letters-to-post/print?organisation=ville');
    expect([sheet.status, sheet.type]).toEqual([200, 'application/pdf']);
    expect((await call(amb, 'POST /letters-to-post/printed', { body: { effectIds: [item.effectId] } })).status).toBe(
      204,
    );
    expect(await waiting(caseId)).toHaveProperty('printedAt');
    expect((await call(amb, `POST /tasks/${item.taskId!}/confirm-posting`, { body: {} })).status).toBe(200);
    expect(await waiting(caseId)).toBeUndefined();
  });

  it('are not found under another case, nor by whoever may not read theirs', async () => {
    const caseId = await aLetterToPost();
    const item = await eventually('the letter waits to be posted', () => waiting(caseId));
    const other = await aPothole(hall);
    expect(
      (await call(await hall.as('ambassadrice1'), `GET /letters/${other.caseId}/${item.letterId}`)).body,
    ).toMatchObject({ code: 'letter.not-found' });
    expect((await call(await hall.as('elu.culture'), `GET /letters/${caseId}/${item.letterId}`)).body).toMatchObject({
      code: 'case.not-found',
    });
  });
});

interface Detail {
  readonly messages: readonly {
    readonly kind: string;
    readonly channel?: string;
    readonly state?: string;
    readonly text?: string;
  }[];
  readonly letters: readonly unknown[];
}

/** What was exchanged with the citizen of that kind. */
async function messageOf(caseId: string, kind: string): Promise<Detail['messages'][number] | undefined> {
  const { body } = await call<Detail>(await hall.as('ambassadrice1'), `GET /cases/${caseId}`);
  return body.messages.find((one) => one.kind === kind);
}

describe('a citizen without a mail address', () => {
  it('is acknowledged by a letter of the list, which says number, code and promise, and leaves it once posted', async () => {
    const { caseId, caseNumber, trackingCode } = await aPothole(hall);
    const item = await eventually('the acknowledgement waits', () => waiting(caseId, 'acknowledgement'));
    expect(item).toMatchObject({ recipient: 'Ali Essai' });
    expect(item).not.toHaveProperty('taskId');
    const amb = await hall.as('ambassadrice1');
    const pdf = await call<string>(amb, `GET /letters/${caseId}/${item.letterId}`);
    expect([pdf.status, pdf.body.startsWith('%PDF'), pdf.etag]).toEqual([200, true, `"${item.letterHash}"`]);
    const message = await messageOf(caseId, 'acknowledge');
    expect(message).toMatchObject({ channel: 'letter', state: 'toPost' });
    for (const words of [caseNumber, trackingCode, 'Ali Essai', '10\u00a0jours ouvrés', 'Service\u00a0: Voirie'])
      expect(message?.text).toContain(words);
    const detail = await call<Detail>(amb, `GET /cases/${caseId}`);
    expect(detail.body.letters).toEqual([]);
    const route = `POST /letters-to-post/${item.effectId}/posted`;
    expect((await call(await hall.as('elu.culture'), route, { body: {} })).status).toBe(403);
    expect((await call(amb, route, { body: { postedOn: '2999-01-01' } })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/postedOn' }],
    });
    expect((await call(amb, route, { body: {} })).status).toBe(204);
    expect((await call(amb, route, { body: {} })).status).toBe(204);
    expect(await waiting(caseId, 'acknowledgement')).toBeUndefined();
    expect(await messageOf(caseId, 'acknowledge')).toMatchObject({ state: 'posted' });
    const [row] = await hall.rows<{ by: string; status: string }>(
      `SELECT m.posted_by AS by, c.status FROM outgoing_messages m JOIN case_files c USING (case_id) WHERE m.effect_id = $1`,
      [item.effectId],
    );
    expect(row).toEqual({ by: 'p-ambassadrice-01', status: 'open' });
    const late = await call(await hall.as('ambassadrice2'), route, { body: {} });
    expect(late.body).toMatchObject({ status: 404, code: 'letter.not-found' });
  });

  it('is asked on paper for what is missing', async () => {
    const { caseId } = await aPothole(hall);
    const [task] = await hall.openTasks(caseId);
    const body = { text: '- Une photographie', until: '2027-03-01' };
    const asked = await call(await hall.as(await hall.loginOf(task!)), `POST /tasks/${task!.id}/ask-citizen`, { body });
    expect(asked.status).toBe(200);
    await eventually('the letter waits', () => waiting(caseId, 'news'));
    expect((await messageOf(caseId, 'tellCitizen'))?.text).toContain('Une photographie');
  });

  it('is no longer told that the request came in once the reply is ready, or the request withdrawn', async () => {
    for (const [route, body] of [
      ['answer-at-once', { text: 'Le trou sera rebouché.', conclusion: { kind: 'planned', on: '2027-06-01' } }],
      ['close', { conclusion: 'withdrawn', reason: 'Renonce.' }],
    ] as const) {
      const { caseId } = await aPothole(hall);
      await eventually('the acknowledgement waits', () => waiting(caseId, 'acknowledgement'));
      expect((await call(await hall.as('ambassadrice1'), `POST /cases/${caseId}/${route}`, { body })).status).toBe(200);
      const left = async (): Promise<boolean> => (await waiting(caseId, 'acknowledgement')) === undefined;
      await eventually('it is dropped', left);
      expect(await messageOf(caseId, 'acknowledge')).toMatchObject({ state: 'dropped' });
    }
  });

  it('who asked for no letter gets none; one with a mail address gets the mail, whose text is kept', async () => {
    const silent = await aPothole(hall, { replyChannel: 'none' });
    const citizen = { lastName: 'Essai', email: 'ali.essai@citoyen.example' };
    const mailed = await aPothole(hall, { replyChannel: 'email', citizen });
    const message = await eventually('the mail is noted', () => messageOf(mailed.caseId, 'acknowledge'));
    expect(message).toMatchObject({ channel: 'email', state: 'sent' });
    expect(message.text).toContain(mailed.trackingCode);
    expect(await messageOf(silent.caseId, 'acknowledge')).toBeUndefined();
  });

  it('the acknowledgement says the remedy of its own process when silence means a refusal', async () => {
    const processId = 'eau.compteur-verification';
    const answers = await someAnswers(hall, processId);
    const citizen = { lastName: 'Essai', email: 'ali.essai@citoyen.example' };
    const { caseId } = await aPothole(hall, { processId, answers, citizen, replyChannel: 'email' });
    const message = await eventually('the mail is noted', () => messageOf(caseId, 'acknowledge'));
    const text = (message.text ?? '').replace(/\s+/g, ' ');
    expect(text).toContain('sera réputée');
    expect(text).toContain('médiateur de l’eau');
    expect(text).not.toContain('tribunal administratif');
  });
});

describe('the bundle to print', () => {
  it('is one file: the sheet, then the letters asked for; each posting is confirmed on its own', async () => {
    const first = await aLetterToPost();
    const { caseId: second } = await aPothole(hall);
    const reply = await eventually('the reply waits', () => waiting(first));
    const acknowledgement = await eventually('the acknowledgement waits', () => waiting(second, 'acknowledgement'));
    const amb = await hall.as('ambassadrice1');
    const asked = `organisation=ville&effectId=${reply.effectId}&effectId=${acknowledgement.effectId}`;
    const pagesOf = async (query: string): Promise<number> => {
      const response = await amb.ask(`/api/v1/letters-to-post/bundle?${query}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      return (await PDFDocument.load(await response.arrayBuffer())).getPageCount();
    };
    expect(await pagesOf(asked)).toBe(3);
    expect(await pagesOf(`${asked}&doubleSided=true`)).toBe(6);
    expect(await pagesOf('organisation=ville')).toBeGreaterThan(3);
    expect((await call(amb, 'GET /letters-to-post/bundle?organisation=agglo&effectId=x')).body).toMatchObject({
      code: 'letter.not-found',
    });
    const key = randomUUID();
    const route = `POST /letters-to-post/${reply.effectId}/posted`;
    for (const attempt of [1, 2])
      expect([attempt, (await call(amb, route, { body: {}, key })).status]).toEqual([attempt, 204]);
    const status = async (caseId: string): Promise<unknown> =>
      (await call<{ status: string }>(amb, `GET /cases/${caseId}`)).body.status;
    expect([await status(first), await status(second)]).toEqual(['closed', 'open']);
    expect(await waiting(second, 'acknowledgement')).toBeDefined();
  });
});
