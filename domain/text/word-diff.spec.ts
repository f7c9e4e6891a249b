import { diffWords } from './word-diff.js';

describe('diffWords', () => {
  it('marks the words that went and those that came', () => {
    expect(diffWords('Le trou sera rebouché demain.', 'Le trou sera rebouché lundi 30.')).toEqual([
      { kind: 'same', text: 'Le trou sera rebouché ' },
      { kind: 'gone', text: 'demain.' },
      { kind: 'new', text: 'lundi 30.' },
    ]);
  });

  it('finds nothing in the same text, however its lines are broken', () => {
    expect(diffWords('Un deux\ntrois', 'Un deux trois').every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('gives back the whole new text', () => {
    const runs = diffWords('a b c d', 'b x d e');
    expect(runs.filter(({ kind }) => kind !== 'gone').map(({ text }) => text).join('')).toBe('b x d e'); // prettier-ignore
  });
});
