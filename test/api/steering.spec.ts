import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface Lot {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly excluded: number;
  readonly items: readonly {
    readonly caseId: string;
    readonly state: string;
    readonly code?: string;
    readonly from: string;
  }[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

async function ended(id: string): Promise<Lot> {
  return eventually('the lot is over', async () => {
    const { body } = await call<Lot>(await hall.as('chef.grc'), `GET /lots/${id}`);
    return body.state === 'done' && body;
  });
}

describe('today’s supervision', () => {
  it('counts what a case is looked at for, by department and by step', async () => {
    const { caseId } = await aPothole(hall);
    const head = await hall.as('chef.grc');
    const day = await call<{
      total: { open: number };
      byDepartment: readonly { department: { id: string }; open: number }[];
      byStep: readonly { step: string; open: number }[];
    }>(head, 'GET /supervision');
    expect(day.status).toBe(200);
    const voirie = day.body.byDepartment.find(({ department }) => department.id === 'voirie');
    expect(voirie!.open).toBeGreaterThan(0);
    expect(day.body.byStep.reduce((sum, { open }) => sum + open, 0)).toBe(day.body.total.open);
    const list = await call<{ items: readonly { caseId: string }[] }>(
      head,
      'GET /supervision/cases?kind=open&department=voirie&limit=200',
    );
    expect(list.body.items.map((one) => one.caseId)).toContain(caseId);
    expect((await call(await hall.as('ambassadrice1'), 'GET /supervision')).status).toBe(403);
    const bad = Buffer.from(JSON.stringify(['hier', randomUUID()])).toString('base64url');
    expect((await call(head, `GET /supervision/cases?cursor=${bad}`)).status).toBe(400);
  });
});

describe('lots', () => {
  it('freeze a list, show it, then reassign each case with its own result', async () => {
    const [one, two] = [await aPothole(hall), await aPothole(hall)];
    const head = await hall.as('chef.grc');
    const body = { kind: 'reassign', caseIds: [one.caseId, two.caseId], reassign: { department: 'espaces-verts' } };
    const key = randomUUID();
    const prepared = await call<Lot>(head, 'POST /lots', { body, key });
    expect(prepared).toMatchObject({ status: 201, body: { state: 'prepared', total: 2, excluded: 0 } });
    expect((await call<Lot>(head, 'POST /lots', { body, key })).body.id).toBe(prepared.body.id);
    await call(head, `POST /lots/${prepared.body.id}/run`);
    expect(await ended(prepared.body.id)).toMatchObject({ done: 2, failed: 0 });
    const [row] = await hall.rows<{ department: string }>('SELECT department FROM case_files WHERE case_id = $1', [
      one.caseId,
    ]);
    expect(row!.department).toBe('espaces-verts');
    expect((await call(await hall.as('admin'), `GET /lots/${prepared.body.id}`)).status).toBe(403);
    expect((await call(head, 'POST /lots', { body: { kind: 'reassign', caseIds: [one.caseId] } })).status).toBe(400);
  });

  it('remind the holder once, leave a note, and leave out what is closed', async () => {
    const { caseId } = await aPothole(hall);
    const head = await hall.as('chef.grc');
    const closed = await aPothole(hall);
    await call(head, `POST /cases/${closed.caseId}/close`, { body: { conclusion: 'withdrawn' } });
    const lot = await call<Lot>(head, 'POST /lots', {
      body: { kind: 'remind', caseIds: [caseId, closed.caseId], message: 'Merci de regarder ce dossier.' },
    });
    expect(lot.body.items.find((item) => item.caseId === closed.caseId)).toMatchObject({
      state: 'excluded',
      code: 'case.closed',
    });
    await call(head, `POST /lots/${lot.body.id}/run`);
    await call(head, `POST /lots/${lot.body.id}/run`);
    expect(await ended(lot.body.id)).toMatchObject({ done: 1, failed: 0, excluded: 1 });
    const sent = await hall.rows(
      'SELECT 1 FROM outgoing_messages WHERE case_id = $1 AND effect_id LIKE $2 AND state = $3',
      [caseId, `lot.${lot.body.id}.%`, 'sent'],
    );
    expect(sent).toHaveLength(1);
    const notes = await hall.rows('SELECT 1 FROM notes WHERE case_id = $1 AND body LIKE $2', [
      caseId,
      'Relance envoyée%',
    ]);
    expect(notes).toHaveLength(1);
  });

  it('let an ambassador remind a department, but not take its work from it', async () => {
    const { caseId } = await aPothole(hall);
    const ambassador = await hall.as('ambassadrice1');
    const reminder = await call<Lot>(ambassador, 'POST /lots', { body: { kind: 'remind', caseIds: [caseId] } });
    expect(reminder.body.items).toMatchObject([{ caseId, state: 'waiting' }]);
    const taken = await call<Lot>(ambassador, 'POST /lots', {
      body: { kind: 'reassign', caseIds: [caseId], reassign: { department: 'proprete' } },
    });
    expect(taken.body.items).toMatchObject([{ caseId, state: 'excluded', code: 'auth.forbidden' }]);
  });
});

describe('saved views', () => {
  it('are kept for the person or their organisation, and taken away by whoever made them', async () => {
    const head = await hall.as('chef.grc');
    const view = {
      audience: 'organisation',
      screen: '/pilotage',
      name: 'Retards voirie',
      query: 'vue=retard&service=voirie',
    };
    const added = await call<{ id: string }>(head, 'POST /views', { body: view });
    expect(added.status).toBe(201);
    const admin = await hall.as('admin');
    const seen = await call<readonly { id: string; own: boolean }[]>(admin, 'GET /views?screen=/pilotage');
    expect(seen.body.find(({ id }) => id === added.body.id)).toMatchObject({ own: false });
    const other = { body: { name: 'Autre nom' } };
    expect((await call(admin, `PATCH /views/${added.body.id}`, other)).body).toMatchObject({ code: 'view.not-found' });
    expect((await call(head, `PATCH /views/${added.body.id}`, other)).body).toMatchObject({ name: 'Autre nom' });
    expect((await call(head, 'GET /views?screen=/pilotage')).body).toMatchObject([{ name: 'Autre nom' }]);
    expect((await call(admin, `DELETE /views/${added.body.id}`)).body).toMatchObject({ code: 'view.not-found' });
    expect((await call(head, `DELETE /views/${added.body.id}`)).status).toBe(204);
  });
});
