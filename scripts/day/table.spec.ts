import { table, wrap } from './table.js';

describe('a table', () => {
  it('breaks long texts between words', () => {
    expect(wrap('un deux trois', 7)).toEqual(['un deux', 'trois']);
  });

  it('breaks a word that is longer than its column', () => {
    expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
  });

  it('keeps every line within the width of its columns', () => {
    const columns = [
      { title: 'Dossier', width: 12 },
      { title: 'Chemin', width: 10 },
    ];
    const printed = table(columns, [['D-2026-00001', 'réf. répond → DGS vise → élu signe']]);
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(24);
  });
});
