import { areaOf, centreOf, type Position, type Quartier, ringsOf } from '../../domain/place/quartier.js';
import { foldWords } from '../../domain/text/fold-words.js';

/** A feature of the file: what it names, and where that is. */
export interface Outline {
  readonly name: string;
  readonly rings: readonly (readonly Position[])[];
  /** Holes are not kept: a neighbourhood of the deliberation has none. */
  readonly holes: number;
}

/** Why a file gives no outlines: a French sentence. */
export interface OutlinesRefused {
  readonly refused: string;
}

const MOST_FEATURES = 500;
const MOST_POINTS = 50_000;

/** Reads a GeoJSON collection of polygons in WGS 84; everything or nothing. */
export function readOutlines(content: string): readonly Outline[] | OutlinesRefused {
  const features = featuresOf(content);
  if (features === undefined)
    return {
      refused: 'Ce fichier n’est pas une « FeatureCollection » GeoJSON : exportez-la de nouveau depuis le SIG.',
    };
  if (features.length === 0 || features.length > MOST_FEATURES)
    return {
      refused: `Ce fichier compte ${String(features.length)} objets : de 1 à ${String(MOST_FEATURES)} sont attendus.`,
    };
  const outlines: Outline[] = [];
  for (const [index, feature] of features.entries()) {
    const outline = outlineOf(feature, `L’objet n° ${String(index + 1)}`);
    if ('refused' in outline) return outline;
    outlines.push(outline);
  }
  const points = outlines.flatMap(({ rings }) => rings).reduce((sum, ring) => sum + ring.length, 0);
  if (points > MOST_POINTS)
    return { refused: 'Ces tracés ont trop de points : simplifiez-les dans le SIG (50 000 points au plus).' };
  return outlines;
}

function featuresOf(content: string): readonly unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(content);
    return isRecord(read) && Array.isArray(read['features']) ? read['features'] : undefined;
  } catch {
    return undefined;
  }
}

function outlineOf(feature: unknown, which: string): Outline | OutlinesRefused {
  const polygons = polygonsOf(feature);
  if (polygons === undefined)
    return { refused: `${which} doit être un polygone (Polygon ou MultiPolygon) d’au moins quatre points.` };
  const outside = polygons.flat(2).find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (outside !== undefined)
    return {
      refused: `${which} a un point hors du globe (${String(outside[0])}, ${String(outside[1])}) : exportez le fichier en WGS 84 (longitude, latitude), et non en Lambert 93.`,
    };
  const name = nameOf(feature);
  if (name === undefined) return { refused: `${which} n’a pas de nom (propriété « name » ou « nom »).` };
  return {
    name,
    rings: polygons.map(([outer = []]) => outer.map(([x, y]): Position => [x, y])),
    holes: polygons.reduce((sum, rings) => sum + rings.length - 1, 0),
  };
}

/** Its polygons, each an outer ring and the holes in it. */
function polygonsOf(feature: unknown): readonly (readonly (readonly Position[])[])[] | undefined {
  if (!isRecord(feature) || !isRecord(feature['geometry'])) return undefined;
  const { type, coordinates } = feature['geometry'];
  const polygons: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(polygons) || polygons.length === 0 || !polygons.every(isPolygon)) return undefined;
  return polygons as readonly (readonly (readonly Position[])[])[];
}

const NAMES = ['name', 'nom', 'NOM', 'libelle', 'id'];

function nameOf(feature: unknown): string | undefined {
  const properties = isRecord(feature) && isRecord(feature['properties']) ? feature['properties'] : {};
  const names = NAMES.map((key) => properties[key]);
  const name = names.find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return name?.trim();
}

function isPolygon(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPosition))
  );
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) && value.length >= 2 && value.every((one) => typeof one === 'number' && Number.isFinite(one))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An outline beside the neighbourhood that it names. */
export interface MatchedOutline {
  readonly outline: Outline;
  readonly quartier?: Quartier;
  readonly area: number;
  /** What a person should look at before confirming. */
  readonly remark?: string;
}

const FAR_KM = 20;

/** Finds for each outline the neighbourhood of that name, whatever its capitals, accents and hyphens. */
export function matchOutlines(outlines: readonly Outline[], quartiers: readonly Quartier[]): readonly MatchedOutline[] {
  const taken = new Set<string>();
  return outlines.map((outline) => {
    const found = quartiers.find(({ id, name }) => [id, name].map(foldWords).includes(foldWords(outline.name)));
    const area = areaOf(quartierLike(outline));
    if (found === undefined) return { outline, area, remark: 'Ne porte le nom d’aucun quartier : laissé de côté.' };
    if (taken.has(found.id))
      return { outline, area, remark: `« ${found.name} » est déjà tracé plus haut : laissé de côté.` };
    taken.add(found.id);
    const remark = remarkOn(outline, found, area);
    return { outline, area, quartier: found, ...(remark === undefined ? {} : { remark }) };
  });
}

function remarkOn(outline: Outline, quartier: Quartier, area: number): string | undefined {
  const [a, b] = [centreOf({ ...quartier, ...quartierLike(outline) }), centreOf(quartier)];
  const km = Math.hypot((a[0] - b[0]) * Math.cos((b[1] * Math.PI) / 180), a[1] - b[1]) * 111.2;
  if (km > FAR_KM) return `À ${String(Math.round(km))} km du tracé en vigueur : vérifiez l’ordre longitude, latitude.`;
  if (outline.holes > 0) return 'Les trous du tracé ne sont pas gardés.';
  const before = areaOf(quartier);
  return area > 2 * before || area < before / 2 ? 'La surface change de plus du double ou de la moitié.' : undefined;
}

/** The outer rings as a neighbourhood keeps them. */
export function quartierLike({ rings }: Outline): Pick<Quartier, 'ring' | 'otherRings'> {
  const [ring = [], ...otherRings] = rings;
  return { ring, ...(otherRings.length === 0 ? {} : { otherRings }) };
}

/** The box in which outlines are drawn, without any map under them. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pathOf: (outline: Outline) => string;
}

const WIDTH = 600;

/** Lays longitudes and latitudes flat into a box, north above. */
export function drawingOf(outlines: readonly Outline[]): Drawing {
  const points = outlines.flatMap(({ rings }) => rings.flat());
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [west, east, south, north] = [min(xs), -min(xs.map((x) => -x)), min(ys), -min(ys.map((y) => -y))];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / Math.max((east - west) * shrink, 1e-9);
  const place = ([x, y]: Position): string =>
    `${((x - west) * shrink * scale).toFixed(1)} ${((north - y) * scale).toFixed(1)}`;
  return {
    width: WIDTH,
    height: Math.max(1, Math.round((north - south) * scale)),
    pathOf: (outline) =>
      ringsOf(quartierLike(outline))
        .map((ring) => `M${ring.map(place).join('L')}Z`)
        .join(''),
  };
}

function min(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}
