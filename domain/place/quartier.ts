/** A neighbourhood, as the town's deliberation draws it. */
export interface Quartier {
  readonly id: string;
  readonly name: string;
  /** « Quartier prioritaire de la politique de la ville »: where the service is under-used and the tours go. */
  readonly priority: boolean;
  readonly population: number;
  /** The outer ring, closed or not: longitude and latitude in degrees (WGS 84). */
  readonly ring: readonly Position[];
  /** Of a neighbourhood in several pieces, the outer rings of the others. */
  readonly otherRings?: readonly (readonly Position[])[];
}

/** Longitude, latitude. */
export type Position = readonly [longitude: number, latitude: number];

/** The neighbourhood that holds a point; undefined outside the commune. On a shared border, the first one listed. */
export function quartierAt(quartiers: readonly Quartier[], point: Position): Quartier | undefined {
  return quartiers.find((quartier) => ringsOf(quartier).some((ring) => onBorder(ring, point) || inside(ring, point)));
}

/** Every piece of it. */
export function ringsOf({
  ring,
  otherRings = [],
}: Pick<Quartier, 'ring' | 'otherRings'>): readonly (readonly Position[])[] {
  return [ring, ...otherRings];
}

const EARTH_RADIUS_KM = 6371;

/** Square kilometres inside its rings, within a percent at the size of a town (each ring laid flat at its own latitude). */
export function areaOf(quartier: Pick<Quartier, 'ring' | 'otherRings'>): number {
  return ringsOf(quartier).reduce((sum, ring) => sum + ringArea(ring), 0);
}

function ringArea(ring: readonly Position[]): number {
  const radians = Math.PI / 180;
  const latitude = ring.reduce((sum, [, y]) => sum + y, 0) / Math.max(1, ring.length);
  const shrink = Math.cos(latitude * radians);
  const twice = sidesOf(ring).reduce((sum, [[x1, y1], [x2, y2]]) => sum + (x1 * y2 - x2 * y1), 0);
  return (Math.abs(twice) / 2) * shrink * (radians * EARTH_RADIUS_KM) ** 2;
}

/** A point near the middle, to set a map on: the mean of the corners. */
export function centreOf(quartier: Quartier): Position {
  const corners = openRing(quartier.ring);
  const sum = corners.reduce<Position>(([x, y], [longitude, latitude]) => [x + longitude, y + latitude], [0, 0]);
  return [sum[0] / corners.length, sum[1] / corners.length];
}

/** Counts the sides that a ray to the east crosses: odd inside, even outside. */
function inside(ring: readonly Position[], [x, y]: Position): boolean {
  return (
    sidesOf(ring).filter(([[x1, y1], [x2, y2]]) => y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
      .length %
      2 ===
    1
  );
}

function onBorder(ring: readonly Position[], [x, y]: Position): boolean {
  return sidesOf(ring).some(([[x1, y1], [x2, y2]]) => {
    const cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    return cross === 0 && within(x, x1, x2) && within(y, y1, y2);
  });
}

function within(value: number, a: number, b: number): boolean {
  return Math.min(a, b) <= value && value <= Math.max(a, b);
}

function sidesOf(ring: readonly Position[]): readonly (readonly [Position, Position])[] {
  const corners = openRing(ring);
  return corners.map((corner, index) => [corner, corners[(index + 1) % corners.length] ?? corner]);
}

/** GeoJSON repeats the first corner at the end. */
function openRing(ring: readonly Position[]): readonly Position[] {
  const first = ring[0];
  const last = ring[ring.length - 1];
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closed ? ring.slice(0, -1) : ring;
}
