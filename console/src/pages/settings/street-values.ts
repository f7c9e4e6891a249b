import { stretchesInFrench } from '../../../../domain/place/street-stretches.js';
import type { StreetGivenDto, StretchDto, TownStreetDto } from '../../api/streets.js';
import type { ConflictChoice, ConflictField } from '../../components/state/conflict.js';
import { NO_STRETCH, type TypedStretch } from './stretches-field.js';

/** A street as it is typed. */
export interface StreetValues {
  readonly name: string;
  readonly stretches: readonly TypedStretch[];
}

export const NO_STREET: StreetValues = { name: '', stretches: [{ ...NO_STRETCH, from: '1' }] };

export function valuesOf({ name, stretches }: Pick<TownStreetDto, 'name' | 'stretches'>): StreetValues {
  const typed = stretches.map(({ from, to, side, quartier }) => ({
    ...{ from: String(from), to: String(to), quartier },
    side: side ?? 'both',
  }));
  return { name, stretches: typed };
}

/** What is sent: a number that is none is left out, and told as missing. */
export function givenOf({ name, stretches }: StreetValues): StreetGivenDto {
  return { name: name.trim(), stretches: stretches.map(stretchOf) };
}

function stretchOf({ from, to, side, quartier }: TypedStretch): StretchDto {
  return {
    ...{ from: numberOf(from), to: numberOf(to), quartier },
    ...(side === 'even' || side === 'odd' ? { side } : {}),
  };
}

/** `12 bis` is no number of a stretch: not a part of it is sent. */
function numberOf(typed: string): number {
  return /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}

/** The fields in which before, mine and theirs are not all the same. */
export function conflictFieldsOf(
  { before, mine, theirs }: Readonly<Record<'before' | 'mine' | 'theirs', StreetValues>>,
  nameOf: (quartier: string) => string,
): readonly ConflictField[] {
  const numbers = (values: StreetValues): string => stretchesInFrench(givenOf(values).stretches, nameOf);
  return [
    { name: 'name', label: 'Nom officiel', before: before.name, mine: mine.name, theirs: theirs.name },
    { name: 'stretches', label: 'Numéros', before: numbers(before), mine: numbers(mine), theirs: numbers(theirs) },
  ].filter((field) => field.before !== field.mine || field.before !== field.theirs);
}

export function mergeChoices(
  theirs: StreetValues,
  mine: StreetValues,
  choices: Readonly<Record<string, ConflictChoice>>,
): StreetValues {
  return {
    name: (choices['name'] === 'mine' ? mine : theirs).name,
    stretches: (choices['stretches'] === 'mine' ? mine : theirs).stretches,
  };
}
