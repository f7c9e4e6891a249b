/** A neighbourhood, as the town's deliberation draws it. */
export interface Quartier {
  readonly id: string;
  readonly name: string;
  /** « Quartier prioritaire de la politique de la ville »: where the service is under-used and the tours go. */
  readonly priority: boolean;
  readonly population: number;
  /** The outer ring, closed or not: longitude and latitude in degrees (WGS 84). */
  readonly ring: readonly Position[];
}

/** Longitude, latitude. */
export type Position = readonly [longitude: number, latitude: number];

/** The neighbourhood that holds a point; undefined outside the commune. On a shared border, the first one listed. */
export function quartierAt(quartiers: readonly Quartier[], point: Position): Quartier | undefined {
  return quartiers.find(({ ring }) => onBorder(ring, point) || inside(ring, point));
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
