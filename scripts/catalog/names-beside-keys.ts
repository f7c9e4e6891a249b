import type { Catalog } from '../../src/catalog/load-catalog.js';
import type { ProcessNames } from '../../src/catalog/process-names.js';
import type { Town } from '../../src/town/town.js';

/** « Voirie (voirie) »: the name, for whoever reads a sheet aloud, and the key, for whoever writes its file. */
export function namesBesideKeys(
  { shared: { departments }, definitions }: Catalog,
  { phoneNumbers, tariffs }: Pick<Town, 'phoneNumbers' | 'tariffs'>,
): ProcessNames {
  const beside = (name: string | undefined, key: string): string => (name === undefined ? key : `${name} (${key})`);
  const departmentOf = (team: string): string | undefined =>
    [...departments.values()].find(({ teams }) => teams.includes(team))?.name;
  return {
    department: (id) => beside(departments.get(id)?.name, id),
    team: (id) => beside(departmentOf(id), id),
    process: (id) => beside(definitions.get(id)?.definition.title, id),
    phone: (key) => beside(phoneNumbers.find((phone) => phone.key === key)?.label, key),
    tariff: (key) => beside(tariffs.find((tariff) => tariff.key === key)?.label, key),
  };
}
