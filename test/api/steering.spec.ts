import { randomUUID } from 'node:crypto';
import { firstOpenDay } from '../../domain/time/calendar.js';
import { addDays, type LocalDate } from '../../domain/time/local-date.js';
import { DemoTown } from '../support/demo-town.js';
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

describe('why cases are late', () => {
  it('tells where their time went, by what they waited for, within a department', async () => {
    const receivedAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
    const { caseId } = await aPothole(hall, { channel: 'letter', receivedAt });
    // More than are read at once: the figure is that of all of them.
    for (let others = 0; others < 55; others += 5)
      await Promise.all([1, 2, 3, 4, 5].map(() => aPothole(hall, { channel: 'letter', receivedAt })));
    const head = await hall.as('chef.grc');
    const late = await call<{ items: readonly { caseId: string }[] }>(
      head,
      'GET /supervision/cases?kind=late&department=voirie&limit=200',
    );
    expect(late.body.items.map((one) => one.caseId)).toContain(caseId);
    const { status, body } = await call<{
      cases: number;
      sentence: string;
      definition: string;
      causes: readonly { cause: string; share: number; days: number; cases: number }[];
    }>(head, 'GET /supervision/late-causes?department=voirie');
    expect(status).toBe(200);
    expect(late.body.items.length).toBeGreaterThan(55);
    expect(body.cases).toBe(late.body.items.length);
    // It was entered today, forty days after it came.
    const entry = body.causes.find(({ cause }) => cause === 'entry');
    expect(entry!.days).toBeGreaterThan(39);
    expect(body.causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(body.sentence).toMatch(/en retard\. Ce qui y a pris le plus de temps\s: .* \d+\s%\./);
    // Remembered from the first reading, and lived again where somebody acted since.
    await hall.post('ambassadrice1', `/cases/${caseId}/close`, { conclusion: 'withdrawn' });
    const again = await call<typeof body>(head, 'GET /supervision/late-causes?department=voirie');
    expect(again.body.cases).toBe(body.cases - 1);
    expect(again.body.causes.find(({ cause }) => cause === 'entry')!.days).toBeCloseTo(entry!.days - 40, 0);
    expect(body.definition).toContain('journal');
    expect((await call(await hall.as('ambassadrice1'), 'GET /supervision/late-causes')).status).toBe(403);
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

  it('that reassigned are taken back by another, shown first, which leaves what a colleague moved since', async () => {
    const [one, other] = [await aPothole(hall), await aPothole(hall)];
    const head = await hall.as('chef.grc');
    const holders = async (): Promise<unknown> =>
      Promise.all([one, other].map(async ({ caseId }) => (await hall.openTasks(caseId))[0]?.holder));
    const before = await holders();
    const caseIds = [one.caseId, other.caseId];
    const body = { kind: 'reassign', caseIds, reassign: { holder: 'p-voirie-04', reason: 'Essai' } };
    const lot = await call<Lot>(head, 'POST /lots', { body });
    expect((await call(head, `POST /lots/${lot.body.id}/undo`)).body).toMatchObject({ code: 'lot.not-undoable' });
    await call(head, `POST /lots/${lot.body.id}/run`);
    expect(await ended(lot.body.id)).toMatchObject({ done: 2, undoable: 2 });
    expect(await holders()).toEqual(['p-voirie-04', 'p-voirie-04']);
    const [moved] = await hall.openTasks(other.caseId);
    expect((await call(head, `POST /tasks/${moved!.id}/reassign`, { body: { holder: 'p-voirie-03' } })).status).toBe(
      200,
    );
    const undo = await call<Lot>(head, `POST /lots/${lot.body.id}/undo`);
    expect(undo.body).toMatchObject({ kind: 'undo', state: 'prepared', left: 2, undoable: 0 });
    expect(await holders()).toEqual(['p-voirie-04', 'p-voirie-03']);
    await call(head, `POST /lots/${undo.body.id}/run`);
    const result = await ended(undo.body.id);
    expect(result).toMatchObject({ done: 1, failed: 1 });
    expect(result.items.find(({ caseId }) => caseId === other.caseId)).toMatchObject({ code: 'lot.changed-since' });
    expect(await holders()).toEqual([(before as unknown[])[0], 'p-voirie-03']);
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

describe('the counts of a list of tasks', () => {
  it('say what is due on the next working day', async () => {
    const { caseId } = await aPothole(hall);
    const dueNext = async (): Promise<number> => {
      const counts = await call<readonly { dueNext: number }[]>(
        await hall.as('referent.voirie'),
        'GET /tasks/counts?scope=team',
      );
      return counts.body.reduce((sum, one) => sum + one.dueNext, 0);
    };
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format() as LocalDate;
    const next = firstOpenDay(new DemoTown(today).calendars['ville']!, addDays(today, 1));
    await hall.rows('UPDATE tasks SET due_on = NULL WHERE case_id = $1', [caseId]);
    const before = await dueNext();
    await hall.rows('UPDATE tasks SET due_on = $2 WHERE case_id = $1', [caseId, next]);
    expect(await dueNext()).toBe(before + 1);
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
    expect(added).toMatchObject({ status: 201, etag: '"1"' });
    const admin = await hall.as('admin');
    const seen = await call<readonly { id: string; own: boolean }[]>(admin, 'GET /views?screen=/pilotage');
    expect(seen.body.find(({ id }) => id === added.body.id)).toMatchObject({ own: false });
    const route = `/views/${added.body.id}`;
    const headers = { 'if-match': added.etag ?? '' };
    expect((await call(admin, `PATCH ${route}`, { body: { name: 'Autre' }, headers })).body).toMatchObject({
      code: 'view.not-found',
    });
    expect((await call(admin, `DELETE ${route}`, { headers })).body).toMatchObject({ code: 'view.not-found' });
    expect((await call(head, `DELETE ${route}`, { headers })).status).toBe(204);
  });

  it('change name, filters and audience on the version that was read; a 412 shows what is stored', async () => {
    const head = await hall.as('chef.grc');
    const added = await call<{ id: string; query: string }>(head, 'POST /views', {
      body: { audience: 'mine', screen: '/pilotage', name: 'À moi', query: 'vue=retard' },
    });
    const change = (body: unknown, etag: string | null): ReturnType<typeof call> =>
      call(head, `PATCH /views/${added.body.id}`, { body, headers: etag === null ? {} : { 'if-match': etag } });
    expect((await change({ name: 'Sans version' }, null)).status).toBe(428);
    const renamed = await change({ name: 'À nous', query: 'vue=attente', audience: 'organisation' }, added.etag);
    expect(renamed).toMatchObject({
      etag: '"2"',
      body: { name: 'À nous', query: 'vue=attente', audience: 'organisation', place: 'ville', version: 2 },
    });
    expect((await change({ name: 'Trop tard' }, added.etag)).body).toMatchObject({
      status: 412,
      code: 'request.version-mismatch',
      current: { name: 'À nous', version: 2 },
    });
    const alone = await change({ place: 'ville' }, renamed.etag);
    expect(alone.body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/place', code: 'view.place-without-audience' }],
    });
    const elsewhere = await change({ audience: 'organisation', place: 'ccas-d-ailleurs' }, renamed.etag);
    expect(elsewhere.body).toMatchObject({ status: 403 });
    const gone = (etag: string | null): ReturnType<typeof call> =>
      call(head, `DELETE /views/${added.body.id}`, { headers: { 'if-match': etag ?? '' } });
    expect((await gone(added.etag)).status).toBe(412);
    expect((await gone(renamed.etag)).status).toBe(204);
  });

  it('stand in the order that each reader gives them', async () => {
    const head = await hall.as('chef.grc');
    const screen = '/demandes';
    const ids: string[] = [];
    for (const name of ['Alpha', 'Bravo', 'Charlie']) {
      const body = { audience: 'organisation', screen, name, query: '' };
      ids.push((await call<{ id: string }>(head, 'POST /views', { body })).body.id);
    }
    const wanted = [...ids].reverse();
    expect((await call(head, 'PUT /views/order', { body: { screen, ids: wanted } })).status).toBe(204);
    const namesFor = async (who: string): Promise<readonly string[]> => {
      const views = await call<readonly { id: string; name: string }[]>(
        await hall.as(who),
        `GET /views?screen=${screen}`,
      );
      return views.body.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    };
    expect(await namesFor('chef.grc')).toEqual(['Charlie', 'Bravo', 'Alpha']);
    expect(await namesFor('admin')).toEqual(['Alpha', 'Bravo', 'Charlie']);
  });
});
