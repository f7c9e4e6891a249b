import type { HeldRole, Person } from '../../../domain/people/directory.js';
import type { Sql } from '../database.js';

/** An account with what its person is; inactive ones too. */
export interface AccountRow {
  readonly person: Person;
  readonly active: boolean;
  readonly version: number;
  /** The civil day of the last sign-in; null: never. */
  readonly lastAccess: string | null;
}

/** What a change writes: the last access is not one's to give. */
export type AccountState = Omit<AccountRow, 'lastAccess'>;

const COLUMNS = 'data AS person, active, version, last_access::text AS "lastAccess"';

/** Everyone, in the order of their names. */
export function listAccounts(sql: Sql): Promise<readonly AccountRow[]> {
  return sql.query<AccountRow>(
    `SELECT ${COLUMNS} FROM people ORDER BY fold_text(last_name), fold_text(first_name), id`,
  );
}

/** Keeps every other writer of accounts waiting until the end of the transaction; readers go on. */
export async function holdAccounts(sql: Sql): Promise<void> {
  await sql.query('LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE');
}

export async function findAccount(sql: Sql, id: string): Promise<AccountRow | undefined> {
  const [row] = await sql.query<AccountRow>(`SELECT ${COLUMNS} FROM people WHERE id = $1`, [id]);
  return row;
}

/** Which of login and address is someone else's already. */
export async function takenBy(
  sql: Sql,
  { id, login, email }: Pick<Person, 'id' | 'login' | 'email'>,
): Promise<'login' | 'email' | undefined> {
  const [row] = await sql.query<{ login: string }>(
    'SELECT login FROM people WHERE id <> $1 AND (lower(login) = lower($2) OR lower(email) = lower($3)) LIMIT 1',
    [id, login, email],
  );
  if (row === undefined) return undefined;
  return row.login.toLowerCase() === login.toLowerCase() ? 'login' : 'email';
}

export async function insertAccount(sql: Sql, person: Person): Promise<void> {
  const { id, login, firstName, lastName, email } = person;
  await sql.query(
    'INSERT INTO people (id, login, first_name, last_name, email, data) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, login, firstName, lastName, email, JSON.stringify(person)],
  );
  await replaceRoles(sql, id, person.roles);
}

/** @returns whether the version was still the one read */
export async function updateAccount(sql: Sql, { person, active, version }: AccountState): Promise<boolean> {
  const { id, login, firstName, lastName, email } = person;
  const rows = await sql.query(
    `UPDATE people SET login = $3, first_name = $4, last_name = $5, email = $6, data = $7, active = $8, version = version + 1
     WHERE id = $1 AND version = $2 RETURNING id`,
    [id, version, login, firstName, lastName, email, JSON.stringify(person), active],
  );
  if (rows.length === 0) return false;
  await replaceRoles(sql, id, person.roles);
  return true;
}

/** Remembers the day of a sign-in, in the town's zone; not the hour, and not the days before. */
export async function recordAccess(sql: Sql, personId: string): Promise<void> {
  await sql.query(
    `UPDATE people SET last_access = (now() AT TIME ZONE 'Europe/Paris')::date
     WHERE id = $1 AND last_access IS DISTINCT FROM (now() AT TIME ZONE 'Europe/Paris')::date`,
    [personId],
  );
}

async function replaceRoles(sql: Sql, personId: string, roles: readonly HeldRole[]): Promise<void> {
  await sql.query('DELETE FROM person_roles WHERE person_id = $1', [personId]);
  await sql.query(
    `INSERT INTO person_roles (person_id, role, organisation, division, directorate, department, team, quartiers, themes)
     SELECT $1, r.* FROM jsonb_to_recordset($2::jsonb) AS r(role text, organisation text, division text, directorate text,
       department text, team text, quartiers text[], themes text[])`,
    [personId, JSON.stringify(roles)],
  );
}

/** Active administrators besides that person. */
export async function otherAdministrators(sql: Sql, personId: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM people p WHERE p.active AND p.id <> $1
       AND EXISTS (SELECT 1 FROM person_roles r WHERE r.person_id = p.id AND r.role = 'administrator')`,
    [personId],
  );
  return row?.count ?? 0;
}
