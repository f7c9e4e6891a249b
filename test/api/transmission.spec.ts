import { aPothole, call, type Reply } from '../support/desk.js';
import { mailsTo } from '../support/mail-box.js';
import { runningProduct, runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface Authority {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}
interface Detail {
  readonly statusWords: string;
  readonly messages: readonly { readonly kind: string; readonly state?: string; readonly text?: string }[];
}
interface ToPost {
  readonly items: readonly {
    readonly caseId: string;
    readonly effectId: string;
    readonly kind: string;
    readonly recipient?: string;
    readonly address?: { readonly lines: readonly string[] };
  }[];
}

const product = runningProduct();
const hall = runningTownHall(product);
afterAll(() => hall.close());

/** Answered at once, with the conclusion that it is not ours. */
async function passedOn(caseId: string, conclusion: object): Promise<Reply<Record<string, unknown>>> {
  const body = { text: 'Cette rue est une route départementale.', conclusion: { kind: 'notOurs', ...conclusion } };
  return call(await hall.as('ambassadrice1'), `POST /cases/${caseId}/answer-at-once`, { body });
}

async function detailOf(caseId: string): Promise<Detail> {
  return (await call<Detail>(await hall.as('ambassadrice1'), `GET /cases/${caseId}`)).body;
}

describe('a request that is not ours', () => {
  it('goes to the authority chosen from the town’s list, whole, once the reply has told the citizen', async () => {
    const list = await call<{ items: readonly Authority[] }>(await hall.as('referent.voirie'), 'GET /authorities');
    const authority = list.body.items.find(({ id }) => id === 'departement-routes')!;
    const { caseId, caseNumber } = await aPothole(hall, {
      replyChannel: 'none',
      words: 'Un trou sur la départementale.',
    });
    expect((await passedOn(caseId, { authority: authority.id })).status).toBe(200);
    const detail = await detailOf(caseId);
    expect(detail.statusWords).toContain(authority.name);
    const mail = await eventually('the mail arrived', async () =>
      (await mailsTo(product.urls.mail, authority.email ?? '')).find(({ subject }) => subject.includes(caseNumber)),
    );
    expect(mail.subject).toMatch(/^Transmission d’une demande de votre compétence/);
    const sent = await eventually('it is noted', async () =>
      (await detailOf(caseId)).messages.find(({ kind, state }) => kind === 'transmit' && state === 'sent'),
    );
    for (const words of ['Un trou sur la départementale.', 'Ali Essai', '3 rue des Teinturières', 'L. 114-2'])
      expect(sent.text?.replaceAll(/\s+/g, ' ')).toContain(words);
  });

  it('goes by post to an authority without a mail box', async () => {
    const { caseId } = await aPothole(hall, { replyChannel: 'none' });
    expect((await passedOn(caseId, { authority: 'reseau-electrique' })).status).toBe(200);
    const item = await eventually('the letter waits', async () => {
      const amb = await hall.as('ambassadrice1');
      const { body } = await call<ToPost>(amb, 'GET /letters-to-post?limit=200');
      return body.items.find((one) => one.caseId === caseId && one.kind === 'transmission');
    });
    expect(item.recipient).toMatch(/^Réseau électrique de l’Exemple/);
    expect(item.address?.lines).toEqual(['Zone des Forges', '12 rue du Transformateur', '51999 Valmont-sur-Marne']);
    const posted = await call(await hall.as('ambassadrice1'), `POST /letters-to-post/${item.effectId}/posted`, {
      body: {},
    });
    expect(posted.status).toBe(204);
  });

  it('is left to the agent where only a name is given, and refused for an authority that nobody knows', async () => {
    const { caseId } = await aPothole(hall, { replyChannel: 'none' });
    expect((await passedOn(caseId, { authority: 'licorne' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/conclusion/authority' }],
    });
    expect((await passedOn(caseId, {})).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/conclusion/passedTo' }],
    });
    expect((await passedOn(caseId, { passedTo: 'Le voisin' })).status).toBe(200);
    const [count] = await hall.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM outgoing_messages WHERE case_id = $1 AND kind = 'transmit'`,
      [caseId],
    );
    expect(count?.count).toBe(0);
  });
});
