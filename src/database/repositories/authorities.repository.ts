import type { Authority } from '../../town/town.js';
import type { Sql } from '../database.js';
import { readSetting } from './town.repository.js';

/** The other authorities that the town knows, in its own order. */
export async function authorities(sql: Sql): Promise<readonly Authority[]> {
  return (await readSetting<readonly Authority[]>(sql, 'authorities')) ?? [];
}

export async function findAuthority(sql: Sql, id: string): Promise<Authority | undefined> {
  return (await authorities(sql)).find((one) => one.id === id);
}
