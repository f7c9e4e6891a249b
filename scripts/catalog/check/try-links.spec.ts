import { tryLinks } from './try-links.js';

const link = (url: string): Parameters<typeof tryLinks>[0][number] => ({
  url,
  file: 'processes/voirie/exemple.yaml',
  pointer: '/teleservice/url',
  line: 12,
});
const ANSWERS = new Map<string, number | undefined>([
  ['https://a.gouv.fr/', 200],
  ['https://b.gouv.fr/', 404],
  ['https://c.gouv.fr/', 403],
  ['https://d.gouv.fr/', undefined],
]);
const ask = (url: string): Promise<number | undefined> => Promise.resolve(ANSWERS.get(url));

describe('the addresses of the catalogue, tried', () => {
  it('warns of those that are gone, where they are written, and not of those kept from machines', async () => {
    const links = [...ANSWERS.keys()].map(link);
    const { tried, offline, faults } = await tryLinks([...links, link('https://b.gouv.fr/')], ask);
    expect({ tried, offline }).toEqual({ tried: 4, offline: false });
    expect(faults.map(({ message, line }) => `${String(line)} ${message}`)).toEqual([
      '12 « https://b.gouv.fr/ » répond 404',
      '12 « https://d.gouv.fr/ » ne répond pas',
      '12 « https://b.gouv.fr/ » répond 404',
    ]);
    expect(faults.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('says nothing of them where nothing can be reached', async () => {
    expect(await tryLinks([link('https://d.gouv.fr/')], ask)).toEqual({ tried: 1, offline: true, faults: [] });
  });
});
