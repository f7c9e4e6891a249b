import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Draft {
  readonly id: string;
  readonly version: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const hall = runningTownHall();
afterAll(() => hall.close());

describe('drafts', () => {
  it('are written over the version read only; the 412 gives what is stored, so that nothing typed is lost', async () => {
    const amb = await hall.as('ambassadrice1');
    const made = await call<Draft>(amb, 'POST /drafts', {
      body: { kind: 'request', title: 'Appel', body: { words: 'Un' } },
    });
    expect(made).toMatchObject({ status: 201, etag: '"1"' });
    const path = `/drafts/${made.body.id}`;
    const written = await call<Draft>(amb, `PUT ${path}`, {
      headers: { 'if-match': '"1"' },
      body: { body: { words: 'Un trou' } },
    });
    expect(written).toMatchObject({ status: 200, etag: '"2"' });
    const late = await call(amb, `PUT ${path}`, {
      headers: { 'if-match': '"1"' },
      body: { body: { words: 'Une bosse' } },
    });
    expect(late.body).toMatchObject({ status: 412, current: { version: 2, body: { words: 'Un trou' } } });
    expect((await call(amb, `DELETE ${path}`, { headers: { 'if-match': '"2"' } })).status).toBe(204);
    expect((await call(amb, `GET ${path}`)).body).toMatchObject({ status: 404, code: 'draft.not-found' });
  });

  it('are their author’s, and those’ with whom they are shared', async () => {
    const amb = await hall.as('ambassadrice1');
    const colleague = await hall.as('ambassadrice2');
    const { caseId } = await aPothole(hall);
    const made = await call<Draft>(amb, 'POST /drafts', { body: { kind: 'note', caseId, body: { text: 'À dire' } } });
    const path = `/drafts/${made.body.id}`;
    expect((await call(colleague, `GET ${path}`)).status).toBe(404);
    const shared = await call(amb, `PUT ${path}/sharing`, {
      headers: { 'if-match': '"1"' },
      body: { sharedWith: ['p-ambassadrice-02'] },
    });
    expect(shared.status).toBe(200);
    expect((await call(colleague, `GET ${path}`)).body).toMatchObject({ version: 2, body: { text: 'À dire' } });
    expect((await call(colleague, `DELETE ${path}`, { headers: { 'if-match': '"2"' } })).status).toBe(403);
    const list = await call<{ items: readonly Draft[] }>(colleague, `GET /drafts?caseId=${caseId}`);
    expect(list.body.items.map(({ id }) => id)).toEqual([made.body.id]);
  });

  it('cannot be about a case that their author may not read, nor be shared with nobody known', async () => {
    const { caseId } = await aPothole(hall);
    const stranger = await call(await hall.as('elu.culture'), 'POST /drafts', {
      body: { kind: 'note', caseId, body: {} },
    });
    expect(stranger.body).toMatchObject({ status: 404, code: 'case.not-found' });
    const amb = await hall.as('ambassadrice1');
    const made = await call<Draft>(amb, 'POST /drafts', { body: { kind: 'note', body: {} } });
    const unknown = await call(amb, `PUT /drafts/${made.body.id}/sharing`, {
      headers: { 'if-match': '"1"' },
      body: { sharedWith: ['p-personne'] },
    });
    expect(unknown.body).toMatchObject({ status: 404, code: 'person.not-found' });
  });
});
