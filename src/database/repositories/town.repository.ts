import type { Absence, Delegation, Directory, Person } from '../../../domain/people/directory.js';
import type { Street } from '../../../domain/place/address.js';
import type { Quartier } from '../../../domain/place/quartier.js';
import type { OrganisationSheet, Tariff, Town, TownClosure } from '../../town/town.js';
import type { Sql } from '../database.js';

/** Whether a town was loaded before: afterwards its data belong to its administrators. */
export async function hasTown(sql: Sql): Promise<boolean> {
  return (await sql.query('SELECT 1 FROM organisations LIMIT 1')).length > 0;
}

/** Writes a town into empty tables. */
export async function insertTown(sql: Sql, town: Town): Promise<void> {
  const { directory } = town;
  for (const sheet of town.organisations) {
    await sql.query('INSERT INTO organisations (id, name, data) VALUES ($1, $2, $3)', [
      sheet.id,
      sheet.name,
      JSON.stringify(sheet),
    ]);
  }
  await insertRows(
    sql,
    'divisions (id, organisation, name)',
    'id text, organisation text, name text',
    directory.divisions,
  );
  await insertRows(
    sql,
    'directorates (id, organisation, division, name)',
    'id text, organisation text, division text, name text',
    directory.directorates,
  );
  await insertRows(
    sql,
    'departments (id, organisation, directorate, name)',
    'id text, organisation text, directorate text, name text',
    directory.departments,
  );
  await insertRows(sql, 'teams (id, department, name)', 'id text, department text, name text', directory.teams);
  await insertPeople(sql, directory.people);
  await insertAbsences(sql, directory.absences);
  await insertDelegations(sql, directory.delegations);
  await insertPlaces(sql, town.quartiers, town.streets);
  await insertClosures(sql, town.closures);
  await insertTariffs(sql, town.tariffs);
  await putSetting(sql, 'identity', town.identity);
  await putSetting(sql, 'phoneNumbers', town.phoneNumbers);
  await putSetting(sql, 'links', town.links);
  await putSetting(sql, 'authorities', town.authorities);
}

/** The directory as it stands. */
export async function readDirectory(sql: Sql): Promise<Directory> {
  const [organisations, divisions, directorates, departments, teams, people, absences, delegations] = await Promise.all(
    [
      organisationSheets(sql),
      sql.query<Directory['divisions'][number]>('SELECT id, organisation, name FROM divisions ORDER BY id'),
      sql.query<Nullable<Directory['directorates'][number]>>(
        'SELECT id, organisation, division, name FROM directorates ORDER BY id',
      ),
      sql.query<Nullable<Directory['departments'][number]>>(
        'SELECT id, organisation, directorate, name, closed_on::text AS "closedOn" FROM departments ORDER BY id',
      ),
      sql.query<Directory['teams'][number]>('SELECT id, department, name FROM teams ORDER BY id'),
      sql.query<{ data: Person }>(
        "SELECT data FROM people WHERE active ORDER BY (data ->> 'rank')::int NULLS LAST, id",
      ),
      sql.query<Nullable<Absence>>(
        `SELECT id, person_id AS person, from_date::text AS "from", to_date::text AS "to", substitutes, processes, message
         FROM absences ORDER BY from_date`,
      ),
      sql.query<Nullable<Delegation>>(
        `SELECT id, person_id AS person, authority, organisation, kind, matters, in_absence_of AS "inAbsenceOf",
         from_date::text AS "from", to_date::text AS "to", arrete FROM delegations ORDER BY id`,
      ),
    ],
  );
  return {
    organisations,
    divisions,
    directorates: directorates.map(withoutNulls),
    departments: departments.map(withoutNulls),
    teams,
    people: people.map((row) => row.data),
    absences: absences.map(withoutNulls),
    delegations: delegations.map(withoutNulls),
  };
}

export async function organisationSheets(sql: Sql): Promise<readonly OrganisationSheet[]> {
  const rows = await sql.query<{ data: OrganisationSheet }>('SELECT data FROM organisations ORDER BY id');
  return rows.map((row) => row.data);
}

export async function readClosures(sql: Sql): Promise<readonly TownClosure[]> {
  const rows = await sql.query<Nullable<TownClosure>>(
    `SELECT organisation, date::text AS date, kind, closes_at AS "closesAt", label, decided_on::text AS "decidedAt",
       decided_by AS "decidedBy" FROM closures ORDER BY date`,
  );
  return rows.map(withoutNulls);
}

export async function readSetting<T>(sql: Sql, key: string): Promise<T | undefined> {
  const [row] = await sql.query<{ value: T }>('SELECT value FROM town_settings WHERE key = $1', [key]);
  return row?.value;
}

async function putSetting(sql: Sql, key: string, value: unknown): Promise<void> {
  await sql.query(
    'INSERT INTO town_settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value',
    [key, JSON.stringify(value)],
  );
}

/** Optional fields come out of SQL as null; the domain knows only their absence. */
type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

function withoutNulls<T>(row: Nullable<T>): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}

async function insertRows(sql: Sql, into: string, columns: string, rows: readonly unknown[]): Promise<void> {
  await sql.query(`INSERT INTO ${into} SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(${columns})`, [
    JSON.stringify(rows),
  ]);
}

async function insertPeople(sql: Sql, people: readonly Person[]): Promise<void> {
  const rows = people.map((person, rank) => ({
    id: person.id,
    login: person.login,
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    data: { ...person, rank },
  }));
  await insertRows(
    sql,
    'people (id, login, first_name, last_name, email, data)',
    'id text, login text, first_name text, last_name text, email text, data jsonb',
    rows,
  );
  const roles = people.flatMap((person) => person.roles.map((held) => ({ person_id: person.id, ...held })));
  await insertRows(
    sql,
    'person_roles (person_id, role, organisation, division, directorate, department, team, quartiers, themes)',
    'person_id text, role text, organisation text, division text, directorate text, department text, team text, quartiers text[], themes text[]',
    roles,
  );
}

async function insertAbsences(sql: Sql, absences: readonly Absence[]): Promise<void> {
  const rows = absences.map((one) => ({ ...one, person_id: one.person, from_date: one.from, to_date: one.to }));
  await insertRows(
    sql,
    'absences (id, person_id, from_date, to_date, substitutes)',
    'id text, person_id text, from_date date, to_date date, substitutes text[]',
    rows,
  );
}

async function insertDelegations(sql: Sql, delegations: readonly Delegation[]): Promise<void> {
  const rows = delegations.map((one) => ({
    ...one,
    person_id: one.person,
    in_absence_of: one.inAbsenceOf,
    from_date: one.from,
    to_date: one.to,
  }));
  await insertRows(
    sql,
    'delegations (id, person_id, authority, organisation, kind, matters, in_absence_of, from_date, to_date, arrete)',
    'id text, person_id text, authority text, organisation text, kind text, matters text[], in_absence_of text, from_date date, to_date date, arrete text',
    rows,
  );
}

async function insertPlaces(sql: Sql, quartiers: readonly Quartier[], streets: readonly Street[]): Promise<void> {
  await insertRows(
    sql,
    'quartiers (id, name, priority, data)',
    'id text, name text, priority boolean, data jsonb',
    quartiers.map((one) => ({ id: one.id, name: one.name, priority: one.priority, data: one })),
  );
  await insertRows(
    sql,
    'streets (id, name, stretches)',
    'id text, name text, stretches jsonb',
    streets.map((one) => ({ id: one.id, name: one.name, stretches: one.stretches })),
  );
}

async function insertClosures(sql: Sql, closures: readonly TownClosure[]): Promise<void> {
  const rows = closures.map((one) => ({
    ...one,
    closes_at: one.closesAt,
    decided_on: one.decidedAt,
    decided_by: one.decidedBy,
  }));
  await insertRows(
    sql,
    'closures (organisation, date, kind, closes_at, label, decided_on, decided_by)',
    'organisation text, date date, kind text, closes_at integer, label text, decided_on date, decided_by text',
    rows,
  );
}

async function insertTariffs(sql: Sql, tariffs: readonly Tariff[]): Promise<void> {
  await insertRows(
    sql,
    'tariffs (key, label, data)',
    'key text, label text, data jsonb',
    tariffs.map((one) => ({ key: one.key, label: one.label, data: one })),
  );
}
