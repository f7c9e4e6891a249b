import { isNumberSearch, readSearch } from './search-words.js';

const read = (text: string): ReturnType<typeof readSearch> => readSearch(text, 2026);

describe('what was typed into the search', () => {
  it('is a case number, however it was written', () => {
    expect(read(' d-2026-412 ')).toEqual({ numbers: ['D-2026-00412'] });
    expect(read('D202600412')).toEqual({ numbers: ['D-2026-00412'] });
    expect(read('412').numbers?.slice(0, 2)).toEqual(['D-2026-00412', 'D-2025-00412']);
  });

  it('is a telephone number in any spacing', () => {
    expect(read('06.12.34 56 78')).toEqual({ phone: '06.12.34 56 78' });
    expect(read('+33 (0)6 12 34 56 78')).toEqual({ phone: '+33 (0)6 12 34 56 78' });
  });

  it('is words otherwise, and nothing when it is blank', () => {
    expect(read('trou  dans la route')).toEqual({ words: 'trou dans la route' });
    expect(read('rue du 8 mai 1945')).toEqual({ words: 'rue du 8 mai 1945' });
    expect(read('  ')).toEqual({});
  });

  it('may say what it is about, then in what street', () => {
    const inStreet = (text: string): unknown => read(text).inStreet;
    expect(inStreet('lampadaire éteint, 12 rue de la Gare')).toEqual({
      about: 'lampadaire éteint',
      street: '12 rue de la Gare',
    });
    expect(inStreet('Trou av. du Pont-Canal')).toEqual({ about: 'Trou', street: 'av. du Pont-Canal' });
    expect(inStreet('12 bis rue de la Gare')).toBeUndefined();
    expect(inStreet('rue de la Gare')).toBeUndefined();
    expect(inStreet('lampadaire')).toBeUndefined();
  });

  it('shows nothing of a case only where it is a number alone', () => {
    expect(isNumberSearch(read('412'))).toBe(true);
    expect(isNumberSearch(read('061234'))).toBe(false);
    expect(isNumberSearch(read('dupont'))).toBe(false);
  });
});
