import type { Absence, Delegation } from '../../../domain/people/directory.js';
import type { LocalDate } from '../../../domain/time/local-date.js';
import type { Sql } from '../database.js';

/** Two absences saved at once must each see the other, or a loop would pass: one at a time. */
export async function lockAbsences(sql: Sql): Promise<void> {
  await sql.query('LOCK TABLE absences IN SHARE ROW EXCLUSIVE MODE');
}

/** Writes an absence, new or changed. */
export async function writeAbsence(sql: Sql, absence: Absence): Promise<void> {
  const { id, person, from, to, substitutes, processes, message } = absence;
  await sql.query(
    `INSERT INTO absences (id, person_id, from_date, to_date, substitutes, processes, message) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET from_date = $3, to_date = $4, substitutes = $5, processes = $6, message = $7`,
    [id, person, from, to, substitutes, processes ?? null, message ?? null],
  );
}

/** An absence still to come goes; one that has begun ends the day before, because acts were done under it. */
export async function endAbsence(sql: Sql, id: string, today: LocalDate): Promise<void> {
  await sql.query('DELETE FROM absences WHERE id = $1 AND from_date >= $2::date', [id, today]);
  await sql.query('UPDATE absences SET to_date = $2::date - 1 WHERE id = $1 AND to_date >= $2::date', [id, today]);
}

/** Writes a delegation, unless one of that id is there already. */
export async function insertDelegation(sql: Sql, given: Delegation): Promise<void> {
  const { id, person, authority, organisation, kind, matters, inAbsenceOf, from, to, arrete } = given;
  await sql.query(
    `INSERT INTO delegations (id, person_id, authority, organisation, kind, matters, in_absence_of, from_date, to_date, arrete)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING`,
    [id, person, authority, organisation, kind, matters ?? null, inAbsenceOf ?? null, from, to, arrete],
  );
}

/** A delegation that never held goes; one that held ends the day before, because letters were signed under it. */
export async function endDelegation(sql: Sql, id: string, today: LocalDate): Promise<void> {
  await sql.query('DELETE FROM delegations WHERE id = $1 AND from_date >= $2::date', [id, today]);
  await sql.query('UPDATE delegations SET to_date = $2::date - 1 WHERE id = $1 AND to_date >= $2::date', [id, today]);
}
