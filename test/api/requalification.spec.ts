import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Preview {
  readonly department: { readonly id: string };
  readonly promisedOn: string;
  readonly kept: readonly {
    readonly from: { readonly key: string };
    readonly because: string;
    readonly text?: string;
  }[];
  readonly lost: readonly {
    readonly from: { readonly key: string };
    readonly because: string;
    readonly text?: string;
  }[];
  readonly toAsk: readonly { readonly key: string; readonly required: boolean }[];
  readonly answers: Readonly<Record<string, unknown>>;
}
interface Detail {
  readonly processId: string;
  readonly clocks: readonly { readonly id: string; readonly startedAt: string; readonly dueOn?: string }[];
  readonly request: {
    readonly answers: readonly { readonly key: string; readonly text?: string }[];
    readonly former: readonly {
      readonly title: string;
      readonly answers: readonly { readonly key: string; readonly text?: string }[];
    }[];
  };
}

const PAVEMENT = 'voirie.trottoir-degrade';

const hall = runningTownHall();
afterAll(() => hall.close());

describe('a change of process', () => {
  it('is shown before it is made: what is kept, what is lost, what must be asked', async () => {
    const { caseId } = await aPothole(hall);
    const amb = await hall.as('ambassadrice1');
    const preview = await call<Preview>(amb, `GET /cases/${caseId}/requalification?processId=${PAVEMENT}`);
    expect(preview.status).toBe(200);
    expect(preview.body.kept.map(({ from, because }) => [from.key, because])).toEqual([['lieu', 'sameQuestion']]);
    expect(preview.body.answers).toMatchObject({ lieu: { label: '3 rue des Teinturières' } });
    expect(preview.body.lost).toContainEqual(
      expect.objectContaining({ from: expect.objectContaining({ key: 'danger' }) as object, text: 'non' }),
    );
    expect(preview.body.toAsk.filter(({ required }) => required).map(({ key }) => key)).toEqual(['defaut', 'chute']);
    const before = await call<Detail>(amb, `GET /cases/${caseId}`);
    expect(before.body).toMatchObject({ processId: 'voirie.nid-de-poule', request: { former: [] } });
  });

  it('keeps the clocks, takes the new answers, and keeps the old ones to be read', async () => {
    const { caseId } = await aPothole(hall);
    const amb = await hall.as('ambassadrice1');
    const before = await call<Detail>(amb, `GET /cases/${caseId}`);
    const preview = await call<Preview>(amb, `GET /cases/${caseId}/requalification?processId=${PAVEMENT}`);
    const answers = { ...preview.body.answers, defaut: 'dalle', chute: true };
    const done = await call(amb, `POST /cases/${caseId}/requalify`, { body: { processId: PAVEMENT, answers } });
    expect(done.status).toBe(200);
    const after = await call<Detail>(amb, `GET /cases/${caseId}`);
    const promise = ({ clocks }: Detail): unknown => clocks.find(({ id }) => id === 'promise');
    expect(promise(after.body)).toMatchObject({ dueOn: preview.body.promisedOn });
    expect(promise(after.body)).toEqual(promise(before.body));
    expect(after.body.processId).toBe(PAVEMENT);
    expect(after.body.request.answers.map(({ key }) => key).sort()).toEqual(['chute', 'defaut', 'lieu']);
    const [former, ...others] = after.body.request.former;
    expect([former?.title, others.length]).toEqual(['Signaler un nid-de-poule', 0]);
    expect(former?.answers).toContainEqual(expect.objectContaining({ key: 'danger', text: 'non' }));
  });

  it('refuses what the new form refuses, a process that does not exist, and the one the case follows', async () => {
    const { caseId } = await aPothole(hall);
    const amb = await hall.as('ambassadrice1');
    const missing = await call(amb, `POST /cases/${caseId}/requalify`, { body: { processId: PAVEMENT, answers: {} } });
    expect(missing.body).toMatchObject({ status: 422, code: 'request.invalid-answers' });
    expect(missing.body['errors']).toContainEqual(
      expect.objectContaining({
        pointer: '/answers/defaut',
        code: 'answer.required',
        detail: expect.stringMatching(/^Renseignez\s: \S/) as string,
      }),
    );
    for (const [processId, code] of [
      ['voirie.licorne', 'process.unknown'],
      ['voirie.nid-de-poule', 'process.same'],
    ] as const) {
      const previewed = await call(amb, `GET /cases/${caseId}/requalification?processId=${processId}`);
      const asked = await call(amb, `POST /cases/${caseId}/requalify`, { body: { processId, answers: {} } });
      for (const { body } of [previewed, asked])
        expect(body).toMatchObject({ status: 422, errors: [{ pointer: '/processId', code }] });
    }
    const detail = await call<Detail>(amb, `GET /cases/${caseId}`);
    expect(detail.body.request.answers).toContainEqual(expect.objectContaining({ key: 'danger', text: 'non' }));
  });

  it('leaves the request as it was where the engine refuses: the reply is on its way', async () => {
    const { caseId } = await aPothole(hall, { processId: 'grc.a-qualifier', answers: { demande: 'Une question.' } });
    const amb = await hall.as('ambassadrice1');
    const answer = { text: 'Voici.', conclusion: { kind: 'answered' } };
    expect((await call(amb, `POST /cases/${caseId}/answer-at-once`, { body: answer })).status).toBe(200);
    const body = { processId: PAVEMENT, answers: { defaut: 'dalle', chute: true, lieu: { label: 'Ici' } } };
    const late = await call(amb, `POST /cases/${caseId}/requalify`, { body });
    expect(late.body).toMatchObject({ status: 409, code: 'case.already-answered' });
    const detail = await call<Detail>(amb, `GET /cases/${caseId}`);
    expect(detail.body.request.answers.map(({ key }) => key)).toEqual(['demande']);
    expect(detail.body.request.former).toEqual([]);
  });

  it('is done once for a key, and twice in a row keeps both former forms', async () => {
    const { caseId } = await aPothole(hall);
    const amb = await hall.as('ambassadrice1');
    const key = randomUUID();
    const lieu = { label: '3 rue des Teinturières' };
    const there = { processId: PAVEMENT, answers: { lieu, defaut: 'dalle', chute: false } };
    const first = await call(amb, `POST /cases/${caseId}/requalify`, { body: there, key });
    const again = await call(amb, `POST /cases/${caseId}/requalify`, { body: there, key });
    expect([first.status, again.body]).toEqual([200, first.body]);
    const back = { processId: 'voirie.nid-de-poule', answers: { lieu, danger: false, emplacement: 'chaussee' } };
    expect((await call(amb, `POST /cases/${caseId}/requalify`, { body: back })).status).toBe(200);
    const detail = await call<Detail>(amb, `GET /cases/${caseId}`);
    expect(detail.body.request.former.map(({ title }) => title)).toEqual([
      'Signaler un trottoir abîmé, une bordure cassée ou un pavé descellé',
      'Signaler un nid-de-poule',
    ]);
  });

  it('is for those who may qualify', async () => {
    const { caseId } = await aPothole(hall);
    const route = `GET /cases/${caseId}/requalification?processId=${PAVEMENT}`;
    expect((await call(await hall.as('referent.voirie'), route)).body).toMatchObject({
      status: 403,
      code: 'auth.forbidden',
    });
  });
});
