import type { Stretch } from './address.js';
import { orderedStretches, overlap, removalInFrench, stretchesInFrench, stretchFaults } from './street-stretches.js';

const quartiers = new Set(['centre', 'rives']);
const stretch = (from: number, to: number, side?: 'even' | 'odd', quartier = 'centre'): Stretch => ({
  ...{ from, to, quartier },
  ...(side === undefined ? {} : { side }),
});

describe('the stretches of a street', () => {
  it.each<[string, Stretch, Stretch, boolean]>([
    ['one after the other', stretch(1, 40), stretch(41, 90), false],
    ['with one number in common', stretch(1, 40), stretch(40, 90), true],
    ['one within the other', stretch(1, 90), stretch(10, 12), true],
    ['face to face', stretch(1, 40, 'odd'), stretch(2, 40, 'even'), false],
    ['on one side', stretch(1, 40, 'odd'), stretch(39, 90, 'odd'), true],
    ['of which one is on both sides', stretch(1, 40), stretch(2, 4, 'even'), true],
  ])('%s', (_, a, b, expected) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([expected, expected]);
  });

  it('are told what is wrong with them, each at its place', () => {
    const given = [stretch(1, 40), stretch(50, 41), stretch(30, 60), stretch(61, 90, undefined, 'ailleurs')];
    expect(stretchFaults(given, quartiers)).toEqual([
      { at: 1, field: 'to', code: 'reversed' },
      { at: 2, field: 'from', code: 'overlaps', other: 0 },
      { at: 3, field: 'quartier', code: 'unknown' },
    ]);
    expect(stretchFaults([stretch(1, 1), stretch(2, 9999)], quartiers)).toEqual([]);
  });

  it('read in the order of their numbers', () => {
    const given = [stretch(2, 40, 'even', 'rives'), stretch(41, 41), stretch(1, 39, 'odd')];
    expect(orderedStretches(given).map(({ from }) => from)).toEqual([1, 2, 41]);
    expect(stretchesInFrench(given, (id) => id.toUpperCase()).replaceAll('\u00a0', ' ')).toBe(
      '1 à 39, impairs : CENTRE ; 2 à 40, pairs : RIVES ; 41 : CENTRE',
    );
  });

  it('say what their street’s going leaves behind', () => {
    expect(removalInFrench(0)).toMatch(/^Aucune demande en cours ne la nomme\. /);
    expect(removalInFrench(1)).toMatch(/^1\sdemande en cours la nomme/);
    expect(removalInFrench(2)).toMatch(/^2\sdemandes en cours la nomment/);
  });
});
