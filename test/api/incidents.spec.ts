import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface Incident {
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly title: string;
  readonly canBeResolved: boolean;
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
    expect(opened).toMatchObject({
      title: 'L’accusé de réception n’est pas parti',
      enginePage: `http://127.0.0.1:8080/namespaces/parvis/workflows/${caseId}`,
    });
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

describe('a journal with a gap', () => {
  /** Three acts, then a database that came back from a backup made after the first, then one act more. */
  async function afterARestore(): Promise<{ readonly caseId: string; readonly incident: Incident }> {
    const { caseId } = await aPothole(hall);
    const amb = await hall.as('ambassadrice1');
    const reply = async (channel: string): Promise<void> => {
      const { status } = await call(amb, `POST /cases/${caseId}/reply-channel`, { body: { channel } });
      expect(status).toBe(200);
    };
    await reply('spoken');
    const [saved] = await hall.rows<{ file: unknown }>('SELECT case_file AS file FROM case_files WHERE case_id = $1', [
      caseId,
    ]);
    await reply('none');
    await reply('letter');
    await hall.rows('DELETE FROM journal_entries WHERE case_id = $1 AND revision > 1', [caseId]);
    await hall.rows('UPDATE case_files SET revision = 1, case_file = $2 WHERE case_id = $1', [
      caseId,
      JSON.stringify(saved?.file),
    ]);
    await call(amb, `POST /cases/${caseId}/reply-channel`, { body: { channel: 'none' } });
    return { caseId, incident: await eventually('the gap is an incident', () => incidentOf(caseId, 'open')) };
  }

  const admin = (): ReturnType<typeof hall.as> => hall.as('admin');
  const standing = async (caseId: string): Promise<Record<string, unknown>> =>
    (await call(await admin(), `GET /cases/${caseId}/state-check`)).body;

  it('is made whole from what the engine still holds', async () => {
    const { caseId, incident } = await afterARestore();
    expect(incident).toMatchObject({ kind: 'journalGap', title: 'Il manque une ligne à l’historique d’une demande' });
    expect(incident.canBeResolved).toBe(true);
    expect((await call(await hall.as('ambassadrice1'), `POST /incidents/${incident.id}/retry`)).status).toBe(403);
    const mended = await call(await admin(), `POST /incidents/${incident.id}/retry`);
    expect(mended.body).toMatchObject({ caseId, revision: 4, state: 'ended' });
    expect(await standing(caseId)).toMatchObject({ agree: true, readModel: { revision: 4 } });
    expect((await call(await admin(), `POST /incidents/${incident.id}/retry`)).body).toEqual(mended.body);
    const next = await call(await hall.as('ambassadrice1'), `POST /cases/${caseId}/reply-channel`, {
      body: { channel: 'spoken' },
    });
    expect(next.body).toMatchObject({ revision: 5 });
    expect(await standing(caseId)).toMatchObject({ agree: true, readModel: { revision: 5 } });
  });

  it('is given up with a reason, and the case goes on', async () => {
    const { caseId, incident } = await afterARestore();
    expect((await call(await admin(), `POST /incidents/${incident.id}/skip`, { body: {} })).status).toBe(400);
    const skipped = await call(await admin(), `POST /incidents/${incident.id}/skip`, {
      body: { reason: 'Sauvegarde du matin.' },
    });
    expect(skipped.body).toMatchObject({ caseId, revision: 4, state: 'ended' });
    expect(await incidentOf(caseId, 'ended')).toMatchObject({
      endedBy: { id: 'p-admin-01' },
      reason: 'Sauvegarde du matin.',
    });
    const next = await call(await hall.as('ambassadrice1'), `POST /cases/${caseId}/reply-channel`, {
      body: { channel: 'spoken' },
    });
    expect(next.body).toMatchObject({ revision: 5 });
    expect(await standing(caseId)).toMatchObject({
      readModel: { revision: 5 },
      workflow: { revision: 5 },
    });
  });
});
