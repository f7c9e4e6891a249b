import { randomUUID } from 'node:crypto';
import { dropDepartments } from '../support/departments.js';
import { call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Team {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}
interface Department {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly directorate: string;
  readonly version: number;
  readonly closed: boolean;
  readonly closedOn?: string;
  readonly people: number;
  readonly processes: number;
  readonly teams: readonly Team[];
}
interface Settings {
  readonly directorates: readonly { readonly id: string; readonly organisation: string; readonly division?: string }[];
  readonly departments: readonly Department[];
}
interface Change {
  readonly label: string;
  readonly by: { readonly id: string };
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

const hall = runningTownHall();
const ROOT = '/settings/departments';

afterAll(async () => {
  await dropDepartments(hall);
  await hall.close();
});

const match = (version: number): { readonly 'if-match': string } => ({ 'if-match': `"${String(version)}"` });

async function settings(): Promise<Settings> {
  return (await call<Settings>(await hall.as('admin'), `GET ${ROOT}`)).body;
}

async function lastChange(): Promise<Change | undefined> {
  const { body } = await call<{ items: readonly Change[] }>(await hall.as('admin'), 'GET /settings/changes?limit=1');
  return body.items[0];
}

/** A department that nothing names yet. */
async function newDepartment(name = 'Essai'): Promise<Department> {
  const id = `essai-${randomUUID().slice(0, 8)}`;
  const body = { id, name, directorate: 'numerique' };
  const added = await call<Department>(await hall.as('admin'), `POST ${ROOT}`, { body });
  expect(added.status).toBe(201);
  return added.body;
}

describe('the list of departments', () => {
  it('says of each its teams, how many people it has and how many processes bring it work', async () => {
    const { departments, directorates } = await settings();
    const voirie = departments.find(({ id }) => id === 'voirie')!;
    expect(voirie).toMatchObject({ organisation: 'ville', closed: false });
    expect(voirie.teams.length).toBeGreaterThan(0);
    expect(voirie.people).toBeGreaterThan(0);
    expect(voirie.processes).toBeGreaterThan(0);
    expect(directorates.find(({ id }) => id === 'numerique')).toMatchObject({ division: 'Pôle Ressources' });
  });

  it('is for administrators alone, and so is each change', async () => {
    const head = await hall.as('chef.grc');
    expect((await call(head, `GET ${ROOT}`)).status).toBe(403);
    expect((await call(head, `GET ${ROOT}/voirie`)).status).toBe(403);
    const body = { id: 'autre', name: 'Autre', directorate: 'numerique' };
    expect((await call(head, `POST ${ROOT}`, { body })).status).toBe(403);
    const change = { body: { name: 'Autre', directorate: 'numerique' }, headers: match(1) };
    expect((await call(head, `PUT ${ROOT}/voirie`, change)).status).toBe(403);
    expect((await call(head, `PUT ${ROOT}/voirie/state`, { body: { closed: true }, headers: match(1) })).status).toBe(
      403,
    );
    expect((await call(head, `POST ${ROOT}/voirie/teams`, { body: { slug: 'a', name: 'A' } })).status).toBe(403);
  });
});

describe('a department', () => {
  it('is added once, with its line in the journal, and stands in the directory at once', async () => {
    const admin = await hall.as('admin');
    const added = await newDepartment('Essai des équipes');
    expect(added).toMatchObject({ organisation: 'ville', closed: false, people: 0, processes: 0, teams: [] });
    expect(await lastChange()).toMatchObject({
      label: 'Service Essai des équipes',
      by: { id: 'p-admin-01' },
      fields: [
        { label: 'Nom', before: '', after: 'Essai des équipes' },
        { label: 'Direction', before: '', after: 'Direction des systèmes d’information' },
        { label: 'État', before: '', after: 'ouvert' },
      ],
    });
    const directory = await call<{ items: readonly { id: string }[] }>(admin, 'GET /departments');
    expect(directory.body.items.map(({ id }) => id)).toContain(added.id);
    // An answer that was lost is asked again.
    const body = { id: added.id, name: added.name, directorate: added.directorate };
    expect(await call(admin, `POST ${ROOT}`, { body })).toMatchObject({ status: 201, body: added });
    const other = await call(admin, `POST ${ROOT}`, { body: { ...body, name: 'Un autre' } });
    expect(other.body).toMatchObject({ status: 400, errors: [{ pointer: '/id', code: 'taken' }] });
  });

  it('is refused with the field that is wrong', async () => {
    const admin = await hall.as('admin');
    const good = { id: 'essai-refus', name: 'Essai', directorate: 'numerique' };
    const wrong: readonly (readonly [string, object])[] = [
      ['/id', { ...good, id: 'Essai Refusé' }],
      ['/name', { ...good, name: '' }],
      ['/directorate', { ...good, directorate: 'nulle-part' }],
    ];
    for (const [pointer, body] of wrong)
      expect((await call(admin, `POST ${ROOT}`, { body })).body).toMatchObject({ status: 400, errors: [{ pointer }] });
    expect((await call(admin, `GET ${ROOT}/nulle-part`)).body).toMatchObject({ code: 'department.not-found' });
  });

  it('is changed on the version that was read; the same words twice are no conflict', async () => {
    const admin = await hall.as('admin');
    const { id, version, directorate } = await newDepartment();
    const put = (name: string, at: number) =>
      call<Department>(admin, `PUT ${ROOT}/${id}`, { body: { name, directorate }, headers: match(at) });
    const changed = await put('Essai renommé', version);
    expect(changed).toMatchObject({ status: 200, body: { name: 'Essai renommé' } });
    expect(changed.etag).toBe(`"${String(changed.body.version)}"`);
    expect(await lastChange()).toMatchObject({ fields: [{ label: 'Nom', before: 'Essai', after: 'Essai renommé' }] });
    expect((await put('Essai renommé', version)).status).toBe(200);
    expect(await put('Autre', version)).toMatchObject({ status: 412, body: { current: { name: 'Essai renommé' } } });
    const { directorates } = await settings();
    const elsewhere = directorates.find(({ organisation }) => organisation !== 'ville')!;
    const moved = await call(admin, `PUT ${ROOT}/${id}`, {
      body: { name: 'Essai', directorate: elsewhere.id },
      headers: match(changed.body.version),
    });
    expect(moved.body).toMatchObject({ status: 400, errors: [{ pointer: '/directorate' }] });
  });
});

describe('the teams of a department', () => {
  it('are added once and renamed on the version that was read', async () => {
    const admin = await hall.as('admin');
    const { id } = await newDepartment();
    const add = (slug: string, name: string) => call<Team>(admin, `POST ${ROOT}/${id}/teams`, { body: { slug, name } });
    const first = await add('terrain', 'Élagage');
    expect(first).toMatchObject({ status: 201, body: { id: `${id}.terrain` } });
    expect(await lastChange()).toMatchObject({
      label: 'Équipe Élagage (Essai)',
      fields: [{ label: 'Nom', before: '', after: 'Élagage' }],
    });
    expect(await add('terrain', 'Élagage')).toMatchObject({ status: 201, body: first.body });
    expect((await add('terrain', 'Une autre')).body).toMatchObject({ status: 400, errors: [{ pointer: '/slug' }] });
    const rename = (name: string, version: number) =>
      call<Team>(admin, `PUT ${ROOT}/${id}/teams/${id}.terrain`, { body: { name }, headers: match(version) });
    const renamed = await rename('Terrain', first.body.version);
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Terrain' } });
    expect(await rename('Autre', first.body.version)).toMatchObject({
      status: 412,
      body: { current: { name: 'Terrain' } },
    });
    const unknown = await call(admin, `PUT ${ROOT}/${id}/teams/voirie.chaussee`, {
      body: { name: 'Autre' },
      headers: match(1),
    });
    expect(unknown.body).toMatchObject({ code: 'team.not-found' });
  });
});

describe('closing a department', () => {
  const close = async ({ id, version }: Department, closed = true) =>
    call<Department>(await hall.as('admin'), `PUT ${ROOT}/${id}/state`, { body: { closed }, headers: match(version) });

  it('is refused while work, people or processes name it, with how many of each', async () => {
    const voirie = (await settings()).departments.find(({ id }) => id === 'voirie')!;
    const refused = await close(voirie);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'department.in-use', errors: [{ pointer: '/closed', code: 'inUse' }] },
    });
    const { errors } = refused.body as unknown as { errors: readonly { detail: string }[] };
    const detail = errors[0]!.detail.replaceAll(/\s/g, ' ');
    expect(detail).toContain(`${String(voirie.people)} personnes`);
    expect(detail).toContain(`${String(voirie.processes)} processus`);
    expect((await settings()).departments.find(({ id }) => id === 'voirie')?.closed).toBe(false);
  });

  it('lets it take nothing new, keeps its name, and is taken back', async () => {
    const admin = await hall.as('admin');
    const department = await newDepartment('Essai à fermer');
    const closed = await close(department);
    expect(closed).toMatchObject({ status: 200, body: { closed: true } });
    expect(closed.body.closedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(await lastChange()).toMatchObject({ fields: [{ label: 'État', before: 'ouvert', after: 'fermé' }] });
    expect(await close(department)).toMatchObject({ status: 200, body: { closed: true } });
    const named = await call<{ items: readonly { id: string; name: string; closedOn?: string }[] }>(
      admin,
      'GET /departments',
    );
    expect(named.body.items.find(({ id }) => id === department.id)).toMatchObject({
      name: 'Essai à fermer',
      closedOn: closed.body.closedOn,
    });
    const team = await call(admin, `POST ${ROOT}/${department.id}/teams`, {
      body: { slug: 'terrain', name: 'Terrain' },
    });
    expect(team.body).toMatchObject({ status: 409, code: 'department.closed' });
    const { body: somebody } = await call<{ version: number; roles: readonly object[] }>(
      admin,
      'GET /accounts/p-elu-sports',
    );
    const roles = [{ role: 'referent', organisation: 'ville', department: department.id }];
    const given = await call(admin, 'PATCH /people/p-elu-sports', {
      body: { roles },
      headers: match(somebody.version),
    });
    expect(given.body).toMatchObject({ status: 400, errors: [{ pointer: '/roles/0/department', code: 'closed' }] });
    expect(await close(closed.body, false)).toMatchObject({ status: 200, body: { closed: false } });
  });
});
