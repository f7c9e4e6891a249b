import { countOf } from '../../domain/text/french-typography.js';
import type { ReportRow } from '../database/repositories/duplicates.repository.js';

/** Why two reports may be one, the strongest reason first. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

interface Reason {
  readonly score: number;
  readonly words: string;
}

const EARTH_RADIUS = 6_371_000;
const DAY_MS = 86_400_000;
const SAME_CITIZEN: Reason = { score: 2, words: 'même usager' };
const SAME_PROCESS: Reason = { score: 2, words: 'même processus' };
const SAME_THEME: Reason = { score: 0, words: 'même thème' };
const SAME_QUARTIER: Reason = { score: 1, words: 'même quartier' };

/**
 * What makes one report look like another, in French. Reports that share neither place nor citizen are not alike.
 * `radius`: metres within which the process takes two reports for one; absent where it says nothing of it.
 */
export function likeness(one: ReportRow, other: ReportRow, radius: number | undefined): Likeness | undefined {
  const place = placeReason(one, other, radius);
  const sameCitizen = isSame(one.citizenId, other.citizenId);
  if (place === undefined && !sameCitizen) return undefined;
  const reasons = [
    ...(place === undefined ? [] : [place]),
    ...(sameCitizen ? [SAME_CITIZEN] : []),
    one.processId === other.processId ? SAME_PROCESS : SAME_THEME,
    ...(isSame(one.quartier, other.quartier) ? [SAME_QUARTIER] : []),
  ];
  return {
    score: reasons.reduce((sum, { score }) => sum + score, 0),
    reasons: [...reasons.map(({ words }) => words), daysBetween(one, other)],
  };
}

function placeReason(one: ReportRow, other: ReportRow, radius: number | undefined): Reason | undefined {
  const metres = distance(pointOf(one), pointOf(other));
  if (radius !== undefined && metres !== undefined) {
    return metres > radius ? undefined : { score: 4, words: `à ${String(Math.round(metres))}\u00a0m` };
  }
  if (isSame(one.placeText, other.placeText)) return { score: 4, words: 'même lieu' };
  // A process without a radius says nothing of distances: only the same written place counts.
  if (radius === undefined || !isSame(one.street, other.street)) return undefined;
  return areApart(one, other) ? undefined : { score: 2, words: 'même rue' };
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one !== '' && one === other;
}

/** A long street crosses several neighbourhoods. */
function areApart(one: ReportRow, other: ReportRow): boolean {
  return one.quartier !== null && other.quartier !== null && one.quartier !== other.quartier;
}

type Point = readonly [latitude: number, longitude: number];

function pointOf({ latitude, longitude }: ReportRow): Point | undefined {
  return latitude === null || longitude === null ? undefined : [latitude, longitude];
}

/** Metres between two points, where both are known. */
function distance(one: Point | undefined, other: Point | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(rad(to - from) / 2) ** 2;
  const chord = half(one[0], other[0]) + Math.cos(rad(one[0])) * Math.cos(rad(other[0])) * half(one[1], other[1]);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord));
}

function daysBetween(one: ReportRow, other: ReportRow): string {
  const days = Math.round((other.receivedAt.getTime() - one.receivedAt.getTime()) / DAY_MS);
  if (days === 0) return 'à moins d’un jour';
  return `${countOf(Math.abs(days), 'jour')} ${days < 0 ? 'avant' : 'après'}`;
}
