import { randomUUID } from 'node:crypto';
import type { Browser } from '../support/browser.js';
import { aPothole, call, upload, type Receipt } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface Asked {
  readonly id: string;
  readonly number: string;
}
interface Plan {
  readonly sheetGoes: boolean;
  readonly cases: readonly {
    readonly caseId: string;
    readonly goes: boolean;
    readonly why: string;
    readonly goesOn?: string;
  }[];
}
interface Purge {
  readonly id: string;
  readonly listed: number;
  readonly state: string;
  readonly erased: number;
  readonly items: readonly { readonly caseId: string; readonly state: string; readonly reason?: string }[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

const SECRET = 'Zorvanique';

/** A citizen whom nobody else is called like, with one request that carries a note and a document. */
async function aCitizen(): Promise<Receipt & { citizenId: string }> {
  const citizen = { firstName: SECRET, lastName: `Vantour${randomUUID().slice(0, 8)}`, phone: '0612345678' };
  const made = await aPothole(hall, { citizen, replyChannel: 'none', words: `${SECRET} ${randomUUID()}` });
  const [row] = await hall.rows<{ id: string }>('SELECT citizen_id AS id FROM requests WHERE case_id = $1', [
    made.caseId,
  ]);
  const amb = await hall.as('ambassadrice1');
  await call(amb, `POST /cases/${made.caseId}/notes`, { body: { body: `${SECRET} a rappelé` } });
  await upload(amb, `/cases/${made.caseId}/documents`, {
    content: `${SECRET}\n`,
    name: 'lettre.txt',
    type: 'text/plain',
  });
  return { ...made, citizenId: row!.id };
}

/** The case ended so long ago that its time is over; the state itself, which the journal tells, stays. */
async function endLongAgo(caseId: string): Promise<void> {
  await hall.rows("UPDATE case_files SET status = 'ended', closed_at = '2010-03-01T12:00:00Z' WHERE case_id = $1", [
    caseId,
  ]);
}

async function ask(citizenId: string, kind: string, receivedOn = '2026-01-31'): Promise<Asked> {
  const amb = await hall.as('ambassadrice1');
  return (await call<Asked>(amb, `POST /citizens/${citizenId}/privacy-requests`, { body: { kind, receivedOn } })).body;
}

/** What the page of a case says of its keeping. */
async function keepingOf(reader: Browser, caseId: string): Promise<object> {
  return (await call<{ keeping: object }>(reader, `GET /cases/${caseId}`)).body.keeping;
}

/** Everything the database holds on the case, as text. */
async function heldOn({ caseId, citizenId }: { caseId: string; citizenId: string }): Promise<string> {
  const tables = [
    'requests',
    'texts',
    'documents',
    'notes',
    'letters',
    'case_messages',
    'drafts',
    'journal_entries',
    'case_files',
  ];
  const rows: unknown[] = [];
  for (const table of tables) {
    rows.push(await hall.rows(`SELECT to_jsonb(t) - 'pdf' AS row FROM ${table} t WHERE case_id = $1`, [caseId]));
  }
  const sheets = await hall.rows('SELECT * FROM citizens WHERE id = $1', [citizenId]);
  return JSON.stringify([rows, sheets]);
}

describe('requests of citizens about their data', () => {
  it('enter the register with one civil month to answer, prolonged once, answered once', async () => {
    const { citizenId } = await aCitizen();
    const asked = await ask(citizenId, 'access');
    expect(asked).toMatchObject({
      number: expect.stringMatching(/^RGPD-2026-\d{4}$/) as string,
      dueOn: '2026-02-28',
      late: true,
    });
    const chef = await hall.as('chef.grc');
    const late = await call(chef, `POST /privacy-requests/${asked.id}/extend`);
    expect(late.body).toMatchObject({ code: 'privacy.extension-too-late' });
    const fresh = await ask(citizenId, 'opposition', new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    expect((await call(chef, `POST /privacy-requests/${fresh.id}/extend`)).body).toMatchObject({
      extended: true,
      late: false,
    });
    const body = { outcome: 'granted', answer: 'C’est fait.' };
    expect(
      (await call(await hall.as('ambassadrice1'), `POST /privacy-requests/${fresh.id}/answer`, { body })).status,
    ).toBe(403);
    expect((await call(chef, `POST /privacy-requests/${fresh.id}/answer`, { body })).body).toMatchObject({
      outcomeWords: 'Acceptée',
    });
    const twice = await call(chef, `POST /privacy-requests/${fresh.id}/answer`, { body });
    expect(twice.body).toMatchObject({ code: 'privacy.already-answered' });
    expect((await call(chef, `GET /citizens/${citizenId}`)).body).toHaveProperty('opposedOn');
    const later = await call(chef, `POST /citizens/${citizenId}/privacy-requests`, {
      body: { kind: 'access', receivedOn: '2999-01-01' },
    });
    expect(later.body).toMatchObject({ code: 'privacy.received-later' });
    const register = await call<readonly Asked[]>(chef, 'GET /privacy-requests');
    expect(register.body.map(({ number }) => number)).toContain(asked.number);
  });

  it('rectify a record and close the request together; the register names the fields, never their content', async () => {
    const { citizenId } = await aCitizen();
    const chef = await hall.as('chef.grc');
    const { id } = await ask(citizenId, 'rectification');
    const read = await call<{ version: number }>(chef, `GET /citizens/${citizenId}`);
    const body = { version: read.body.version, outcome: 'granted', answer: 'C’est corrigé.' };
    const path = `POST /privacy-requests/${id}/rectify`;
    const same = await call(chef, path, { body: { ...body, change: {} } });
    expect(same.body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/change' }] });
    const change = { phone: '0698765432', birthName: 'Ormel' };
    const stale = await call(chef, path, { body: { ...body, change, version: 999 } });
    expect(stale.body).toMatchObject({ code: 'request.version-mismatch' });
    const done = await call<{ rectified: readonly string[] }>(chef, path, { body: { ...body, change } });
    expect(done.body).toMatchObject({ outcome: 'granted' });
    expect([...done.body.rectified].sort()).toEqual(['Nom de naissance', 'Téléphone']);
    const sheet = await call<{ version: number; phone: string }>(chef, `GET /citizens/${citizenId}`);
    expect(sheet.body).toMatchObject(change);
    const twice = { ...body, version: sheet.body.version, change: { phone: '0600000000' } };
    expect((await call(chef, path, { body: twice })).body).toMatchObject({ code: 'privacy.already-answered' });
    expect((await call(chef, `GET /citizens/${citizenId}`)).body).toMatchObject(change);
    const other = await ask(citizenId, 'access');
    expect((await call(chef, `POST /privacy-requests/${other.id}/rectify`, { body: twice })).body).toMatchObject({
      code: 'privacy.not-a-rectification',
    });
    const [row] = await hall.rows<{ row: object }>('SELECT to_jsonb(p) AS row FROM privacy_requests p WHERE id = $1', [
      id,
    ]);
    expect(JSON.stringify(row!.row)).not.toContain('0698765432');
  });

  it.each(['chef.dpo', 'admin'])('are answered by %s, who corrects what is asked and nothing else', async (login) => {
    const { citizenId } = await aCitizen();
    const { id } = await ask(citizenId, 'rectification');
    const handler = await hall.as(login);
    const { body: sheet, status } = await call<{ version: number }>(handler, `GET /citizens/${citizenId}`);
    expect(status).toBe(200);
    const change = { phone: '0698765433' };
    const otherwise = await handler.ask(`/api/v1/citizens/${citizenId}`, {
      method: 'PATCH',
      headers: { 'if-match': `"${String(sheet.version)}"` },
      body: change,
    });
    expect(otherwise.status).toBe(403);
    const body = { version: sheet.version, outcome: 'granted', answer: 'C’est corrigé.', change };
    const done = await call(handler, `POST /privacy-requests/${id}/rectify`, { body });
    expect(done.body).toMatchObject({ rectified: ['Téléphone'] });
    const register = await call<readonly Asked[]>(handler, 'GET /privacy-requests');
    expect(register.body).toContainEqual(expect.objectContaining({ id, rectified: ['Téléphone'] }));
  });

  it('limit a record: kept, neither corrected nor erased', async () => {
    const { citizenId, caseId } = await aCitizen();
    const { id } = await ask(citizenId, 'limitation');
    const chef = await hall.as('chef.grc');
    await call(chef, `POST /privacy-requests/${id}/answer`, { body: { outcome: 'granted', answer: 'Limité.' } });
    const read = await call(chef, `GET /citizens/${citizenId}`);
    const change = await call(chef, `PATCH /citizens/${citizenId}`, {
      headers: { 'if-match': read.etag ?? '' },
      body: { phone: '01' },
    });
    expect(change.body).toMatchObject({ code: 'citizen.limited' });
    await endLongAgo(caseId);
    const plan = await call<Plan>(chef, `GET /citizens/${citizenId}/erasure`);
    expect(plan.body.cases).toMatchObject([{ goes: false }]);
  });

  it('give everything that is held, with notes and documents, to whoever may hand it over', async () => {
    const { citizenId, caseNumber } = await aCitizen();
    const chef = await hall.as('chef.grc');
    const held = await call<{ cases: readonly object[] }>(chef, `GET /citizens/${citizenId}/held-data`);
    expect(held.body).toMatchObject({ elsewhere: 0, cases: [{ caseNumber, documents: [{ name: 'lettre.txt' }] }] });
    expect(JSON.stringify(held.body.cases)).toContain(`${SECRET} a rappelé`);
    expect((await call(await hall.as('ambassadrice1'), `GET /citizens/${citizenId}/held-data`)).status).toBe(403);
  });

  it('erase what may go and say what the law keeps; a case erased still agrees with its journal', async () => {
    const gone = await aCitizen();
    const amb = await hall.as('ambassadrice1');
    const chef = await hall.as('chef.grc');
    const open = await call<Plan>(chef, `GET /citizens/${gone.citizenId}/erasure`);
    expect(open.body).toMatchObject({ sheetGoes: false, cases: [{ goes: false }] });
    expect(open.body.cases[0]).not.toHaveProperty('goesOn');
    await endLongAgo(gone.caseId);
    const kept = await aPothole(hall, { citizen: { id: gone.citizenId }, replyChannel: 'none' });
    const first = await ask(gone.citizenId, 'erasure');
    const body = { outcome: 'partly', answer: 'Une demande est en cours.', confirm: first.number };
    const wrong = await call(chef, `POST /privacy-requests/${first.id}/erase`, {
      body: { ...body, confirm: 'RGPD-1999-0001' },
    });
    expect(wrong.body).toMatchObject({ code: 'privacy.not-confirmed', status: 422 });
    expect(
      (await call(chef, `POST /privacy-requests/${first.id}/answer`, { body: { outcome: 'granted', answer: 'x' } }))
        .body,
    ).toMatchObject({ code: 'privacy.erase-instead' });
    expect(await heldOn(gone)).toContain(SECRET);
    expect((await call(chef, `POST /privacy-requests/${first.id}/erase`, { body })).body).toMatchObject({
      erasedCases: 1,
      outcome: 'partly',
    });
    expect(await heldOn({ ...gone, citizenId: randomUUID() })).not.toContain(SECRET);
    expect((await call(amb, `GET /citizens/${gone.citizenId}`)).body).toMatchObject({ cases: 1, firstName: SECRET });
    const admin = await hall.as('admin');
    expect((await call(admin, `GET /cases/${gone.caseId}/state-check`)).body).toMatchObject({
      agree: true,
      differences: [],
    });
    expect((await call(amb, `GET /cases/${gone.caseId}`)).body).toMatchObject({
      documents: [],
      notes: [],
      request: { words: '' },
    });
    expect(await keepingOf(amb, gone.caseId)).toMatchObject({
      erasure: {
        by: { id: 'p-chef-grc' },
        why: expect.stringMatching(new RegExp(`durée de conservation.*${first.number}`)) as string,
      },
      holds: [],
      mayFreeze: false,
    });
    const follow = await call(amb, 'POST /public/cases/follow', {
      body: { number: gone.caseNumber, code: gone.trackingCode },
    });
    expect(follow.status).toBe(404);
    await endLongAgo(kept.caseId);
    const second = await ask(gone.citizenId, 'erasure');
    const all = { outcome: 'granted', answer: 'Tout est effacé.', confirm: second.number };
    expect((await call(chef, `POST /privacy-requests/${second.id}/erase`, { body: all })).body).toMatchObject({
      erasedCases: 1,
    });
    expect(await heldOn(gone)).not.toContain(SECRET);
    expect((await call(chef, `GET /citizens/${gone.citizenId}`)).status).toBe(404);
  });
});

describe('a purge', () => {
  it('is a list first; approved, it erases what it names but what was frozen meanwhile', async () => {
    const [gone, frozen] = [await aCitizen(), await aCitizen()];
    await endLongAgo(gone.caseId);
    await endLongAgo(frozen.caseId);
    const admin = await hall.as('admin');
    const list = await call<Purge>(admin, 'POST /purges');
    expect(list.body.items.map(({ caseId }) => caseId)).toEqual(expect.arrayContaining([gone.caseId, frozen.caseId]));
    expect(await heldOn(gone)).toContain(SECRET);
    const hold = { caseId: frozen.caseId, reason: 'Recours', until: '2099-12-31' };
    const set = await call<{ id: string }>(admin, 'POST /holds', { body: hold });
    expect(set.status).toBe(201);
    const seen = await keepingOf(await hall.as('ambassadrice1'), frozen.caseId);
    expect(seen).toMatchObject({ holds: [{ reason: 'Recours', until: '2099-12-31' }], mayFreeze: false });
    expect(seen).not.toHaveProperty('erasure');
    expect(await keepingOf(admin, frozen.caseId)).toMatchObject({ mayFreeze: true });
    const both = { ...hold, citizenId: gone.citizenId };
    expect((await call(admin, 'POST /holds', { body: both })).body).toMatchObject({ code: 'hold.one-thing' });
    const path = `POST /purges/${list.body.id}/approve`;
    const archivesReference = 'Visa 2026-113 du 20 novembre 2026';
    expect((await call(admin, path, { body: { archivesReference, confirm: '0' } })).body).toMatchObject({
      code: 'purge.not-confirmed',
    });
    expect((await call(admin, path, { body: { archivesReference, confirm: String(list.body.listed) } })).status).toBe(
      200,
    );
    expect(
      (await call(admin, path, { body: { archivesReference, confirm: String(list.body.listed) } })).body,
    ).toMatchObject({
      code: 'purge.already-approved',
    });
    await eventually(
      'the purge ends',
      async () => (await call<Purge>(admin, `GET /purges/${list.body.id}`)).body.state === 'ended',
    );
    const { body: done } = await call<Purge>(admin, `GET /purges/${list.body.id}`);
    const item = (id: string): Purge['items'][number] | undefined => done.items.find(({ caseId }) => caseId === id);
    expect(item(gone.caseId)).toMatchObject({ state: 'erased' });
    expect(await keepingOf(admin, gone.caseId)).toMatchObject({
      erasure: { why: expect.stringMatching(/Visa 2026-113/) as string },
    });
    expect(item(frozen.caseId)).toMatchObject({ state: 'spared', reason: expect.stringMatching(/gelée/) as string });
    expect(await heldOn(gone)).not.toContain(SECRET);
    expect(await heldOn(frozen)).toContain(SECRET);
    expect((await call(admin, `DELETE /holds/${set.body.id}`)).status).toBe(204);
    expect((await call(admin, `DELETE /holds/${set.body.id}`)).body).toMatchObject({ code: 'hold.not-found' });
    const again = await call<Purge>(admin, 'POST /purges');
    expect(again.body.items.map(({ caseId }) => caseId)).toContain(frozen.caseId);
  });
});
