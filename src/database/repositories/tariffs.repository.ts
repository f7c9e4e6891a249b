import type { PhoneNumber, Tariff, TownLink } from '../../town/town.js';
import type { Sql } from '../database.js';
import { readSetting } from './town.repository.js';

/** What sheets of the catalogue name by a key and the town decides: prices, telephone numbers, web addresses. */
export interface TownFacts {
  readonly tariffs: ReadonlyMap<string, Tariff>;
  readonly phoneNumbers: ReadonlyMap<string, PhoneNumber>;
  readonly links: ReadonlyMap<string, TownLink>;
}

export async function readTownFacts(sql: Sql): Promise<TownFacts> {
  const tariffs = await sql.query<{ data: Tariff }>('SELECT data FROM tariffs');
  const numbers = (await readSetting<readonly PhoneNumber[]>(sql, 'phoneNumbers')) ?? [];
  const links = (await readSetting<readonly TownLink[]>(sql, 'links')) ?? [];
  return {
    tariffs: new Map(tariffs.map(({ data }) => [data.key, data])),
    phoneNumbers: new Map(numbers.map((number) => [number.key, number])),
    links: new Map(links.map((link) => [link.key, link])),
  };
}
