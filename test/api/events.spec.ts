import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

const hall = runningTownHall();
afterAll(() => hall.close());

describe('server events', () => {
  it('tell that a case changed, by its id and revision, to whoever is signed in', async () => {
    const amb = await hall.as('ambassadrice1');
    const closing = new AbortController();
    const response = await fetch(new URL('/api/v1/events', hall.api), {
      headers: { cookie: `parvis=${amb.cookie('parvis') ?? ''}` },
      signal: closing.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let heard = '';
    const listening = (async () => {
      for await (const chunk of response.body!) heard += Buffer.from(chunk as Uint8Array).toString('utf8');
    })().catch(() => undefined);
    const { caseId } = await aPothole(hall);
    await eventually('the change is heard', async () => {
      await call(amb, `POST /cases/${caseId}/notes`, { body: { body: 'Contenu secret.' } });
      return heard.includes(caseId);
    });
    closing.abort();
    await listening;
    expect(heard).toContain(`data: {"caseId":"${caseId}","revision":0}`);
    expect(heard).not.toContain('secret');
  });
});
