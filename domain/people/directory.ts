import type { LocalDate } from '../time/local-date.js';
import type { Role } from './role.js';

/** Who works in the town hall, where, under whom, and who may act for whom: the town's data, read and never guessed. */
export interface Directory {
  readonly organisations: readonly Organisation[];
  readonly divisions: readonly Division[];
  readonly directorates: readonly Directorate[];
  readonly departments: readonly Department[];
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly absences: readonly Absence[];
  readonly delegations: readonly Delegation[];
}

/** A legal person: the commune, its agglomération, its social centre (CCAS). */
export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** As letters name it: « Ville de … ». */
  readonly legalName: string;
  /** The id of the person who signs by right: mayor, president of the agglomération, president of the CCAS. */
  readonly authority: string;
  /** Title of that authority in a formula: « le Maire », « la Présidente ». */
  readonly authorityTitle: string;
}

export const ORGANISATION_KINDS = ['commune', 'agglomeration', 'ccas'] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A « pôle », under a DGA. The CCAS has none. */
export interface Division {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
}

/** A « direction », under a director. */
export interface Directorate {
  readonly id: string;
  readonly organisation: string;
  readonly division?: string;
  readonly name: string;
}

/** A municipal « service ». Ids are those of `process-catalog/departments.csv`. */
export interface Department {
  readonly id: string;
  readonly organisation: string;
  readonly directorate: string;
  readonly name: string;
  /** Since that day it takes nothing new; what was done keeps its name. */
  readonly closedOn?: LocalDate;
}

/** `<department>.<team>`: what a definition routes to. */
export interface Team {
  readonly id: string;
  readonly department: string;
  readonly name: string;
}

/** The department of a team, by its id. */
export function departmentOfTeam(team: string): string {
  return team.split('.')[0] ?? team;
}

export interface Person {
  readonly id: string;
  /** Unique; the account with which the person signs in. */
  readonly login: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Grammatical gender of the words that name the function. */
  readonly gender?: 'f' | 'm';
  /** As printed in letters: « Cheffe du service Voirie ». */
  readonly functionTitle: string;
  readonly email: string;
  readonly phone: string;
  readonly roles: readonly HeldRole[];
  readonly superior?: string;
  /** Who acts when the person is away and named nobody else, in order of preference. */
  readonly substitutes: readonly string[];
  /** Public or personal safety: letters print the department, not the name (CRPA, L111-2). */
  readonly anonymised?: boolean;
}

/** A role within its perimeter: the narrower fields say where it ends. */
export interface HeldRole {
  readonly role: Role;
  readonly organisation: string;
  readonly division?: string;
  readonly directorate?: string;
  readonly department?: string;
  readonly team?: string;
  /** Neighbourhoods served; absent: all of them. */
  readonly quartiers?: readonly string[];
  /** Themes an elected official answers for; absent: all of them. */
  readonly themes?: readonly string[];
}

/** Both days included. Nothing is rewritten when it begins or ends: who acts is computed from the dates. */
export interface Absence {
  readonly id: string;
  readonly person: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** In order of preference; empty: those the person's own entry declares. */
  readonly substitutes: readonly string[];
  /** Where somebody else stands in for these processes only; absent: for everything, and the person counts as away. */
  readonly processes?: readonly string[];
  /** What colleagues read who come across the person's work meanwhile. */
  readonly message?: string;
}

/**
 * An arrêté by which an authority lets somebody sign. For a commune: function to elected officials (CGCT, L2122-18),
 * signature to DGS, DGA and heads of department (L2122-19); agglomération: L5211-9; CCAS: vice-president and director
 * only (CASF, R123-23).
 */
export interface Delegation {
  readonly id: string;
  /** The delegate. */
  readonly person: string;
  /** The person whose power it is. */
  readonly authority: string;
  readonly organisation: string;
  readonly kind: DelegationKind;
  /** Themes; absent: every matter of the organisation. */
  readonly matters?: readonly string[];
  /** Holds only while the delegate acts for this absent person. */
  readonly inAbsenceOf?: string;
  readonly from: LocalDate;
  /** Last day, included. */
  readonly to: LocalDate;
  /** Number of the arrêté, printed in letters. */
  readonly arrete: string;
}

export const DELEGATION_KINDS = ['signature', 'function'] as const;

export type DelegationKind = (typeof DELEGATION_KINDS)[number];

/** The person of that id, or undefined. */
export function personOf(directory: Directory, id: string): Person | undefined {
  return directory.people.find((person) => person.id === id);
}

/** Everybody who holds the role with that perimeter, in the directory's order. */
export function holdersOf(directory: Directory, perimeter: HeldRole): readonly Person[] {
  return directory.people.filter((person) => person.roles.some((held) => covers(held, perimeter)));
}

/** True when every place named in the perimeter asked is named, with the same value, in the role held. */
function covers(held: HeldRole, asked: HeldRole): boolean {
  return (
    held.role === asked.role &&
    held.organisation === asked.organisation &&
    (asked.division === undefined || held.division === asked.division) &&
    (asked.directorate === undefined || held.directorate === asked.directorate) &&
    (asked.department === undefined || held.department === asked.department) &&
    (asked.team === undefined || held.team === asked.team)
  );
}
