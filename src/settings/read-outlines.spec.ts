import { areaOf, quartierAt, type Position, type Quartier } from '../../domain/place/quartier.js';
import { drawingOf, matchOutlines, quartierLike, readOutlines, type Outline } from './read-outlines.js';

const SQUARE: readonly Position[] = [
  [4, 49],
  [4.01, 49],
  [4.01, 49.01],
  [4, 49.01],
  [4, 49],
];
const FAR: readonly Position[] = SQUARE.map(([x, y]) => [y, x]);
const HALLES: Quartier = { id: 'centre-halles', name: 'Centre – Halles', priority: false, population: 1, ring: SQUARE };

function file(geometry: unknown, properties: unknown = { nom: 'CENTRE HALLES' }): string {
  return JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] });
}

function outlines(content: string): readonly Outline[] {
  const read = readOutlines(content);
  if ('refused' in read) throw new Error(read.refused);
  return read;
}

describe('a file of neighbourhoods', () => {
  it('names them whatever its capitals, and several pieces of one are kept', () => {
    const moved = SQUARE.map(([x, y]): Position => [x + 0.02, y]);
    const read = outlines(file({ type: 'MultiPolygon', coordinates: [[SQUARE], [moved]] }));
    const [matched] = matchOutlines(read, [HALLES]);
    expect(matched?.quartier?.id).toBe('centre-halles');
    const quartier = { ...HALLES, ...quartierLike(read[0]!) };
    expect(quartierAt([quartier], [4.025, 49.005])?.id).toBe('centre-halles');
    expect(quartierAt([quartier], [4.015, 49.005])).toBeUndefined();
    // A hundredth of a degree of latitude is 1.112 km; of longitude at 49° north, 0.729 km.
    expect(areaOf(HALLES)).toBeCloseTo(1.112 * 0.729, 2);
    expect(matched?.area).toBeCloseTo(2 * areaOf(HALLES), 5);
  });

  it('says what to look at before it is confirmed', () => {
    const swapped = matchOutlines(outlines(file({ type: 'Polygon', coordinates: [FAR] })), [HALLES]);
    expect(swapped[0]?.remark).toMatch(/km du tracé en vigueur/);
    const unknown = matchOutlines(outlines(file({ type: 'Polygon', coordinates: [SQUARE] }, { name: 'Ailleurs' })), [
      HALLES,
    ]);
    expect(unknown[0]).toMatchObject({ remark: expect.stringMatching(/aucun quartier/) as string });
    expect(unknown[0]?.quartier).toBeUndefined();
  });

  it('draws them north above, in one box', () => {
    const read = outlines(file({ type: 'Polygon', coordinates: [SQUARE] }));
    const { width, height, pathOf } = drawingOf(read);
    expect(height / width).toBeCloseTo(1 / Math.cos((49.005 * Math.PI) / 180), 2);
    const corners = pathOf(read[0]!).slice(1, -1).split('L');
    expect(corners).toHaveLength(5);
    expect(corners[2]).toBe('600.0 0.0');
    expect(corners[3]).toBe('0.0 0.0');
  });

  it.each([
    ['{', /FeatureCollection/],
    [JSON.stringify({ features: [] }), /0 objets/],
    [file({ type: 'Point', coordinates: [4, 49] }), /polygone/],
    [file({ type: 'Polygon', coordinates: [SQUARE.slice(0, 3)] }), /quatre points/],
    [file({ type: 'Polygon', coordinates: [SQUARE.map(([x, y]) => [x * 200_000, y * 140_000])] }), /WGS 84/],
    [file({ type: 'Polygon', coordinates: [SQUARE] }, {}), /nom/],
  ])('is refused as a whole: %#', (content, why) => {
    expect(readOutlines(content)).toMatchObject({ refused: expect.stringMatching(why) as string });
  });
});
