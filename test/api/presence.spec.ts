import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface Present {
  readonly person: { readonly id: string; readonly name: string };
  readonly state: string;
}

const hall = runningTownHall();
afterAll(() => hall.close());

describe('presence on a case', () => {
  it('tells each who else reads and who writes, never oneself', async () => {
    const { caseId } = await aPothole(hall);
    const [one, two] = [await hall.as('ambassadrice1'), await hall.as('chef.voirie')];
    const path = `POST /cases/${caseId}/presence`;
    expect((await call(one, path, { body: { state: 'reading' } })).body).toEqual([]);
    const seen = await call<readonly Present[]>(two, path, { body: { state: 'writing' } });
    expect(seen.body.map(({ state }) => state)).toEqual(['reading']);
    const detail = await call<{ presence: readonly Present[] }>(one, `GET /cases/${caseId}`);
    expect(detail.body.presence).toEqual([expect.objectContaining({ state: 'writing' })]);
    expect(detail.body.presence[0]!.person.name).not.toBe(detail.body.presence[0]!.person.id);
    expect((await call<readonly Present[]>(two, `GET /cases/${caseId}/presence`)).body).toHaveLength(1);
  });

  it('is kept from those who may not read the case', async () => {
    const { caseId } = await aPothole(hall);
    const stranger = await hall.as('elu.culture');
    expect((await call(stranger, `POST /cases/${caseId}/presence`, { body: { state: 'reading' } })).status).toBe(404);
    expect((await call(stranger, `GET /cases/${caseId}/presence`)).status).toBe(404);
  });

  it('is told by server events with the id of the case and nothing else', async () => {
    const amb = await hall.as('ambassadrice1');
    const { caseId } = await aPothole(hall);
    const closing = new AbortController();
    const response = await fetch(new URL('/api/v1/events', hall.api), {
      headers: { cookie: `parvis=${amb.cookie('parvis') ?? ''}` },
      signal: closing.signal,
    });
    let heard = '';
    const listening = (async () => {
      for await (const chunk of response.body!) heard += Buffer.from(chunk as Uint8Array).toString('utf8');
    })().catch(() => undefined);
    let writes = false;
    await eventually('the presence is heard', async () => {
      writes = !writes;
      await call(amb, `POST /cases/${caseId}/presence`, { body: { state: writes ? 'writing' : 'reading' } });
      return heard.includes(`event: presence`) && heard.includes(`data: {"caseId":"${caseId}"}`);
    });
    closing.abort();
    await listening;
    expect(heard).not.toContain('writing');
  });
});
