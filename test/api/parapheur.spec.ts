import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
afterAll(() => hall.close());

describe('what is expected in a parapheur', () => {
  it('is the earliest target of a case that will come to its reader, and nothing for whoever none leads to', async () => {
    const { caseId } = await aPothole(hall);
    const [task] = await hall.rows<{ target: string }>(
      'SELECT coalesce(target_on, due_on)::text AS target FROM tasks WHERE case_id = $1 AND open',
      [caseId],
    );
    const signer = await call<{ expectedOn: string }>(await hall.as('elu.voirie'), 'GET /parapheur/expected');
    expect(signer.status).toBe(200);
    expect(signer.body.expectedOn <= task!.target).toBe(true);
    // Nothing in the town of the tests leads to the culture's elected official.
    const other = await call(await hall.as('elu.culture'), 'GET /parapheur/expected');
    expect(other).toMatchObject({ status: 200, body: {} });
    expect(other.body).not.toHaveProperty('expectedOn');
    expect((await call(await hall.as('ambassadrice1'), 'GET /parapheur/expected')).status).toBe(403);
  });
});
