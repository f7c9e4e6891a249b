import { countOf, typeset } from '../text/french-typography.js';
import type { Stretch } from './address.js';

/** An address is read with four digits at most. */
export const HIGHEST_NUMBER = 9999;

/** What people read for each side of a street. */
export const SIDE_WORDS = { even: 'pairs', odd: 'impairs' } as const;

/** What is wrong with the stretches of a street, at one of them. */
export interface StretchFault {
  /** Which, from 0. */
  readonly at: number;
  readonly field: 'from' | 'to' | 'quartier';
  readonly code: 'reversed' | 'overlaps' | 'unknown';
  /** The one it overlaps, from 0. */
  readonly other?: number;
}

/** A number lies in one neighbourhood only, and in one that exists; each stretch says its first fault. */
export function stretchFaults(stretches: readonly Stretch[], quartiers: ReadonlySet<string>): readonly StretchFault[] {
  return stretches.flatMap((stretch, at): readonly StretchFault[] => {
    if (stretch.to < stretch.from) return [{ at, field: 'to', code: 'reversed' }];
    if (!quartiers.has(stretch.quartier)) return [{ at, field: 'quartier', code: 'unknown' }];
    const other = stretches.slice(0, at).findIndex((before) => overlap(before, stretch));
    return other < 0 ? [] : [{ at, field: 'from', code: 'overlaps', other }];
  });
}

/** Whether a number of one may be a number of the other. */
export function overlap(a: Stretch, b: Stretch): boolean {
  const sameSide = a.side === undefined || b.side === undefined || a.side === b.side;
  return sameSide && a.from <= b.to && b.from <= a.to;
}

/** In the order of the numbers, whatever that of the file or of the form. */
export function orderedStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  return [...stretches].sort((a, b) => a.from - b.from || a.to - b.to || (a.side ?? '').localeCompare(b.side ?? ''));
}

/** « 1 à 40, impairs : Centre ; 41 à 90 : Les Rives ». */
export function stretchesInFrench(stretches: readonly Stretch[], nameOf: (quartier: string) => string): string {
  return typeset(
    orderedStretches(stretches)
      .map((stretch) => `${numbersInFrench(stretch)} : ${nameOf(stretch.quartier)}`)
      .join(' ; '),
  );
}

/** « 1 à 40, impairs ». */
export function numbersInFrench({ from, to, side }: Pick<Stretch, 'from' | 'to' | 'side'>): string {
  const numbers = from === to ? String(from) : `${String(from)} à ${String(to)}`;
  return side === undefined ? numbers : `${numbers}, ${SIDE_WORDS[side]}`;
}

/** What becomes of the requests that name a street which is taken away. */
export function removalInFrench(openRequests: number): string {
  const named =
    openRequests === 0
      ? 'Aucune demande en cours ne la nomme.'
      : `${countOf(openRequests, 'demande en cours la nomme', 'demandes en cours la nomment')} : chacune garde son adresse et son quartier.`;
  return typeset(
    `${named} Elle ne sera plus proposée à la saisie, et une nouvelle adresse n’y trouvera plus son quartier.`,
  );
}
