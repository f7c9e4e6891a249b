import type { Street } from '../../domain/place/address.js';
import type { Quartier } from '../../domain/place/quartier.js';
import { orderedStretches, stretchesInFrench } from '../../domain/place/street-stretches.js';
import type { ChangedField } from '../database/repositories/settings.repository.js';
import { versionOfContent } from '../http/content-version.js';

/** What differs between a street and what it becomes, in words; nothing before where it is new, nothing after where it goes. */
export function changedStreetFields(
  quartiers: readonly Quartier[],
  before: Street | undefined,
  after: Street | undefined,
): readonly ChangedField[] {
  const nameOf = (id: string): string => quartiers.find((one) => one.id === id)?.name ?? id;
  const numbers = (street: Street | undefined): string => stretchesInFrench(street?.stretches ?? [], nameOf);
  return [
    { label: 'Nom', before: before?.name ?? '', after: after?.name ?? '' },
    { label: 'Numéros', before: numbers(before), after: numbers(after) },
  ].filter((field) => field.before !== field.after);
}

/** The same words have the same version, in whatever order they were stored. */
export function versionOfStreet({ name, stretches }: Pick<Street, 'name' | 'stretches'>): number {
  const said = orderedStretches(stretches).map(({ from, to, side, quartier }) => [from, to, side ?? null, quartier]);
  return versionOfContent(name, said);
}
