import type { ProcessDefinition } from '../../../domain/process/process-definition.js';
import type { RunnableDefinition } from '../../../domain/process/runnable.js';
import type { Sql } from '../database.js';

/** A definition as published: never changed, kept for ever. */
export interface PublishedVersion {
  readonly processId: string;
  readonly version: number;
  readonly hash: string;
  readonly title: string;
  readonly definition: ProcessDefinition;
  readonly runnable: RunnableDefinition;
  readonly publishedAt: Date;
}

const COLUMNS = `process_id AS "processId", version, hash, title, definition, runnable, published_at AS "publishedAt"`;

export async function findByHash(sql: Sql, hash: string): Promise<PublishedVersion | undefined> {
  const [row] = await sql.query<PublishedVersion>(`SELECT ${COLUMNS} FROM process_versions WHERE hash = $1`, [hash]);
  return row;
}

/** One version of a process; the one in force where none is named. */
export async function findVersion(
  sql: Sql,
  processId: string,
  version?: number,
): Promise<PublishedVersion | undefined> {
  const [row] = await sql.query<PublishedVersion>(
    `SELECT ${COLUMNS} FROM process_versions WHERE process_id = $1 AND CASE WHEN $2::int IS NULL THEN current ELSE version = $2 END`,
    [processId, version ?? null],
  );
  return row;
}

/** Hashes of the versions in force, and the whole of those not known yet. */
export async function currentVersions(
  sql: Sql,
  known: readonly string[],
): Promise<{ readonly hashes: readonly string[]; readonly added: readonly PublishedVersion[] }> {
  const rows = await sql.query<{ hash: string }>('SELECT hash FROM process_versions WHERE current ORDER BY process_id');
  const added = await sql.query<PublishedVersion>(
    `SELECT ${COLUMNS} FROM process_versions WHERE current AND NOT (hash = ANY ($1))`,
    [known],
  );
  return { hashes: rows.map((row) => row.hash), added };
}

/** Whether the town has a catalogue to go on with. */
export async function hasPublished(sql: Sql): Promise<boolean> {
  return (await sql.query('SELECT FROM process_versions WHERE current LIMIT 1')).length > 0;
}

export interface NewVersion {
  readonly definition: ProcessDefinition;
  readonly runnable: RunnableDefinition;
  readonly hash: string;
}

/** What publishing a file met: published before, new, or changed without a new version. */
export type Publication = 'unchanged' | 'published' | { readonly conflict: string };

/** Publishes a version, and puts it in force. A published version whose content differs is never overwritten. */
export async function publishVersion(sql: Sql, { definition, runnable, hash }: NewVersion): Promise<Publication> {
  const [known] = await sql.query<{ hash: string }>(
    'SELECT hash FROM process_versions WHERE process_id = $1 AND version = $2',
    [definition.id, definition.version],
  );
  if (known !== undefined) return known.hash === hash ? 'unchanged' : { conflict: known.hash };
  await sql.query('UPDATE process_versions SET current = false WHERE process_id = $1 AND current', [definition.id]);
  await sql.query(
    `INSERT INTO process_versions (process_id, version, hash, title, theme, organisation, department, definition, runnable)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      definition.id,
      definition.version,
      hash,
      definition.title,
      definition.theme,
      definition.organisation,
      definition.department,
      JSON.stringify(definition),
      JSON.stringify(runnable),
    ],
  );
  return 'published';
}
