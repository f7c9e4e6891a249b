import { randomUUID } from 'node:crypto';
import { Absences, day, onVersion, type Absence } from '../support/absences.js';
import { aPothole, call, type Reply } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';
import type { OpenTask } from '../support/town-hall.js';

interface Listed {
  readonly items: readonly { readonly id: string; readonly onBehalfOf?: string }[];
}
interface Detail {
  readonly may: readonly { readonly act: string; readonly taskId?: string; readonly onBehalfOf?: string }[];
  readonly timeline: readonly {
    readonly code: string;
    readonly actor?: { readonly id: string };
    readonly onBehalfOf?: { readonly id: string };
    readonly onBehalfRule?: string;
  }[];
}

const ANSWER = { text: 'Le trou sera rebouché.', conclusion: { kind: 'answered' } };

const hall = runningTownHall();
const absences = new Absences(hall);
afterEach(() => absences.takeBack());
afterAll(() => hall.close());

/** A pothole with the task of its referent. */
async function aTask(): Promise<{ readonly caseId: string; readonly task: OpenTask; readonly holder: string }> {
  const { caseId } = await aPothole(hall);
  const [task] = await hall.openTasks(caseId);
  if (task?.holder === undefined || task.holder === null) throw new Error('The pothole has no referent');
  return { caseId, task, holder: task.holder };
}

/** Three referents of roads other than the holder, by id and login. */
async function colleagues(holder: string): Promise<readonly { readonly id: string; readonly login: string }[]> {
  return hall.rows<{ id: string; login: string }>(
    `SELECT id, login FROM people WHERE id LIKE 'p-voirie-%' AND id <> $1 ORDER BY id LIMIT 3`,
    [holder],
  );
}

async function listOf(login: string): Promise<Listed['items']> {
  return (await call<Listed>(await hall.as(login), 'GET /tasks?limit=200')).body.items;
}

describe('an absence', () => {
  it('is three fields, made once for a key, read by its person and by those above, and by no one else', async () => {
    const key = randomUUID();
    const body = { from: day(30), to: day(31), substitutes: ['p-voirie-02'] };
    const made = await absences.declare('referent.voirie', body, key);
    expect(made).toMatchObject({
      status: 201,
      body: { person: { id: 'p-voirie-01' }, current: false, acting: { id: 'p-voirie-02' } },
    });
    expect((await absences.declare('referent.voirie', body, key)).body).toEqual(made.body);
    const other = await absences.declare('referent.voirie', { ...body, to: day(40) }, key);
    expect(other.body).toMatchObject({ status: 422, code: 'request.idempotency-key-reused' });
    const seenBy = async (login: string): Promise<boolean> => {
      const list = await call<{ items: readonly Absence[] }>(await hall.as(login), 'GET /absences');
      return list.body.items.some(({ id, to }) => id === made.body.id && to === day(31));
    };
    expect(await seenBy('referent.voirie')).toBe(true);
    expect(await seenBy('chef.voirie')).toBe(true);
    expect(await seenBy('admin')).toBe(true);
    expect(await seenBy('referent.voirie.2')).toBe(false);
    expect(await seenBy('chef.eclairage')).toBe(false);
  });

  it('is declared for oneself, by one’s head of department or by the administrator', async () => {
    const body = { person: 'p-voirie-03', from: day(30), to: day(31), substitutes: [] };
    for (const login of ['referent.voirie', 'chef.eclairage', 'ambassadrice1'])
      expect((await absences.declare(login, body)).body).toMatchObject({ status: 403, code: 'auth.forbidden' });
    const made = await absences.declare('chef.voirie', body);
    expect(made.status).toBe(201);
    const stranger = await hall.as('referent.voirie');
    const content = { from: day(30), to: day(33), substitutes: [] };
    for (const [route, sent] of [
      [`PUT /absences/${made.body.id}`, { body: content, headers: onVersion(made.body) }],
      [`DELETE /absences/${made.body.id}`, {}],
    ] as const)
      expect((await call(stranger, route, sent)).body).toMatchObject({ status: 404, code: 'absence.not-found' });
  });

  it('is refused with reversed dates, an unknown substitute, or over another one', async () => {
    const refused = async (changes: Readonly<Record<string, unknown>>): Promise<unknown> => {
      const body = { person: 'p-voirie-04', from: day(40), to: day(45), substitutes: ['p-voirie-01'], ...changes };
      const { status, body: answer } = await absences.declare('admin', body);
      return [status, (answer as unknown as { code?: string }).code];
    };
    expect(await refused({ to: day(39) })).toEqual([422, 'absence.dates-reversed']);
    expect(await refused({ substitutes: ['p-personne'] })).toEqual([422, 'substitution.unknown-person']);
    expect(await refused({ person: 'p-personne' })).toEqual([403, 'auth.forbidden']);
    expect(await refused({ from: '2027-02-30' })).toEqual([400, 'request.invalid']);
    expect(await refused({})).toEqual([201, undefined]);
    expect(await refused({ from: day(45), to: day(50) })).toEqual([409, 'absence.overlaps']);
    expect(await refused({ from: day(46), to: day(50) })).toEqual([201, undefined]);
  });

  it('changed by somebody else meanwhile is not written over: what is stored now is shown', async () => {
    const read = await absences.away('p-voirie-04', [], { from: day(70), to: day(72) });
    const change = (to: string, headers?: Readonly<Record<string, string>>): Promise<Reply<Absence>> =>
      call(admin, `PUT /absences/${read.id}`, {
        body: { from: day(70), to, substitutes: [] },
        ...(headers && { headers }),
      });
    const admin = await hall.as('admin');
    expect((await change(day(73))).body).toMatchObject({ status: 428 });
    const changed = await change(day(73), onVersion(read));
    expect(changed.status).toBe(200);
    expect(changed.body.version).not.toBe(read.version);
    expect((await change(day(74), onVersion(read))).body).toMatchObject({
      status: 412,
      current: { to: day(73), version: changed.body.version },
    });
    // The answer to the first was lost, and it is sent again: it says what is stored.
    expect((await change(day(73), onVersion(read))).status).toBe(200);
  });

  it('that leads back to its person is refused when saved: named, declared in the directory, or made by a change', async () => {
    await absences.away('p-voirie-02', ['p-voirie-03']);
    const loop = async (body: unknown): Promise<unknown> => (await absences.declare('admin', body)).body;
    const when = { from: day(), to: day() };
    expect(await loop({ person: 'p-voirie-03', substitutes: ['p-voirie-02'], ...when })).toMatchObject({
      status: 422,
      code: 'substitution.loop',
    });
    // The directory names p-voirie-04, then p-voirie-01, for p-voirie-03; and p-voirie-02 for p-voirie-01.
    await absences.away('p-voirie-01', []);
    expect(await loop({ person: 'p-voirie-03', substitutes: [], ...when })).toMatchObject({
      code: 'substitution.loop',
    });
    const later = await absences.away('p-voirie-03', ['p-voirie-02'], { from: day(2), to: day(3) });
    const change = { from: day(1), to: day(3), substitutes: ['p-voirie-02'] };
    const changed = await call(await hall.as('admin'), `PUT /absences/${later.id}`, {
      body: change,
      headers: onVersion(later),
    });
    expect(changed.body).toMatchObject({ status: 422, code: 'substitution.loop' });
  });

  it('makes no loop either where two people save theirs at the same moment', async () => {
    const when = { from: day(60), to: day(61) };
    const [one, other] = await Promise.all([
      absences.declare('referent.voirie.2', { ...when, substitutes: ['p-voirie-03'] }),
      absences.declare('referent.voirie.3', { ...when, substitutes: ['p-voirie-02'] }),
    ]);
    expect([one.status, other.status].filter((status) => status === 201)).toHaveLength(1);
    expect([one.body, other.body]).toContainEqual(expect.objectContaining({ code: 'substitution.loop' }));
  });

  it('that has begun ends the day before; one still to come goes; neither comes back by being changed', async () => {
    const [person] = await hall.rows<{ id: string }>(
      `SELECT p.id FROM people p WHERE p.id ~ '-0[1-9]$' AND NOT EXISTS (SELECT FROM absences a WHERE a.person_id = p.id)
       ORDER BY random() LIMIT 1`,
    );
    const begun = await absences.away(person!.id, ['p-dgs'], { from: day(-3), to: day(3) });
    const coming = await absences.away('p-voirie-02', ['p-voirie-01'], { from: day(5), to: day(6) });
    const admin = await hall.as('admin');
    for (const { id } of [begun, coming]) expect((await call(admin, `DELETE /absences/${id}`)).status).toBe(204);
    const all = await call<{ items: readonly Absence[] }>(admin, 'GET /absences?past=true');
    expect(all.body.items.find(({ id }) => id === begun.id)).toMatchObject({ to: day(-1), current: false });
    expect(all.body.items.find(({ id }) => id === coming.id)).toBeUndefined();
    const change = await call(admin, `PUT /absences/${coming.id}`, {
      body: { from: day(5), to: day(6), substitutes: [] },
      headers: onVersion(coming),
    });
    expect(change.body).toMatchObject({ status: 404, code: 'absence.not-found' });
  });
});

describe('whoever replaces an absent person', () => {
  it('is the first of the substitutes who is there, through the substitutes of substitutes, and no task is rewritten', async () => {
    const { task, holder } = await aTask();
    const [b, c, d] = await colleagues(holder);
    const who = async (): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const { id, login } of [b!, c!, d!])
        if ((await listOf(login)).some((one) => one.id === task.id && one.onBehalfOf === holder)) found.push(id);
      return found;
    };
    expect(await who()).toEqual([]);
    expect((await absences.away(holder, [b!.id, c!.id])).acting).toMatchObject({ id: b!.id });
    expect(await who()).toEqual([b!.id]);
    const away = await absences.away(b!.id, [d!.id]);
    expect(await who()).toEqual([c!.id]);
    await absences.away(c!.id, [d!.id]);
    expect(await who()).toEqual([d!.id]);
    const [row] = await hall.rows<{ holder: string }>('SELECT holder FROM tasks WHERE id = $1', [task.id]);
    expect(row?.holder).toBe(holder);
    await call(await hall.as('admin'), `DELETE /absences/${away.id}`);
    expect(await who()).toEqual([b!.id]);
    const session = await call<{ replaces: readonly string[] }>(await hall.as(b!.login), 'GET /session');
    expect(session.body.replaces).toContain(holder);
    await absences.takeBack();
    expect(await who()).toEqual([]);
  });

  it('acts in their name: the journal holds the person, whom they stood for and the rule', async () => {
    const { caseId, task, holder } = await aTask();
    const stranger = await hall.as('referent.eclairage');
    const answer = (): Promise<Reply<Record<string, unknown>>> =>
      call(stranger, `POST /tasks/${task.id}/answer`, { body: ANSWER });
    expect((await answer()).body).toMatchObject({ status: 404, code: 'task.not-found' });
    const absence = await absences.away(holder, ['p-eclairage-01']);
    const before = await call<Detail>(stranger, `GET /cases/${caseId}`);
    expect(before.body.may).toContainEqual({ act: 'answer', taskId: task.id, onBehalfOf: holder });
    expect((await answer()).status).toBe(200);
    const after = await call<Detail>(await hall.as('ambassadrice1'), `GET /cases/${caseId}`);
    expect(after.body.timeline.find(({ code }) => code === 'command.answer')).toMatchObject({
      actor: { id: 'p-eclairage-01' },
      onBehalfOf: { id: holder },
      onBehalfRule: `absence:${absence.id}:p-eclairage-01`,
    });
  });

  it('never endorses their own answer, nor that of the one they stand for', async () => {
    const { caseId, task, holder } = await aTask();
    await absences.away('p-dgs', [holder]);
    const login = await hall.loginOf(task);
    expect((await hall.post(login, `/tasks/${task.id}/answer`, ANSWER)).status).toBe(200);
    const [endorsement] = await hall.openTasks(caseId);
    expect(endorsement).toMatchObject({ kind: 'endorse', holder: 'p-dgs' });
    const author = await hall.as(login);
    const letterHash = await hall.letterHash(caseId);
    const own = await call(author, `POST /tasks/${endorsement!.id}/endorse`, { body: { letterHash } });
    expect(own.body).toMatchObject({ status: 403, code: 'case.four-eyes' });
    const { may } = (await call<Detail>(author, `GET /cases/${caseId}`)).body;
    expect(may.map(({ act }) => act)).not.toContain('endorse');
    await absences.takeBack();
    const absence = await absences.away('p-dgs', ['p-dga-technique']);
    const other = await call(await hall.as('dga.technique'), `POST /tasks/${endorsement!.id}/endorse`, {
      body: { letterHash },
    });
    expect(other.status).toBe(200);
    const { timeline } = (await call<Detail>(author, `GET /cases/${caseId}`)).body;
    expect(timeline.find(({ code }) => code === 'command.endorse')).toMatchObject({
      actor: { id: 'p-dga-technique' },
      onBehalfOf: { id: 'p-dgs' },
      onBehalfRule: `absence:${absence.id}:p-dga-technique`,
    });
  });
});

describe('an absence for some processes', () => {
  it('gives the work of those processes to the substitute, and no other, and tells colleagues a word', async () => {
    const { caseId, task, holder } = await aTask();
    const substitute = await hall.as('referent.eclairage');
    const message = 'Pour les chantiers en cours, appelez-moi.';
    const away = (processes: readonly string[]): Promise<unknown> =>
      absences.away(holder, ['p-eclairage-01'], { processes, message } as object);
    await away(['voirie.trottoir-degrade']);
    expect((await listOf('referent.eclairage')).map(({ id }) => id)).not.toContain(task.id);
    expect((await call(substitute, `GET /cases/${caseId}`)).status).toBe(404);
    expect((await call(substitute, `POST /tasks/${task.id}/answer`, { body: ANSWER })).status).toBe(404);
    await away(['voirie.nid-de-poule']);
    expect((await listOf('referent.eclairage')).find(({ id }) => id === task.id)).toMatchObject({ onBehalfOf: holder });
    const detail = await call<Detail>(substitute, `GET /cases/${caseId}`);
    expect(detail.body.may).toContainEqual({ act: 'answer', taskId: task.id, onBehalfOf: holder });
    const person = await call<{ absent: boolean; away: unknown }>(substitute, `GET /people/${holder}`);
    expect(person.body).toMatchObject({ absent: false, away: [{ message }, { message }] });
    const both = { person: holder, from: day(), to: day(), substitutes: [], processes: ['voirie.nid-de-poule'] };
    expect((await absences.declare('admin', both)).body).toMatchObject({ code: 'absence.overlaps' });
    const unknown = { ...both, processes: ['voirie.nulle-part'] };
    expect((await absences.declare('admin', unknown)).body).toMatchObject({ code: 'process.not-found' });
  });
});

describe('what an absence for some processes gives besides tasks', () => {
  const share = (processes: readonly string[]): object => ({ processes });

  it('is the unread messages, the cases and the callbacks of those processes, and of no other', async () => {
    const { caseId, task, holder } = await aTask();
    const own = await hall.as(await hall.loginOf(task));
    const substitute = await hall.as('referent.eclairage');
    const note = `Rappeler ${randomUUID()}`;
    await call(own, `POST /cases/${caseId}/callbacks`, { body: { dueOn: day(), note, audience: 'me' } });
    await hall.rows(
      `INSERT INTO case_messages (id, case_id, organisation, sector, direction, author, body, client_key)
       SELECT gen_random_uuid(), case_id, organisation, sector, 'in', 'citizen', 'Le trou s’agrandit', $2
       FROM case_files WHERE case_id = $1 RETURNING id`,
      [caseId, randomUUID()],
    );
    const found = async (): Promise<readonly boolean[]> => {
      const unread = await call<{ cases: readonly { caseId: string }[] }>(substitute, 'GET /messages/unread');
      const mine = await call<{ items: readonly { caseId: string }[] }>(substitute, 'GET /cases?mine=true&limit=200');
      const callbacks = await call<{ items: readonly { note: string }[] }>(substitute, 'GET /callbacks?limit=200');
      return [
        unread.body.cases.some((one) => one.caseId === caseId),
        mine.body.items.some((one) => one.caseId === caseId),
        callbacks.body.items.some((one) => one.note === note),
      ];
    };
    await absences.away(holder, ['p-eclairage-01'], share(['voirie.trottoir-degrade']));
    expect(await found()).toEqual([false, false, false]);
    const read = (): Promise<Reply<object>> => call(substitute, `POST /cases/${caseId}/messages/read`);
    expect((await read()).status).toBe(404);
    await absences.away(holder, ['p-eclairage-01'], share(['voirie.nid-de-poule']));
    expect(await found()).toEqual([true, true, true]);
    expect((await read()).body).toEqual({ marked: 1 });
    expect(await found()).toEqual([false, true, true]);
  });

  it('is the day on which the next letter of those processes is expected', async () => {
    await aTask();
    const expected = async (): Promise<boolean> =>
      'expectedOn' in (await call(await hall.as('elu.culture'), 'GET /parapheur/expected')).body;
    await absences.away('p-elu-voirie', ['p-elu-culture'], share(['voirie.trottoir-degrade']));
    expect(await expected()).toBe(false);
    await absences.away('p-elu-voirie', ['p-elu-culture'], share(['voirie.nid-de-poule']));
    expect(await expected()).toBe(true);
  });
});

describe('whoever begins to act in somebody’s place', () => {
  interface Told {
    readonly unread: number;
    readonly replacements: readonly { readonly absenceId: string; readonly unread: boolean }[];
  }

  it('is told at once, until it is read, while they act; an absence put off is told again', async () => {
    const substitute = await hall.as('referent.dpo');
    const [{ id: person }] = (await hall.rows<{ id: string }>(
      `SELECT id FROM people WHERE login = 'referent.dpo'`,
    )) as [{ id: string }];
    const told = async (): Promise<Told> => (await call<Told>(substitute, 'GET /notifications')).body;
    const coming = await absences.away('p-voirie-04', [person], { from: day(1), to: day(2) });
    expect((await told()).replacements).toEqual([]);
    const admin = await hall.as('admin');
    let known = coming;
    const change = async (body: object): Promise<Reply<Absence>> => {
      const reply = await call<Absence>(admin, `PUT /absences/${coming.id}`, {
        body: { substitutes: [person], ...body },
        headers: onVersion(known),
      });
      known = reply.body;
      return reply;
    };
    const message = 'Les clefs sont à l’accueil.';
    expect((await change({ from: day(), to: day(2), message })).status).toBe(200);
    expect(await told()).toMatchObject({
      replacements: [{ absenceId: coming.id, person: { id: 'p-voirie-04' }, until: day(2), message, unread: true }],
    });
    const until = new Date(Date.now() + 1000).toISOString();
    await call(substitute, 'PUT /notifications/read-until', { body: { until } });
    await change({ from: day(), to: day(3) });
    expect((await told()).replacements).toMatchObject([{ unread: false }]);
    await change({ from: day(5), to: day(6) });
    expect((await told()).replacements).toEqual([]);
    expect(await hall.rows('SELECT FROM replacement_notices WHERE absence_id = $1', [coming.id])).toEqual([]);
  });
});

describe('the return of an absence', () => {
  it('tells what was done in one’s name, by whom, and what waits, until it is read', async () => {
    const { caseId, task, holder } = await aTask();
    const { task: waiting } = await aTask();
    await absences.away(holder, ['p-eclairage-01'], { from: day(-3), to: day() });
    expect((await hall.post('referent.eclairage', `/tasks/${task.id}/answer`, ANSWER)).status).toBe(200);
    // Yesterday's act, of an absence that ended yesterday.
    await hall.rows(`UPDATE journal_entries SET at = at - interval '1 day' WHERE case_id = $1 RETURNING line`, [
      caseId,
    ]);
    await absences.takeBack();
    const back = await hall.as(await hall.loginOf(task));
    const read = async (): Promise<Record<string, unknown>> => (await call(back, 'GET /absences/return')).body;
    const found = await read();
    expect(found).toMatchObject({ seen: false, absence: { to: day(-1) } });
    expect(found['acts']).toContainEqual(
      expect.objectContaining({ caseId, by: expect.objectContaining({ id: 'p-eclairage-01' }) as unknown }),
    );
    if (waiting.holder === holder) expect(found['waiting']).toMatchObject({ open: expect.any(Number) as number });
    const { id } = found['absence'] as { id: string };
    expect((await call(await hall.as('referent.eclairage'), `PUT /absences/${id}/return-seen`)).status).toBe(404);
    expect((await call(back, `PUT /absences/${id}/return-seen`)).status).toBe(204);
    expect(await read()).toMatchObject({ seen: true });
    expect((await call(await hall.as('referent.dpo'), 'GET /absences/return')).body).toMatchObject({ acts: [] });
  });
});
