import { randomUUID } from 'node:crypto';
import { aPothole, call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Citizen {
  readonly id: string;
  readonly version: number;
  readonly lastName: string;
  readonly phone?: string;
  readonly email?: string;
  readonly cases: number;
  readonly address?: { readonly lines: readonly string[] };
}

const hall = runningTownHall();
afterAll(() => hall.close());

async function found(q: string): Promise<readonly Citizen[]> {
  const amb = await hall.as('ambassadrice1');
  return (await call<{ items: readonly Citizen[] }>(amb, `GET /citizens?q=${encodeURIComponent(q)}`)).body.items;
}

/** A name that nobody else has, long enough to be misspelt. */
const aName = (): string =>
  `Vantour${randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 6)}ette`;

describe('citizens', () => {
  it('are found with a letter wrong, and homonyms are told apart by address and number of cases', async () => {
    const lastName = aName();
    const at = (street: string): object => ({ firstName: 'Rose', lastName, address: { lines: [street] } });
    await aPothole(hall, { citizen: at('1 rue du Kiosque') });
    const { caseId } = await aPothole(hall, { citizen: at('9 quai aux Grains') });
    const [known] = await hall.rows<{ citizen_id: string }>('SELECT citizen_id FROM requests WHERE case_id = $1', [
      caseId,
    ]);
    await aPothole(hall, { citizen: { id: known!.citizen_id } });
    const homonyms = (await found(`Rose ${lastName.replace('tour', 'tur')}`)).filter(
      (one) => one.lastName === lastName,
    );
    const told = homonyms.map(({ address, cases }) => `${address?.lines[0] ?? ''} ${String(cases)}`);
    expect([...told].sort()).toEqual(['1 rue du Kiosque 1', '9 quai aux Grains 2']);
  });

  it('change only on the version that was read; a 412 shows what is stored', async () => {
    const lastName = aName();
    await aPothole(hall, {
      replyChannel: 'none',
      citizen: { lastName, phone: '06 01 02 03 04', email: 'rose@exemple.fr' },
    });
    const [citizen] = await found(lastName);
    const amb = await hall.as('ambassadrice1');
    const path = `/citizens/${citizen!.id}`;
    const read = await call<Citizen>(amb, `GET ${path}`);
    const headers = { 'if-match': read.etag ?? '' };
    const changed = await call<Citizen>(amb, `PATCH ${path}`, {
      headers,
      body: { phone: '07 05 06 07 08', email: null },
    });
    expect(changed).toMatchObject({ status: 200, etag: '"2"', body: { phone: '07 05 06 07 08', lastName } });
    expect(changed.body).not.toHaveProperty('email');
    const late = await call(amb, `PATCH ${path}`, { headers, body: { phone: '01' } });
    expect(late.body).toMatchObject({
      status: 412,
      code: 'request.version-mismatch',
      current: { version: 2, phone: '07 05 06 07 08' },
    });
    expect((await call(amb, `PATCH ${path}`, { body: { phone: '01' } })).body).toMatchObject({ status: 428 });
  });

  it('are only those with a case that the reader may read', async () => {
    const lastName = aName();
    await aPothole(hall, { citizen: { lastName, address: { lines: ['1 rue du Kiosque'] } } });
    const [citizen] = await found(lastName);
    const stranger = await hall.as('elu.culture');
    expect((await call<{ items: unknown[] }>(stranger, `GET /citizens?q=${lastName}`)).body.items).toEqual([]);
    expect((await call(stranger, `GET /citizens/${citizen!.id}`)).body).toMatchObject({
      status: 404,
      code: 'citizen.not-found',
    });
    const cases = await call<{ items: unknown[] }>(
      await hall.as('ambassadrice1'),
      `GET /citizens/${citizen!.id}/cases`,
    );
    expect(cases.body.items).toHaveLength(1);
  });
});
