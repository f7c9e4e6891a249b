import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { aPothole, call } from '../support/desk.js';
import { runningProduct, runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly side?: 'even' | 'odd';
  readonly quartier: string;
}
interface Street {
  readonly id: string;
  readonly name: string;
  readonly stretches: readonly Stretch[];
  readonly version: number;
}
interface Preview {
  readonly seen: string;
  readonly streets: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly faults: readonly { readonly line: number; readonly column: string; readonly code: string }[];
  }[];
  readonly unchanged: number;
  readonly gone: readonly string[];
}
interface Change {
  readonly label: string;
  readonly by: { readonly id: string };
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

const STREETS = '/settings/streets';
const PREVIEW = `POST ${STREETS}/import/preview`;
const [HALLES, TANNERIES] = ['centre-halles', 'tanneries'];

const match = (version: number): { readonly 'if-match': string } => ({ 'if-match': `"${String(version)}"` });
/** A name that no other street and no request has: letters alone, for a figure would be read as a number. */
const newName = (): string =>
  `Rue Nouvelle-${randomUUID().replace(/[\d-]/g, (c) => (c === '-' ? '' : ('ghijklmnop'[Number(c)] ?? '')))}`;
const whole = (quartier = HALLES): readonly Stretch[] => [{ from: 1, to: 99, quartier }];

async function addStreet(name: string, stretches = whole()): Promise<Street> {
  const { status, body } = await call<Street>(await hall.as('admin'), `POST ${STREETS}`, { body: { name, stretches } });
  expect(status).toBe(201);
  return body;
}

async function remove({ id }: Pick<Street, 'id'>): Promise<void> {
  const admin = await hall.as('admin');
  const { body } = await call<Street>(admin, `GET ${STREETS}/${id}`);
  await call(admin, `DELETE ${STREETS}/${id}`, { headers: match(body.version) });
}

async function quartierAt(address: string): Promise<string | undefined> {
  const { body } = await call<{ items: readonly { quartier?: { id: string } }[] }>(
    await hall.as('ambassadrice1'),
    `GET /streets?q=${encodeURIComponent(address)}`,
  );
  return body.items[0]?.quartier?.id;
}

async function lastChange(): Promise<Change | undefined> {
  const { body } = await call<{ items: readonly Change[] }>(await hall.as('admin'), 'GET /settings/changes?limit=1');
  return body.items[0];
}

async function known(): Promise<readonly Street[]> {
  const { body } = await call<{ items: readonly Street[] }>(await hall.as('admin'), `GET ${STREETS}?limit=200`);
  return body.items;
}

describe('the streets of the town', () => {
  it('are read page by page, by the words of their name or of their neighbourhood', async () => {
    const admin = await hall.as('admin');
    const page = (query: string) =>
      call<{ items: readonly Street[]; nextCursor?: string }>(admin, `GET ${STREETS}?${query}`);
    const first = await page('limit=3');
    const next = await page(`limit=3&cursor=${first.body.nextCursor ?? ''}`);
    const names = [...first.body.items, ...next.body.items].map(({ name }) => name);
    expect(new Set(names).size).toBe(6);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'fr')));
    expect((await page('q=r.%20plumes')).body.items.map(({ id }) => id)).toEqual(['rue-des-plumes']);
    const there = (await page('q=tanneries&limit=200')).body.items;
    expect(there.length).toBeGreaterThan(3);
    expect(there.every(({ stretches }) => stretches.some(({ quartier }) => quartier === TANNERIES))).toBe(true);
    expect((await page('cursor=cassé')).status).toBe(400);
  });

  it('are added once, change on the version that was read, and go; the neighbourhood of an address follows at once', async () => {
    const admin = await hall.as('admin');
    const name = newName();
    expect(await quartierAt(`12 ${name}`)).toBeUndefined();
    const key = randomUUID();
    const add = () => call<Street>(admin, `POST ${STREETS}`, { body: { name, stretches: whole() }, key });
    const [{ body: street }, { body: again }] = [await add(), await add()];
    expect(again.id).toBe(street.id);
    expect(await quartierAt(`12 ${name}`)).toBe(HALLES);
    expect(await lastChange()).toMatchObject({
      label: `Rue «\u00a0${name}\u00a0»`,
      by: { id: 'p-admin-01' },
      fields: [
        { label: 'Nom', before: '', after: name },
        { label: 'Numéros', before: '' },
      ],
    });

    const path = `${STREETS}/${street.id}`;
    const cut = [
      { from: 1, to: 99, side: 'odd', quartier: HALLES },
      { from: 2, to: 98, side: 'even', quartier: TANNERIES },
    ];
    const change = (version: number, stretches: unknown = cut) =>
      call<Street>(admin, `PUT ${path}`, { body: { name, stretches }, headers: match(version) });
    const changed = await change(street.version);
    expect(changed).toMatchObject({ status: 200, body: { stretches: cut }, etag: `"${String(changed.body.version)}"` });
    expect([await quartierAt(`12 ${name}`), await quartierAt(`13 ${name}`)]).toEqual([TANNERIES, HALLES]);
    // The answer was lost and it is sent again: nothing is written twice, and nobody is told of a conflict.
    expect((await change(street.version)).status).toBe(200);
    expect(await change(street.version, whole())).toMatchObject({ status: 412, body: { current: { stretches: cut } } });

    expect((await call(admin, `DELETE ${path}`, { headers: match(street.version) })).status).toBe(412);
    expect((await call(admin, `DELETE ${path}`)).status).toBe(428);
    expect((await call(admin, `DELETE ${path}`, { headers: match(changed.body.version) })).status).toBe(204);
    expect(await quartierAt(`12 ${name}`)).toBeUndefined();
    expect(await lastChange()).toMatchObject({
      fields: [
        { before: name, after: '' },
        { label: 'Numéros', after: '' },
      ],
    });
    expect((await call(admin, `GET ${path}`)).body).toMatchObject({ status: 404, code: 'street.not-found' });
  });

  it('say how many open requests name them, which keep their words and their neighbourhood', async () => {
    const admin = await hall.as('admin');
    const name = newName();
    const street = await addStreet(name, whole(TANNERIES));
    const { caseId } = await aPothole(hall, { place: { text: `7 ${name.toUpperCase()}` } });
    await eventually('the request is counted', async () => {
      const { body } = await call<{ openRequests: number }>(admin, `GET ${STREETS}/${street.id}`);
      return body.openRequests === 1 ? true : undefined;
    });
    await remove(street);
    const [kept] = await hall.rows<{ text: string; quartier: string }>(
      `SELECT r.place ->> 'text' AS text, c.quartier FROM requests r JOIN case_files c USING (case_id) WHERE case_id = $1`,
      [caseId],
    );
    expect(kept).toEqual({ text: `7 ${name.toUpperCase()}`, quartier: TANNERIES });
  });

  it('stay as they were changed when the product starts again on the files of the town', async () => {
    const admin = await hall.as('admin');
    const path = `${STREETS}/ruelle-du-sablier`;
    const { body: before } = await call<Street>(admin, `GET ${path}`);
    const name = newName();
    const put = (version: number, given: Pick<Street, 'name' | 'stretches'>) =>
      call<Street>(admin, `PUT ${path}`, { body: given, headers: match(version) });
    const stretches = [{ from: 1, to: 50, quartier: HALLES }];
    const { body: changed } = await put(before.version, { name, stretches });
    const gone = await addStreet(newName());
    await remove(gone);
    await promisify(execFile)(process.execPath, ['dist/src/cli/town-load.js'], { env: { ...runningProduct().env } });
    expect((await call<Street>(admin, `GET ${path}`)).body).toMatchObject({ name, stretches });
    expect((await call(admin, `GET ${STREETS}/${gone.id}`)).status).toBe(404);
    await put(changed.version, { name: before.name, stretches: before.stretches });
  });

  it('are refused with the field that is wrong', async () => {
    const admin = await hall.as('admin');
    const pointers = async (body: unknown): Promise<readonly unknown[]> => {
      const refused = await call<{ errors: readonly { pointer: string; code: string }[] }>(admin, `POST ${STREETS}`, {
        body,
      });
      expect(refused.status).toBe(400);
      return refused.body.errors.map(({ pointer, code }) => [pointer, code]);
    };
    const name = newName();
    const stretches = [
      { from: 1, to: 40, quartier: HALLES },
      { from: 90, to: 41, quartier: HALLES },
      { from: 40, to: 50, side: 'even', quartier: HALLES },
      { from: 51, to: 60, quartier: 'nulle-part' },
    ];
    expect(await pointers({ name, stretches })).toEqual([
      ['/stretches/1/to', 'reversed'],
      ['/stretches/2/from', 'overlaps'],
      ['/stretches/3/quartier', 'unknown'],
    ]);
    expect(await pointers({ name: 'R. des plumes', stretches: whole() })).toEqual([['/name', 'taken']]);
    expect(await pointers({ name: 'Rue', stretches: [] })).toEqual([['/stretches', 'arrayMinSize']]);
    expect(await pointers({ name, stretches: [{ from: 0, to: 10_000, quartier: HALLES }] })).toEqual([
      ['/stretches/0/from', 'min'],
      ['/stretches/0/to', 'max'],
    ]);
  });

  it('are an administrator’s to manage', async () => {
    for (const who of ['chef.grc', 'ambassadrice1'])
      for (const route of [`GET ${STREETS}`, `GET ${STREETS}/rue-des-plumes`, `POST ${STREETS}`, PREVIEW])
        expect([route, (await call(await hall.as(who), route)).status]).toEqual([route, 403]);
  });
});

describe('streets from a file', () => {
  const HEADER = 'rue;de;à;côté;quartier';

  it('are shown before they are written; those that are gone stay unless asked', async () => {
    const admin = await hall.as('admin');
    const [name, leaving] = [newName(), newName()];
    await addStreet(leaving);
    const before = await known();
    const content = [
      `\uFEFF${HEADER}`,
      `${name};1;99;impair;Tanneries`,
      `${name};2;98;pair;centre-halles`,
      'Rue des Plumes;1;40;;centre-halles',
      'Rue des Plumes;30;72;;centre-halles',
      'Cour des Deux-Clefs;1;32;;Nulle part',
      ';1;2;;centre-halles',
    ].join('\r\n');
    const { body: seen } = await call<Preview>(admin, PREVIEW, { body: { content } });
    expect(seen.streets.map(({ outcome }) => outcome)).toEqual(['added', 'refused', 'refused']);
    expect(seen.streets.flatMap(({ faults }) => faults.map(({ line, column, code }) => [line, column, code]))).toEqual([
      [5, 'de', 'overlaps'],
      [6, 'quartier', 'unknown'],
    ]);
    expect(seen).toMatchObject({ unchanged: 0, faults: [{ line: 7, column: 'rue', code: 'missing' }] });
    expect(seen.gone).toContain(leaving);
    expect(await known()).toEqual(before);

    const apply = (given: { readonly seen: string; readonly removeGone: boolean }, file = content) =>
      call<{ current: Preview }>(admin, `POST ${STREETS}/import`, { body: { content: file, ...given } });
    const applied = await apply({ seen: seen.seen, removeGone: false });
    expect(applied).toMatchObject({ status: 200, body: { added: 1, changed: 0, removed: 0 } });
    expect(await quartierAt(`4 ${name}`)).toBe(HALLES);
    expect(await lastChange()).toMatchObject({ label: 'Import de rues', fields: [{ label: name, before: '' }] });
    // What was confirmed is done: it no longer says what would happen now.
    const again = await apply({ seen: seen.seen, removeGone: false });
    expect(again).toMatchObject({ status: 412, body: { current: { unchanged: 1 } } });

    // Every street as it is, but one: that one goes.
    const named = new Map(
      (await call<{ items: readonly { id: string; name: string }[] }>(admin, 'GET /quartiers')).body.items.map(
        (one) => [one.id, one.name],
      ),
    );
    const lines = (await known())
      .filter((street) => street.name !== leaving)
      .flatMap((street) =>
        street.stretches.map(({ from, to, side, quartier }) =>
          [
            street.name,
            from,
            to,
            side === undefined ? '' : { even: 'pair', odd: 'impair' }[side],
            named.get(quartier),
          ].join(';'),
        ),
      );
    const all = [HEADER, ...lines].join('\n');
    const { body: last } = await call<Preview>(admin, PREVIEW, { body: { content: all } });
    expect(last).toMatchObject({ streets: [], gone: [leaving], faults: [], openRequests: 0 });
    expect(await apply({ seen: last.seen, removeGone: true }, all)).toMatchObject({
      status: 200,
      body: { added: 0, changed: 0, removed: 1 },
    });
    expect(await quartierAt(leaving)).toBeUndefined();
    await remove((await known()).find((street) => street.name === name) ?? { id: '' });
    expect(await known()).toEqual(before.filter((street) => street.name !== leaving));
  });

  it.each([
    ['rue;de;jusque\nRue;1;2', /jusque/],
    ['rue;de;à\nRue;1;2', /quartier/],
    [HEADER, /aucune ligne/],
    [`${HEADER}\nRue;\uFFFD`, /UTF-8/],
  ])('are refused as a whole: %#', async (content, why) => {
    const { status, body } = await call<{ errors: readonly { detail: string }[] }>(await hall.as('admin'), PREVIEW, {
      body: { content },
    });
    expect([status, body.errors[0]?.detail]).toEqual([400, expect.stringMatching(why)]);
  });
});
