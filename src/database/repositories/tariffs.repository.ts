import type { PhoneNumber, Tariff, TownLink } from '../../town/town.js';
import type { Sql } from '../database.js';
import { readSetting } from './town.repository.js';

/** What sheets of the catalogue name by a key and the town decides: prices, telephone numbers, web addresses. */
export interface TownFacts {
  readonly tariffs: ReadonlyMap<string, Tariff>;
  readonly phoneNumbers: ReadonlyMap<string, PhoneNumber>;
  readonly links: ReadonlyMap<string, TownLink>;
  /** How the town calls its themes, in the order in which it shows them; the catalogue's own titles where it says nothing. */
  readonly themes: ReadonlyMap<string, string>;
}

/** A theme as the town names it. */
export interface NamedTheme {
  readonly id: string;
  readonly title: string;
}

/** The key of the town's themes among its settings. */
export const THEMES_SETTING = 'themes';

export async function readTownFacts(sql: Sql): Promise<TownFacts> {
  const tariffs = await sql.query<{ data: Tariff }>('SELECT data FROM tariffs');
  const numbers = (await readSetting<readonly PhoneNumber[]>(sql, 'phoneNumbers')) ?? [];
  const links = (await readSetting<readonly TownLink[]>(sql, 'links')) ?? [];
  const themes = (await readSetting<readonly NamedTheme[]>(sql, THEMES_SETTING)) ?? [];
  return {
    themes: new Map(themes.map(({ id, title }) => [id, title])),
    tariffs: new Map(tariffs.map(({ data }) => [data.key, data])),
    phoneNumbers: new Map(numbers.map((number) => [number.key, number])),
    links: new Map(links.map((link) => [link.key, link])),
  };
}
