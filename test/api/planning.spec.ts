import { Absences, day } from '../support/absences.js';
import { anyone, aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Planning {
  readonly department: { readonly id: string };
  readonly today: string;
  readonly monday: string;
  readonly days: readonly string[];
  readonly people: readonly {
    readonly id: string;
    readonly member: boolean;
    readonly load: { readonly open: number; readonly late: number };
    readonly away: readonly { readonly from: string; readonly to: string }[];
  }[];
  readonly tasks: readonly {
    readonly id: string;
    readonly caseNumber: string;
    readonly dueOn?: string;
    readonly person?: string;
    readonly mayMove: boolean;
  }[];
}

interface Due {
  readonly caseNumber: string;
  readonly id: string;
  readonly holder: string;
  readonly dueOn: string;
}

const hall = runningTownHall();
const absences = new Absences(hall);
afterEach(() => absences.takeBack());
afterAll(() => hall.close());

async function weekOf(login: string, query = ''): Promise<Planning> {
  const { status, body } = await call<Planning>(await hall.as(login), `GET /planning${query}`);
  expect(status).toBe(200);
  return body;
}

/** A pothole with its referent and the day it is due. */
async function due(): Promise<Due> {
  const { caseId, caseNumber } = await aPothole(hall);
  const [task] = await hall.rows<Omit<Due, 'caseNumber'>>(
    'SELECT id, holder, due_on::text AS "dueOn" FROM tasks WHERE case_id = $1 AND open',
    [caseId],
  );
  return { ...task!, caseNumber };
}

const loginOf = async (id: string): Promise<string> =>
  (await hall.rows<{ login: string }>('SELECT login FROM people WHERE id = $1', [id]))[0]!.login;

describe('the week of a department', () => {
  it('shows a task to its referents and its head, on the day it is due, beside whoever has it', async () => {
    const { id, holder, dueOn } = await due();
    for (const [login, mayMove] of [
      ['chef.voirie', true],
      ['referent.voirie', false],
    ] as const) {
      const week = await weekOf(login, `?department=voirie&on=${dueOn}`);
      expect(week.tasks.find((task) => task.id === id)).toMatchObject({ person: holder, dueOn, mayMove });
      expect(week.days).toContain(dueOn);
      const person = week.people.find((one) => one.id === holder);
      expect(person).toMatchObject({ member: true });
      expect(person?.load.open).toBeGreaterThan(0);
    }
    const after = await weekOf('chef.voirie', '?on=2031-05-14');
    expect(after).toMatchObject({ monday: '2031-05-12' });
    expect(after.tasks.some((task) => task.id === id)).toBe(false);
    expect(after.people.find((one) => one.id === holder)?.load.open).toBeGreaterThan(0);
  });

  it('counts what is late whatever week is shown', async () => {
    const { id, holder } = await due();
    const before = (await weekOf('chef.voirie')).people.find((one) => one.id === holder)!.load;
    await hall.rows('UPDATE tasks SET due_on = $2::date WHERE id = $1', [id, '2020-01-02']);
    const week = await weekOf('chef.voirie', '?on=2031-05-14');
    expect(week.tasks.find((task) => task.id === id)).toMatchObject({ dueOn: '2020-01-02' });
    expect(week.people.find((one) => one.id === holder)?.load).toEqual({ open: before.open, late: before.late + 1 });
  });

  it('has no column for a closed day', async () => {
    const { days } = await weekOf('chef.voirie', '?on=2027-07-14');
    expect(days).toEqual(['2027-07-12', '2027-07-13', '2027-07-15', '2027-07-16']);
  });

  it('tells who is away, and moves a task to a colleague', async () => {
    const { id, holder } = await due();
    await absences.away(holder, [], { from: day(1), to: day(2) });
    const week = await weekOf('chef.voirie', `?on=${day(1)}`);
    expect(week.people.find((one) => one.id === holder)?.away).toContainEqual({ from: day(1), to: day(2) });
    const processes = ['voirie.trottoir-degrade'];
    await absences.away(holder, [], { from: day(3), to: day(3), processes } as object);
    const part = (await weekOf('chef.voirie', `?on=${day(3)}`)).people.find((one) => one.id === holder)?.away;
    expect(part).toContainEqual({ from: day(3), to: day(3), processes: 1 });
    const colleague = week.people.find((one) => one.member && one.id !== holder)!.id;
    const head = await hall.as('chef.voirie');
    expect((await call(head, `POST /tasks/${id}/reassign`, { body: { holder: colleague } })).status).toBe(200);
    const { people } = await weekOf('chef.voirie');
    const own = week.people.find((one) => one.id === holder)!.load.open;
    expect(people.find((one) => one.id === holder)?.load.open).toBe(own - 1);
  });

  it('is refused to whoever is not of the department, and to whoever has none', async () => {
    for (const [login, query] of [
      ['referent.voirie', '?department=eclairage'],
      ['ambassadrice1', '?department=voirie'],
      ['ambassadrice1', ''],
      ['designer1', ''],
    ] as const) {
      const { status, body } = await call(await hall.as(login), `GET /planning${query}`);
      expect([login, status, body['code']]).toEqual([login, 403, 'auth.forbidden']);
    }
    const { status } = await call(await hall.as('chef.voirie'), 'GET /planning?on=2026-02-31');
    expect(status).toBe(400);
  });
});

describe('a calendar feed', () => {
  const read = async (url: string): Promise<{ status: number; type: string | null; text: string }> => {
    const { pathname } = new URL(url);
    const { status, type, body } = await call<unknown>(anyone(hall), `GET ${pathname.replace('/api/v1', '')}`);
    return { status, type, text: typeof body === 'string' ? body.replaceAll('\r\n ', '') : '' };
  };
  const create = async (login: string): Promise<string> =>
    (await call<{ url: string }>(await hall.as(login), 'PUT /calendar-feed')).body.url;

  it('is read without signing in, with the number and the day of one’s tasks and nothing of the citizen', async () => {
    const { id, holder, caseNumber, dueOn } = await due();
    const url = await create(await loginOf(holder));
    const { status, type, text } = await read(url);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const event = text.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${id}@`));
    expect(event).toContain(`DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}\r\n`);
    expect(event).toContain(caseNumber);
    expect(text).not.toMatch(/Essai|Teinturières/);
    const other = await read(await create('referent.eclairage'));
    expect(other.text).not.toContain(caseNumber);
  });

  it('of a sensitive case does not tell what it is about', async () => {
    const { id, holder } = await due();
    await hall.rows('UPDATE tasks SET sensitive = true WHERE id = $1', [id]);
    const { text } = await read(await create(await loginOf(holder)));
    await hall.rows('UPDATE tasks SET sensitive = false WHERE id = $1', [id]);
    const [, summary] = /SUMMARY:(.*)/.exec(text.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${id}@`))!)!;
    expect(summary).toMatch(/^D-\d+-\d+\s: répondre$/);
  });

  it('stops at its old address once it is replaced, and altogether once it is revoked', async () => {
    const login = 'referent.voirie';
    const first = await create(login);
    const second = await create(login);
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    const person = await hall.as(login);
    expect((await call(person, 'GET /calendar-feed')).body).toHaveProperty('createdAt');
    expect((await call(person, 'DELETE /calendar-feed')).status).toBe(204);
    expect((await read(second)).status).toBe(404);
    expect((await call(person, 'GET /calendar-feed')).body).toEqual({});
  });
});
