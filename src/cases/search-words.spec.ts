import { isNumberSearch, readSearch } from './search-words.js';

describe('what was typed into the search', () => {
  it('is a case number, however it was written', () => {
    expect(readSearch(' d-2026-412 ')).toEqual({ number: 'D-2026-00412' });
    expect(readSearch('D202600412')).toEqual({ number: 'D-2026-00412' });
    expect(readSearch('412')).toEqual({ number: 'D-%-00412' });
  });

  it('is a telephone number in any spacing', () => {
    expect(readSearch('06.12.34 56 78')).toEqual({ phone: '06.12.34 56 78' });
    expect(readSearch('+33 (0)6 12 34 56 78')).toEqual({ phone: '+33 (0)6 12 34 56 78' });
  });

  it('is words otherwise, and nothing when it is blank', () => {
    expect(readSearch('trou  dans la route')).toEqual({ words: 'trou dans la route' });
    expect(readSearch('rue du 8 mai 1945')).toEqual({ words: 'rue du 8 mai 1945' });
    expect(readSearch('  ')).toEqual({});
  });

  it('shows nothing of a case only where it is a number alone', () => {
    expect(isNumberSearch(readSearch('412'))).toBe(true);
    expect(isNumberSearch(readSearch('061234'))).toBe(false);
    expect(isNumberSearch(readSearch('dupont'))).toBe(false);
  });
});
