import { locate, parseAddress, suggestStreets, type Street } from '../../domain/place/address.js';
import type { Quartier } from '../../domain/place/quartier.js';
import type { NamedDto } from '../people/named-person.dto.js';
import type { StreetDto } from './places.dto.js';

const SUGGESTED = 10;

/** Streets that a typed address may mean, each with the neighbourhood of the number typed. */
export function suggestAddresses(
  streets: readonly Street[],
  quartiers: readonly Quartier[],
  text: string,
): readonly StreetDto[] {
  const { number, suffix } = parseAddress(text);
  const named = (id: string): NamedDto => ({ id, name: quartiers.find((one) => one.id === id)?.name ?? id });
  return suggestStreets(streets, text, SUGGESTED).map((street) => {
    const location = locate([street], { street: street.name, ...(number === undefined ? {} : { number }) });
    const house = number === undefined ? '' : `${String(number)}${suffix === undefined ? '' : ` ${suffix}`} `;
    return {
      id: street.id,
      name: street.name,
      address: `${house}${street.name}`,
      ...(location.kind === 'found' ? { quartier: named(location.quartier) } : {}),
      quartiers: location.kind === 'undecided' ? location.quartiers.map(named) : [],
    };
  });
}
