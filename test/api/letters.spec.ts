import { aPothole, call, someAnswers } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface ToPost {
  readonly items: readonly {
    readonly effectId: string;
    readonly caseId: string;
    readonly taskId: string;
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

async function waiting(caseId: string): Promise<ToPost['items'][number] | undefined> {
  const list = await call<ToPost>(await hall.as('ambassadrice1'), 'GET /letters-to-post?limit=200');
  return list.body.items.find((item) => item.caseId === caseId);
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
    expect(await hall.rows('SELECT 1 FROM letters WHERE case_id = $1', [caseId])).toEqual([]);
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
    expect((await call(amb, `POST /tasks/${item.taskId}/confirm-posting`, { body: {} })).status).toBe(200);
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
