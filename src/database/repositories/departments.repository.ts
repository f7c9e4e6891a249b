import type { Directorate, Team } from '../../../domain/people/directory.js';
import type { Sql } from '../database.js';

/** A department with its teams; closed ones too. */
export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly directorate: string;
  /** A civil day; null: it is open. */
  readonly closedOn: string | null;
  readonly teams: readonly Pick<Team, 'id' | 'name'>[];
  /** Active people with a role in it or in one of its teams. */
  readonly people: number;
}

const OF_ITS_TEAMS = '(SELECT t.id FROM teams t WHERE t.department = d.id)';
const PEOPLE = `(SELECT count(DISTINCT r.person_id)::int FROM person_roles r JOIN people p ON p.id = r.person_id AND p.active
  WHERE r.department = d.id OR r.team IN ${OF_ITS_TEAMS})`;
const COLUMNS = `d.id, d.name, d.organisation, d.directorate, d.closed_on::text AS "closedOn", ${PEOPLE} AS people,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY t.id), '[]') FROM teams t
    WHERE t.department = d.id) AS teams`;

/** In the order of their names. */
export function listDepartments(sql: Sql): Promise<readonly DepartmentRow[]> {
  return sql.query<DepartmentRow>(`SELECT ${COLUMNS} FROM departments d ORDER BY fold_text(d.name), d.id`);
}

export async function findDepartment(sql: Sql, id: string): Promise<DepartmentRow | undefined> {
  const [row] = await sql.query<DepartmentRow>(`SELECT ${COLUMNS} FROM departments d WHERE d.id = $1`, [id]);
  return row;
}

/** The department, which nobody else changes before the transaction ends. */
export async function lockDepartment(sql: Sql, id: string): Promise<DepartmentRow | undefined> {
  await sql.query('SELECT 1 FROM departments WHERE id = $1 FOR UPDATE', [id]);
  return findDepartment(sql, id);
}

export async function findDirectorate(sql: Sql, id: string): Promise<Directorate | undefined> {
  const [row] = await sql.query<Directorate>('SELECT id, organisation, name FROM directorates WHERE id = $1', [id]);
  return row;
}

type DepartmentGiven = Pick<DepartmentRow, 'id' | 'name' | 'directorate'>;

/** In the organisation of its directorate. @returns whether the id was free */
export async function insertDepartment(sql: Sql, { id, name, directorate }: DepartmentGiven): Promise<boolean> {
  const rows = await sql.query(
    `INSERT INTO departments (id, organisation, directorate, name)
     SELECT $1, organisation, id, $3 FROM directorates WHERE id = $2 ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, directorate, name],
  );
  return rows.length > 0;
}

/** Closes it on the day of today, in the town's zone, or opens it again, where that changes. */
export async function updateDepartment(
  sql: Sql,
  { id, name, directorate, closed }: DepartmentGiven & { readonly closed: boolean },
): Promise<void> {
  await sql.query(
    `UPDATE departments SET name = $2, directorate = $3,
       closed_on = CASE WHEN $4 THEN coalesce(closed_on, (now() AT TIME ZONE 'Europe/Paris')::date) END WHERE id = $1`,
    [id, name, directorate, closed],
  );
}

/** @returns whether the id was free */
export async function insertTeam(sql: Sql, { id, department, name }: Team): Promise<boolean> {
  const rows = await sql.query(
    'INSERT INTO teams (id, department, name) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING RETURNING id',
    [id, department, name],
  );
  return rows.length > 0;
}

export async function updateTeam(sql: Sql, { id, name }: Pick<Team, 'id' | 'name'>): Promise<void> {
  await sql.query('UPDATE teams SET name = $2 WHERE id = $1', [id, name]);
}

export interface ClosedDepartment extends Pick<DepartmentRow, 'id' | 'name'> {
  readonly closedOn: string;
}

export function listClosedDepartments(sql: Sql): Promise<readonly ClosedDepartment[]> {
  return sql.query<ClosedDepartment>(
    'SELECT id, name, closed_on::text AS "closedOn" FROM departments WHERE closed_on IS NOT NULL ORDER BY id',
  );
}

/** What still awaits a department or one of its teams. */
export interface AwaitedWork {
  readonly cases: number;
  readonly tasks: number;
  readonly callbacks: number;
}

export async function workAwaiting(sql: Sql, id: string): Promise<AwaitedWork> {
  const [row] = await sql.query<AwaitedWork>(
    `SELECT
       (SELECT count(*)::int FROM case_files c WHERE c.department = d.id AND c.status = 'open') AS cases,
       (SELECT count(*)::int FROM tasks k WHERE k.open AND (k.department = d.id OR k.team IN ${OF_ITS_TEAMS})) AS tasks,
       (SELECT count(*)::int FROM callbacks b WHERE b.done_at IS NULL
          AND (b.department = d.id OR b.team IN ${OF_ITS_TEAMS})) AS callbacks
     FROM departments d WHERE d.id = $1`,
    [id],
  );
  return row ?? { cases: 0, tasks: 0, callbacks: 0 };
}
