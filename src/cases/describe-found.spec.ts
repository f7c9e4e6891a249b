import { describeFound } from './describe-found.js';

const FOUND = {
  number: false,
  phone: false,
  name: false,
  words: false,
  place: false,
  placeText: '3 rue Haute',
  excerpt: null,
};

describe('why a case is among those found', () => {
  it('marks the words in what the citizen wrote', () => {
    const excerpt = 'Le \u0002lampadaire\u0003 devant chez moi, et un autre \u0002lampadaire\u0003';
    expect(describeFound({ ...FOUND, words: true, excerpt })).toEqual({
      by: ['words'],
      excerpt: [
        { text: 'Le ', marked: false },
        { text: 'lampadaire', marked: true },
        { text: ' devant chez moi, et un autre ', marked: false },
        { text: 'lampadaire', marked: true },
      ],
    });
  });

  it('says nothing of the text of a case found by its number, or by a name alone', () => {
    expect(describeFound({ ...FOUND, number: true })).toEqual({ by: ['number'], excerpt: [] });
    expect(describeFound({ ...FOUND, name: true, excerpt: 'Le banc est cassé' })).toEqual({
      by: ['name'],
      excerpt: [],
    });
  });

  it('says the place of a case found by its street', () => {
    expect(describeFound({ ...FOUND, place: true })).toEqual({ by: ['place'], excerpt: [], place: '3 rue Haute' });
  });
});
