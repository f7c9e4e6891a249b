import { randomUUID } from 'node:crypto';
import { anyone, aPothole, call, type Receipt } from '../support/desk.js';
import { mailsTo } from '../support/mail-box.js';
import { runningProduct, runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface Message {
  readonly id?: string;
  readonly direction: string;
  readonly text?: string;
  readonly state?: string;
  readonly unread?: boolean;
}
interface Unread {
  readonly cases: readonly { readonly caseId: string; readonly count: number }[];
}

const hall = runningTownHall();
const { urls } = runningProduct();
afterAll(() => hall.close());

async function withMail(): Promise<Receipt & { readonly email: string }> {
  const email = `ali.${randomUUID().slice(0, 8)}@exemple.fr`;
  const citizen = { firstName: 'Ali', lastName: 'Essai', email };
  return { ...(await aPothole(hall, { citizen, replyChannel: 'email' })), email };
}

async function messagesOf(caseId: string): Promise<readonly Message[]> {
  const { body } = await call<{ messages: readonly Message[] }>(await hall.as('ambassadrice1'), `GET /cases/${caseId}`);
  return body.messages;
}

describe('messages to a citizen', () => {
  it('leave once for a key, with nobody’s name in the subject, and are read where the case is followed', async () => {
    const { caseId, caseNumber: number, trackingCode: code, email } = await withMail();
    const amb = await hall.as('ambassadrice1');
    const [key, text] = [randomUUID(), `Nous passons jeudi ${randomUUID()}`];
    const first = await call<Message>(amb, `POST /cases/${caseId}/messages`, { body: { text }, key });
    const again = await call<Message>(amb, `POST /cases/${caseId}/messages`, { body: { text }, key });
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    const reused = await call(amb, `POST /cases/${caseId}/messages`, { body: { text: 'Autre.' }, key });
    expect(reused.body).toMatchObject({ status: 422, code: 'request.idempotency-key-reused' });
    await eventually('the message is marked as sent', async () =>
      (await messagesOf(caseId)).some((one) => one.text === text && one.state === 'sent'),
    );
    const mails = (await mailsTo(urls.mail, email)).filter(({ subject }) => subject.includes('message de la mairie'));
    expect(mails).toHaveLength(1);
    expect(mails[0]!.messageId).toContain(first.body.id!);
    expect(mails[0]!.subject).not.toMatch(/Essai|Ali/);
    const followed = await call<{ messages: readonly Message[] }>(anyone(hall), 'POST /public/cases/follow', {
      body: { number, code },
    });
    expect(followed.body.messages).toEqual([{ direction: 'out', text, at: expect.any(String) as string }]);
    expect(JSON.stringify(followed.body)).not.toMatch(/"author"/);
  });

  it('are refused where there is no address to send them to, and to those who may not read the case', async () => {
    const { caseId } = await aPothole(hall);
    const body = { text: 'Bonjour.' };
    const none = await call(await hall.as('ambassadrice1'), `POST /cases/${caseId}/messages`, { body });
    expect(none.body).toMatchObject({ status: 422, code: 'message.no-mail-address' });
    expect((await call(await hall.as('elu.culture'), `POST /cases/${caseId}/messages`, { body })).status).toBe(404);
  });
});

describe('messages from a citizen', () => {
  it('open nothing, wait unread for whoever holds the case, and are read by them alone', async () => {
    const { caseId, caseNumber: number, trackingCode: code } = await withMail();
    const [task] = await hall.openTasks(caseId);
    const holder = await hall.as(await hall.loginOf(task!));
    const revision = async (): Promise<number> =>
      (await call<{ revision: number }>(holder, `GET /cases/${caseId}`)).body.revision;
    await eventually('the acknowledgement is noted', async () => (await revision()) > 0);
    const before = await revision();
    const text = `Le trou s’agrandit ${randomUUID()}`;
    const key = randomUUID();
    await call(anyone(hall), 'POST /public/cases/messages', { body: { number, code, text }, key });
    await call(anyone(hall), 'POST /public/cases/messages', { body: { number, code, text }, key });
    const mine = async (): Promise<number | undefined> => {
      const { body } = await call<Unread>(holder, 'GET /messages/unread');
      return body.cases.find((one) => one.caseId === caseId)?.count;
    };
    expect(await mine()).toBe(1);
    const amb = await hall.as('ambassadrice1');
    expect((await call(amb, `POST /cases/${caseId}/messages/read`)).body).toEqual({ marked: 0 });
    expect(await mine()).toBe(1);
    expect((await call(holder, `POST /cases/${caseId}/messages/read`)).body).toEqual({ marked: 1 });
    expect(await mine()).toBeUndefined();
    expect(await messagesOf(caseId)).toContainEqual(expect.objectContaining({ direction: 'in', text, unread: false }));
    expect(await revision()).toBe(before);
    expect((await hall.openTasks(caseId)).map(({ id }) => id)).toEqual([task!.id]);
  });
});
