import type { Pool, PoolClient } from 'pg';

/** Beyond this many texts of statements, new ones are not prepared: each keeps memory in every connection. */
const MOST_PREPARED = 400;
const names = new Map<string, string>();

/** Asks it prepared: Postgres parses and plans each text once a connection. */
export async function rowsOf<T>(
  source: Pool | PoolClient,
  text: string,
  params: readonly unknown[],
): Promise<readonly T[]> {
  const { rows } = await source.query({ ...nameOf(text, params), text, values: [...params] });
  return rows as readonly T[];
}

/** The name under which connections keep a statement; none for a text without parameters, which may hold several. */
function nameOf(text: string, params: readonly unknown[]): { readonly name?: string } {
  if (params.length === 0) return {};
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= MOST_PREPARED) return {};
  const name = `s${String(names.size)}`;
  names.set(text, name);
  return { name };
}
