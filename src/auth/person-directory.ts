import { Injectable } from '@nestjs/common';
import type { Actor, Perimeter, RoleHeld, Substitution } from '../../domain/people/actor.js';
import type { Absence, Directory } from '../../domain/people/directory.js';
import type { Role } from '../../domain/people/role.js';
import { replacedBy } from '../../domain/people/substitution.js';
import { personName } from '../../domain/people/person-name.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { Database } from '../database/database.js';
import { definedOf } from '../http/defined-of.js';

/** A person who may sign in, as permission checks and the sign-in page need them. */
export interface KnownPerson {
  readonly id: string;
  readonly login: string;
  readonly email: string;
  readonly name: string;
  readonly functionTitle: string;
  readonly roles: readonly RoleHeld[];
  /** The absent people whose work falls to this one today. */
  readonly substitutesFor: readonly Substitution[];
}

/** The person as what works in their name, without a session, sees them. */
export function actorOf({ id, roles, substitutesFor }: KnownPerson, sessionId: string): Actor {
  return { personId: id, roles, substitutesFor, sessionId };
}

/** For how long the directory read from the database serves: a new role or absence is felt after that. */
const KEPT_FOR = 15_000;

/** Who can sign in, with which roles; read whole, since a town hall is some hundreds of people. */
@Injectable()
export class PersonDirectory {
  private kept: { readonly people: Promise<ReadonlyMap<string, KnownPerson>>; readonly readAt: number } | undefined;

  constructor(private readonly database: Database) {}

  /** The active person of this id. */
  async find(id: string): Promise<KnownPerson | undefined> {
    return (await this.people()).get(id);
  }

  /** Everyone who can sign in, in the town's own order. */
  async all(): Promise<readonly KnownPerson[]> {
    return [...(await this.people()).values()];
  }

  /** The active person with one of these logins or, failing that, one of these mail addresses (case ignored). */
  async match(logins: readonly string[], emails: readonly string[]): Promise<KnownPerson | undefined> {
    const people = await this.all();
    const among = (list: readonly string[], value: string): boolean =>
      list.some((one) => one.toLowerCase() === value.toLowerCase());
    return people.find(({ login }) => among(logins, login)) ?? people.find(({ email }) => among(emails, email));
  }

  /** To call after a change of people, roles or absences made by this process. */
  forget(): void {
    this.kept = undefined;
  }

  private async people(): Promise<ReadonlyMap<string, KnownPerson>> {
    const now = Date.now();
    if (this.kept === undefined || now - this.kept.readAt > KEPT_FOR) {
      this.kept = { people: this.read(now), readAt: now };
    }
    const { kept } = this;
    try {
      return await kept.people;
    } catch (error) {
      if (this.kept === kept) this.kept = undefined;
      throw error;
    }
  }

  private async read(now: number): Promise<ReadonlyMap<string, KnownPerson>> {
    const today = civilDay(now);
    const [rows, absences] = await Promise.all([
      this.database.query<PersonRow>(PEOPLE),
      this.database.query<AbsenceRow>(ABSENCES, [today]),
    ]);
    const inForce = absences.map(({ processes, ...absence }) => ({ ...absence, ...definedOf({ processes }) }));
    const directory = { absences: inForce, people: rows } as unknown as Directory;
    return new Map(rows.map((row) => [row.id, knownPerson(row, directory, today)]));
  }
}

interface PersonRow {
  readonly id: string;
  readonly login: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly functionTitle: string | null;
  readonly substitutes: readonly string[];
  readonly roles: readonly RoleRow[];
}

interface AbsenceRow extends Omit<Absence, 'processes' | 'message'> {
  readonly processes: readonly string[] | null;
}

interface RoleRow {
  readonly role: Role;
  readonly organisation: string;
  /** Of the role's own department, directorate or division; null for the whole organisation. */
  readonly departments: readonly string[] | null;
  readonly team: string | null;
}

const PEOPLE = `
  SELECT p.id, p.login, p.email, p.first_name AS "firstName", p.last_name AS "lastName",
    p.data->>'functionTitle' AS "functionTitle", coalesce(p.data->'substitutes', '[]') AS substitutes,
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'organisation', r.organisation, 'team', r.team,
      'departments', CASE
        WHEN r.department IS NOT NULL THEN jsonb_build_array(r.department)
        WHEN coalesce(r.directorate, r.division) IS NULL THEN NULL
        ELSE coalesce((SELECT jsonb_agg(d.id) FROM departments d JOIN directorates di ON di.id = d.directorate
          WHERE d.directorate = r.directorate OR (r.directorate IS NULL AND di.division = r.division)), '[]') END))
      FROM person_roles r WHERE r.person_id = p.id), '[]') AS roles
  FROM people p WHERE p.active ORDER BY (p.data->>'rank')::int NULLS LAST, p.login`;

const ABSENCES = `
  SELECT id, person_id AS person, from_date::text AS "from", to_date::text AS "to", substitutes, processes
  FROM absences WHERE $1::date BETWEEN from_date AND to_date`;

function knownPerson(row: PersonRow, directory: Directory, today: LocalDate): KnownPerson {
  const { id, login, email, functionTitle } = row;
  return {
    id,
    login,
    email,
    name: personName(row),
    functionTitle: functionTitle ?? '',
    roles: row.roles.map(({ role, ...place }) => ({ role, perimeter: perimeterOf(place) })),
    substitutesFor: replacedBy(directory, id, today).flatMap(({ onBehalfOf, rule = '', processes }) =>
      onBehalfOf === undefined ? [] : [{ personId: onBehalfOf, rule, ...definedOf({ processes }) }],
    ),
  };
}

function perimeterOf({ organisation, departments, team }: Omit<RoleRow, 'role'>): Perimeter {
  return {
    organisation,
    ...(departments === null ? {} : { departments }),
    ...(team === null ? {} : { team }),
  };
}

/** The civil day in the town hall, whatever the machine's zone. */
function civilDay(now: number): LocalDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(now) as LocalDate;
}
