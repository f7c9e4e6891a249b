import type { KnownName } from '../../../src/catalog/nearest-name.js';
import type { Town } from '../../../src/town/town.js';

/** What a definition may name that the town holds; each is a list of `catalog:show -- --list`. */
export const TOWN_LISTS = ['tariffs', 'numbers', 'links'] as const;

export type TownList = (typeof TOWN_LISTS)[number];

/** Every key of one list of the town, with a line that says what it is. */
export function townNames(list: TownList, { tariffs, phoneNumbers, links }: Town): readonly KnownName[] {
  switch (list) {
    case 'tariffs':
      return tariffs.map(({ key, label, unit }) => ({ name: key, what: `${label}, par ${unit}` }));
    case 'numbers':
      return phoneNumbers.map(({ key, label, hours }) => ({ name: key, what: `${label}, ${hours}` }));
    case 'links':
      return links.map(({ key, label }) => ({ name: key, what: label }));
  }
}
