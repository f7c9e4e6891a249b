import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface Incident {
  readonly id: string;
  readonly caseId: string;
  readonly title: string;
  readonly state: string;
  readonly endedBy?: { readonly id: string };
}

const hall = runningTownHall();
afterAll(() => hall.close());

async function incidentOf(caseId: string, state: 'open' | 'ended'): Promise<Incident | undefined> {
  const list = await call<{ items: readonly Incident[] }>(
    await hall.as('admin'),
    `GET /incidents?state=${state}&limit=200`,
  );
  return list.body.items.find((one) => one.caseId === caseId);
}

describe('incidents', () => {
  it('are told in business words, retried in vain, then given up with a reason', async () => {
    // The mail catcher refuses that domain for good, as a real server refuses a wrong address.
    const { caseId } = await aPothole(hall, {
      replyChannel: 'email',
      citizen: { lastName: 'Essai', email: 'faux@refuse.invalid' },
    });
    const opened = await eventually('the incident is open', () => incidentOf(caseId, 'open'));
    expect(opened).toMatchObject({ title: 'L’accusé de réception n’est pas parti' });
    const admin = await hall.as('admin');
    expect((await call(await hall.as('ambassadrice1'), `POST /incidents/${opened.id}/retry`)).status).toBe(403);
    expect((await call(admin, `POST /incidents/${opened.id}/retry`)).status).toBe(200);
    await eventually('the retry failed too', () => incidentOf(caseId, 'open'));
    expect((await call(admin, `POST /incidents/${opened.id}/skip`, { body: {} })).status).toBe(400);
    const skipped = await call(admin, `POST /incidents/${opened.id}/skip`, { body: { reason: 'Usager rappelé.' } });
    expect(skipped).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect(await incidentOf(caseId, 'ended')).toMatchObject({ endedBy: { id: 'p-admin-01' } });
    const again = await call(admin, `POST /incidents/${opened.id}/skip`, { body: { reason: 'Encore.' } });
    expect(again.body).toMatchObject({ status: 409, code: 'case.effect-not-failed' });
  });
});
