import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { v7 as uuidv7 } from 'uuid';
import type { AccountColumnName } from '../../domain/people/account-columns.js';
import type { HeldRole, Person } from '../../domain/people/directory.js';
import { typeset } from '../../domain/text/french-typography.js';
import type { AccountRow, AccountState } from '../database/repositories/accounts.repository.js';
import type { ChangedField } from '../database/repositories/settings.repository.js';
import { faultsOf } from '../http/validation.pipe.js';
import { changedAccountFields } from './account-fields.js';
import { NewAccountDto } from './accounts.dto.js';
import type { AccountFault, AccountLine } from './read-accounts-file.js';
import { roleOfCells, type RolePlaces } from './role-of-cells.js';

/** What a file would make of one account; the lines that name one login speak of one person. */
export interface PlannedAccount {
  readonly line: number;
  readonly login: string;
  readonly name: string;
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'refused';
  readonly fields: readonly ChangedField[];
  readonly faults: readonly AccountFault[];
  /** Deactivated: the file changes what it holds, and does not let it in again. */
  readonly inactive: boolean;
  readonly after: AccountState;
}

/** The town as it is when the file is looked at. */
export interface AccountsToday extends RolePlaces {
  readonly accounts: readonly AccountRow[];
}

const TEXT_COLUMNS = {
  prénom: 'firstName',
  nom: 'lastName',
  courriel: 'email',
  téléphone: 'phone',
  fonction: 'functionTitle',
} as const satisfies Partial<Record<AccountColumnName, keyof Person>>;

type TextColumn = keyof typeof TEXT_COLUMNS;
const TEXTS = Object.entries(TEXT_COLUMNS) as readonly (readonly [TextColumn, (typeof TEXT_COLUMNS)[TextColumn]])[];

/**
 * What each account of the file becomes. An empty cell changes nothing; the roles of a file replace those of its person,
 * and nobody is deactivated by not being in it.
 */
export function planAccounts(lines: readonly AccountLine[], today: AccountsToday): readonly PlannedAccount[] {
  const groups = new Map<string, readonly AccountLine[]>();
  for (const line of lines) {
    const login = (line.cells.identifiant ?? '').toLowerCase();
    groups.set(login, [...(groups.get(login) ?? []), line]);
  }
  const owners = new Map(today.accounts.map(({ person }) => [person.email.toLowerCase(), person.login.toLowerCase()]));
  const planned = [...groups].map(([login, its]) => planOne(its, { login, owners, today }));
  return keepAnAdministrator(planned, today.accounts);
}

interface Asked {
  readonly login: string;
  /** The login to which each address belongs, in the town and above in the file. */
  readonly owners: Map<string, string>;
  readonly today: AccountsToday;
}

function planOne(lines: readonly AccountLine[], asked: Asked): PlannedAccount {
  const { login, owners, today } = asked;
  const before = today.accounts.find(({ person }) => person.login.toLowerCase() === login);
  const given = textsOf(lines);
  const roles = lines.map((line) => roleOfCells(line, today));
  const held = roles.flatMap(({ role }) => (role === undefined ? [] : [role]));
  const known: Person = before?.person ?? { ...NOBODY, id: `p-${uuidv7()}`, login };
  const person: Person = { ...known, ...given.texts, roles: mergedRoles(known.roles, held) };
  const faults = [
    ...given.faults,
    ...roles.flatMap((one) => one.faults),
    ...wrongTexts(lines, person, before),
    ...takenAddress(lines, person, asked),
  ];
  if (faults.length === 0) owners.set(person.email.toLowerCase(), login);
  const fields = faults.length === 0 ? changedAccountFields(today.directory, before?.person, person) : [];
  return {
    line: lines[0]?.line ?? 1,
    login,
    name: `${person.firstName} ${person.lastName}`.trim(),
    outcome: outcomeOf({ faults, before, fields }),
    fields,
    faults,
    inactive: before?.active === false,
    after: before === undefined ? { person, active: true, version: 0 } : { ...before, person },
  };
}

function takenAddress(
  lines: readonly AccountLine[],
  { email }: Person,
  { login, owners }: Asked,
): readonly AccountFault[] {
  const owner = owners.get(email.toLowerCase());
  if (email === '' || owner === undefined || owner === login) return [];
  return [faultAt(lines, 'courriel', { code: 'taken', detail: 'Cette adresse est déjà celle de quelqu’un.' })];
}

const NOBODY = {
  ...{ firstName: '', lastName: '', email: '', phone: '', functionTitle: '' },
  roles: [],
  substitutes: [],
} as const satisfies Partial<Person>;

function outcomeOf({
  faults,
  before,
  fields,
}: Pick<PlannedAccount, 'faults' | 'fields'> & { readonly before: AccountRow | undefined }): PlannedAccount['outcome'] {
  if (faults.length > 0) return 'refused';
  if (before === undefined) return 'created';
  return fields.length === 0 ? 'unchanged' : 'changed';
}

/** The first value of each column; another one lower down contradicts it. */
function textsOf(lines: readonly AccountLine[]): {
  readonly texts: Partial<Person>;
  readonly faults: AccountFault[];
} {
  const faults: AccountFault[] = [];
  const texts = TEXTS.flatMap(([column, key]) => {
    const said = lines.flatMap(({ line, cells }) =>
      cells[column] === undefined ? [] : [{ line, text: cells[column] }],
    );
    const other = said.find(({ text }) => text !== said[0]?.text);
    if (other !== undefined) {
      const detail = `Plus haut, « ${said[0]?.text ?? ''} » est donné pour la même personne.`;
      faults.push({ line: other.line, column, code: 'contradiction', detail: typeset(detail) });
    }
    return said[0] === undefined ? [] : [[key, said[0].text] as const];
  });
  return { texts: Object.fromEntries(texts), faults };
}

/**
 * The roles of a file replace those held; the same role at the same place keeps what the file does not say of it: its
 * themes, its neighbourhoods. A file without roles leaves them.
 */
function mergedRoles(before: readonly HeldRole[], given: readonly HeldRole[]): readonly HeldRole[] {
  if (given.length === 0) return before;
  const merged = given.map((one) => {
    const held = before.find((other) => roleKey(other) === roleKey(one));
    return held === undefined ? one : { ...held, ...(one.quartiers === undefined ? {} : { quartiers: one.quartiers }) };
  });
  const whole = (one: HeldRole): string => `${roleKey(one)} ${(one.quartiers ?? []).join(' ')}`;
  const roles = new Map(merged.map((one) => [whole(one), one]));
  return roles.size === before.length && before.every((one) => roles.has(whole(one))) ? before : [...roles.values()];
}

function roleKey({ role, organisation, division, directorate, department, team }: HeldRole): string {
  return [role, organisation, team ?? department ?? directorate ?? division ?? ''].join(' ');
}

/** The rules of the form of an account, for what the file gives and for what a new account lacks. */
function wrongTexts(
  lines: readonly AccountLine[],
  person: Person,
  before: AccountRow | undefined,
): readonly AccountFault[] {
  const { login, firstName, lastName, email, phone, functionTitle } = person;
  const form = plainToInstance(NewAccountDto, { login, firstName, lastName, email, phone, functionTitle, roles: [] });
  const found = faultsOf(validateSync(form, { validationError: { target: true, value: true } }));
  const columns: readonly (readonly [AccountColumnName, string])[] = [...TEXTS, ['identifiant', 'login']];
  return columns.flatMap(([column, key]) => {
    const given = lines.some(({ cells }) => cells[column] !== undefined);
    const fault = found.find(({ pointer }) => pointer === `/${key}`);
    if (fault === undefined || (before !== undefined && (!given || column === 'identifiant'))) return [];
    return [
      faultAt(lines, column, given ? fault : { code: 'missing', detail: 'Nouveau compte : cette case est attendue.' }),
    ];
  });
}

function faultAt(
  lines: readonly AccountLine[],
  column: AccountColumnName,
  { code, detail }: { readonly code: string; readonly detail: string },
): AccountFault {
  const line = lines.find(({ cells }) => cells[column] !== undefined) ?? lines[0];
  return { line: line?.line ?? 1, column, code, detail: typeset(detail) };
}

/** Nobody would be left to look after Parvis: those who would lose that role keep it. */
function keepAnAdministrator(
  planned: readonly PlannedAccount[],
  accounts: readonly AccountRow[],
): readonly PlannedAccount[] {
  const administers = ({ person, active }: AccountState): boolean =>
    active && person.roles.some(({ role }) => role === 'administrator');
  const after = new Map<string, AccountState>(accounts.map((one) => [one.person.id, one]));
  for (const one of planned) if (one.outcome !== 'refused') after.set(one.after.person.id, one.after);
  if ([...after.values()].some(administers)) return planned;
  const administrators = new Set(accounts.filter(administers).map(({ person }) => person.id));
  const detail = 'Il doit rester au moins une personne en activité à l’administration de Parvis.';
  return planned.map((one) =>
    administrators.has(one.after.person.id)
      ? {
          ...one,
          outcome: 'refused',
          fields: [],
          faults: [...one.faults, { line: one.line, column: 'rôle', code: 'lastAdministrator', detail }],
        }
      : one,
  );
}
