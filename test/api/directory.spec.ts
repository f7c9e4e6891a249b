import { call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

const hall = runningTownHall();
afterAll(() => hall.close());

describe('the directory and the places of the town', () => {
  it('finds people by the beginning of their name or service, and by role', async () => {
    const amb = await hall.as('ambassadrice1');
    const dgs = await call<{ items: readonly { id: string }[] }>(amb, 'GET /people?role=dgs&organisation=ville');
    expect(dgs.body.items.map(({ id }) => id)).toEqual(['p-dgs']);
    const roads = await call<{ items: readonly { id: string }[] }>(amb, 'GET /people?q=voirie&role=headOfDepartment');
    expect(roads.body.items.map(({ id }) => id)).toContain('p-chef-voirie');
    expect((await call(amb, 'GET /people/p-personne')).body).toMatchObject({ status: 404, code: 'person.not-found' });
  });

  it('lists departments with their head and teams, and the three organisations', async () => {
    const amb = await hall.as('ambassadrice1');
    const ccas = await call<{ items: readonly { organisation: string; teams: readonly object[] }[] }>(
      amb,
      'GET /departments?organisation=ccas',
    );
    expect(ccas.body.items.every(({ organisation, teams }) => organisation === 'ccas' && teams.length > 0)).toBe(true);
    const town = await call<{ items: readonly { id: string; division?: { name: string } }[] }>(
      amb,
      'GET /departments?organisation=ville',
    );
    expect(town.body.items.find(({ id }) => id === 'voirie')?.division?.name).toBe('Pôle Services techniques');
    const all = await call<{ items: readonly { id: string }[] }>(amb, 'GET /organisations');
    expect(all.body.items.map(({ id }) => id)).toEqual(['agglo', 'ccas', 'ville']);
  });

  it('suggests streets with the neighbourhood of the number, among the twelve', async () => {
    const amb = await hall.as('ambassadrice1');
    const streets = await call<{ items: readonly { address: string; quartier?: { id: string } }[] }>(
      amb,
      `GET /streets?q=${encodeURIComponent('12 rue des teint')}`,
    );
    expect(streets.body.items[0]).toMatchObject({ address: '12 Rue des Teinturières', quartier: { id: 'tanneries' } });
    expect((await call<{ items: readonly object[] }>(amb, 'GET /quartiers')).body.items).toHaveLength(12);
  });
});
