import type { Organisation } from '../../domain/people/directory.js';
import { checkDelegations } from './check-delegations.js';
import { checkOffices } from './check-offices.js';
import type { TownFolder } from './csv-table.js';
import { readOrganisations } from './read-organisations.js';
import { readDirectory } from './read-people.js';
import { readQuartiers, readStreets } from './read-places.js';
import { readAuthorities, readClosures, readLinks, readPhoneNumbers, readTariffs } from './read-settings.js';
import { Faults } from './town-error.js';
import type { Town } from './town.js';

/**
 * Reads a town's folder (`TOWN_DIR`). Everything or nothing: throws a {@link TownError} that names every fault of every
 * file with its line, among them an office of a chain without holder or substitute.
 */
export function readTown(folder: string): Town {
  const source: TownFolder = { folder, faults: new Faults() };
  const { identity, sheets } = readOrganisations(source);
  const quartiers = readQuartiers(source);
  const known = { organisations: idsOf(sheets), quartiers: idsOf(quartiers) };
  const directory = readDirectory(source, sheets, known);
  checkAuthorities(source, sheets, idsOf(directory.people));
  const town: Town = {
    identity,
    organisations: sheets,
    directory,
    closures: readClosures(source, known.organisations),
    quartiers,
    streets: readStreets(source, known.quartiers),
    tariffs: readTariffs(source),
    phoneNumbers: readPhoneNumbers(source),
    links: readLinks(source),
    authorities: readAuthorities(source),
  };
  source.faults.throwIfAny();
  for (const fault of [...checkOffices(directory), ...checkDelegations(directory)]) source.faults.add(fault);
  source.faults.throwIfAny();
  return town;
}

function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}

function checkAuthorities(source: TownFolder, sheets: readonly Organisation[], people: ReadonlySet<string>): void {
  for (const { name, authority } of sheets) {
    if (people.has(authority)) continue;
    const message = `l’autorité « ${authority} » de ${name} n’existe pas dans people.csv.`;
    source.faults.add({ file: 'organisations.yaml', message });
  }
}
