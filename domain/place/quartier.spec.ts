import fc from 'fast-check';
import type { Position, Quartier } from './quartier.js';
import { centreOf, quartierAt } from './quartier.js';

const quartier = (id: string, ring: readonly Position[]): Quartier => ({
  id,
  name: id,
  priority: false,
  population: 1,
  ring,
});

const west = quartier('ouest', [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
]);
const east = quartier('est', [
  [2, 0],
  [4, 0],
  [4, 2],
  [2, 2],
]);
/** Hollow to the north: the middle of its top is outside. */
const horseshoe = quartier('fer-a-cheval', [
  [10, 0],
  [16, 0],
  [16, 6],
  [14, 6],
  [14, 2],
  [12, 2],
  [12, 6],
  [10, 6],
]);
const all = [west, east, horseshoe];

describe('the neighbourhood of a point', () => {
  it('is the one that holds it, whether its ring is closed or not', () => {
    expect(quartierAt(all, [1, 1])?.id).toBe('ouest');
    expect(quartierAt(all, [3, 1])?.id).toBe('est');
  });

  it('is the first of two on their border', () => {
    expect(quartierAt(all, [2, 1])?.id).toBe('ouest');
    expect(quartierAt([east, west], [2, 1])?.id).toBe('est');
  });

  it('is none outside the commune', () => {
    expect(quartierAt(all, [9, 9])).toBeUndefined();
    expect(quartierAt([], [1, 1])).toBeUndefined();
  });

  it('follows a hollow outline', () => {
    expect(quartierAt(all, [13, 1])?.id).toBe('fer-a-cheval');
    expect(quartierAt(all, [13, 4])).toBeUndefined();
    expect(quartierAt(all, [11, 5])?.id).toBe('fer-a-cheval');
  });

  it('agrees with the bounds of a rectangle for any point', () => {
    const coordinate = fc.integer({ min: -100, max: 500 }).map((n) => n / 100);
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const expected = x >= 0 && x <= 2 && y >= 0 && y <= 2;
        expect(quartierAt([west], [x, y]) !== undefined).toBe(expected);
      }),
    );
  });
});

describe('the middle of a neighbourhood', () => {
  it('does not count the repeated corner twice', () => {
    expect(centreOf(west)).toEqual([1, 1]);
    expect(centreOf(east)).toEqual([3, 1]);
  });
});
