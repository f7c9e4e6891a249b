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

  it('say how they like to be reached and what helps; the case page says it too, the history names fields only', async () => {
    const lastName = aName();
    const { caseId } = await aPothole(hall, { replyChannel: 'none', citizen: { lastName, phone: '0601020304' } });
    const [citizen] = await found(lastName);
    const amb = await hall.as('ambassadrice1');
    const path = `/citizens/${citizen!.id}`;
    const headers = { 'if-match': '"1"' };
    const body = {
      birthName: 'Delatour',
      preferredChannel: 'letter',
      language: 'ar',
      wishes: ['noCalls', 'largePrint'],
    };
    expect(await call(amb, `PATCH ${path}`, { headers, body })).toMatchObject({ status: 200, body });
    expect(
      (await call(amb, `PATCH ${path}`, { headers: { 'if-match': '"2"' }, body: { wishes: ['asthma'] } })).status,
    ).toBe(400);
    const shown = await call<{ request: { citizen: object } }>(amb, `GET /cases/${caseId}`);
    expect(shown.body.request.citizen).toMatchObject({ language: 'ar', wishes: ['noCalls', 'largePrint'] });
    expect((await found('Delatour')).some(({ id }) => id === citizen!.id)).toBe(true);
    const history = await call<readonly { words: string }[]>(amb, `GET ${path}/history`);
    expect(history.body.map(({ words }) => words)).toEqual([
      'Fiche corrigée : nom de naissance, moyen de contact préféré, langue, souhaits d’accueil',
    ]);
    expect(JSON.stringify(history.body)).not.toContain('Delatour');
  });

  it('are tied with those of their household and with associations, within one sector', async () => {
    const names = [aName(), aName()];
    for (const lastName of names)
      await aPothole(hall, { citizen: { lastName, address: { lines: ['1 rue du Kiosque'] } } });
    const [one, other] = [(await found(names[0]!))[0]!, (await found(names[1]!))[0]!];
    const amb = await hall.as('ambassadrice1');
    const tie = { otherId: other.id, kind: 'household' };
    const made = await call<readonly { id: string }[]>(amb, `POST /citizens/${one.id}/ties`, { body: tie });
    expect(made).toMatchObject({ status: 201, body: [{ otherId: other.id, words: 'Même foyer' }] });
    const back = await call<readonly { otherId: string }[]>(amb, `GET /citizens/${other.id}/ties`);
    expect(back.body).toMatchObject([{ otherId: one.id }]);
    const itself = await call(amb, `POST /citizens/${one.id}/ties`, { body: { otherId: one.id, kind: 'member' } });
    expect(itself.body).toMatchObject({ code: 'citizen.itself', status: 422 });
    const reader = await hall.as('elu.voirie');
    expect((await call(reader, `POST /citizens/${one.id}/ties`, { body: tie })).status).toBe(403);
    expect((await call(amb, `DELETE /citizens/${other.id}/ties/${made.body[0]!.id}`)).status).toBe(204);
    expect((await call(amb, `GET /citizens/${one.id}/ties`)).body).toEqual([]);
    expect((await call(amb, `DELETE /citizens/${one.id}/ties/${made.body[0]!.id}`)).body).toMatchObject({
      code: 'citizen.tie-not-found',
    });
  });

  it('are merged field by field, with their cases; the merged sheet leads to the kept one, and it can be undone', async () => {
    const lastName = aName();
    const at = { lines: ['1 rue du Kiosque'] };
    const first = await aPothole(hall, { citizen: { firstName: 'Rose', lastName, address: at } });
    const second = await aPothole(hall, { citizen: { firstName: 'Rose', lastName, address: at, phone: '0611223344' } });
    const idOf = async (caseId: string): Promise<string> => {
      const [row] = await hall.rows<{ id: string }>('SELECT citizen_id AS id FROM requests WHERE case_id = $1', [
        caseId,
      ]);
      return row!.id;
    };
    const [kept, merged] = [await idOf(first.caseId), await idOf(second.caseId)];
    const amb = await hall.as('ambassadrice1');
    const likely = await call<readonly { citizen: Citizen; reasons: readonly string[] }[]>(
      amb,
      `GET /citizens/${kept}/duplicates`,
    );
    expect(likely.body).toMatchObject([
      { citizen: { id: merged }, reasons: ['même adresse', 'même prénom', 'même nom'] },
    ]);
    const body = { mergedId: merged, mergedVersion: 1, taken: ['phone'] };
    const headers = { 'if-match': '"1"' };
    const late = await call(amb, `POST /citizens/${kept}/merges`, { body: { ...body, mergedVersion: 9 }, headers });
    expect(late.body).toMatchObject({ status: 412, current: { id: merged } });
    const key = randomUUID();
    const made = await call<{ id: string }>(amb, `POST /citizens/${kept}/merges`, { body, headers, key });
    expect(made).toMatchObject({ status: 201, body: { cases: 1 } });
    expect((await call<{ id: string }>(amb, `POST /citizens/${kept}/merges`, { body, headers, key })).body.id).toBe(
      made.body.id,
    );
    expect(await idOf(second.caseId)).toBe(kept);
    expect((await call(amb, `GET /citizens/${kept}`)).body).toMatchObject({ cases: 2, phone: '0611223344' });
    const led = await call(amb, `GET /citizens/${merged}`);
    expect(led.body).toMatchObject({ mergedInto: kept });
    const frozen = await call(amb, `PATCH /citizens/${merged}`, {
      headers: { 'if-match': led.etag ?? '' },
      body: { phone: '01' },
    });
    expect(frozen.body).toMatchObject({ code: 'citizen.merged', status: 409 });
    expect((await found(lastName)).filter((one) => one.lastName === lastName).map(({ id }) => id)).toEqual([kept]);
    const undone = await call(amb, `POST /citizens/${kept}/merges/${made.body.id}/undo`);
    expect(undone.body).toHaveProperty('undoneBy');
    expect(await idOf(second.caseId)).toBe(merged);
    expect((await call(amb, `GET /citizens/${kept}`)).body).not.toHaveProperty('phone');
    expect((await call(amb, `POST /citizens/${kept}/merges/${made.body.id}/undo`)).body).toMatchObject({
      code: 'citizen.merge-not-found',
    });
  });

  it('are not merged after thirty days back, nor by whoever cannot reach every case of both', async () => {
    const lastName = aName();
    const ids: string[] = [];
    for (const phone of ['0611223344', '06 11 22 33 44']) {
      const { caseId } = await aPothole(hall, { replyChannel: 'none', citizen: { lastName, phone } });
      const [row] = await hall.rows<{ id: string }>('SELECT citizen_id AS id FROM requests WHERE case_id = $1', [
        caseId,
      ]);
      ids.push(row!.id);
    }
    const [kept, merged] = ids;
    const other = await hall.as('referent.proprete');
    const headers = { 'if-match': '"1"' };
    const body = { mergedId: merged, mergedVersion: 1, taken: [] };
    expect((await call(other, `POST /citizens/${kept!}/merges`, { body, headers })).status).toBe(404);
    const amb = await hall.as('ambassadrice1');
    const made = await call<{ id: string }>(amb, `POST /citizens/${kept!}/merges`, { body, headers });
    await hall.rows("UPDATE citizen_merges SET merged_at = now() - interval '31 days' WHERE id = $1", [made.body.id]);
    const late = await call(amb, `POST /citizens/${kept!}/merges/${made.body.id}/undo`);
    expect(late.body).toMatchObject({ code: 'citizen.undo-too-late', status: 409 });
  });
});
