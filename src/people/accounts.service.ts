import { Injectable } from '@nestjs/common';
import type { Directory, HeldRole, Person } from '../../domain/people/directory.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import type { Actor } from '../auth/allow.js';
import { PersonDirectory } from '../auth/person-directory.js';
import { Database, type Sql } from '../database/database.js';
import {
  findAccount,
  insertAccount,
  listAccounts,
  otherAdministrators,
  takenBy,
  updateAccount,
  type AccountRow,
} from '../database/repositories/accounts.repository.js';
import { idUnder } from '../http/idempotency.js';
import { Refusal } from '../http/refusal.js';
import { SettingsJournalService } from '../settings/settings-journal.service.js';
import { accountLabel, changedAccountFields } from './account-fields.js';
import type { AccountChangeDto, AccountDto, NewAccountDto } from './accounts.dto.js';
import { DirectoryService } from './directory.service.js';

/** Who may sign in, and what each may reach. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly people: PersonDirectory,
    private readonly journal: SettingsJournalService,
  ) {}

  async list(): Promise<readonly AccountDto[]> {
    return (await listAccounts(this.database)).map(accountDto);
  }

  async read(id: string): Promise<AccountDto> {
    return accountDto(await this.find(id));
  }

  /** An answer that was lost is given again: what somebody changed meanwhile stays. */
  async add(actor: Actor, given: NewAccountDto, clientKey: string): Promise<AccountDto> {
    const person: Person = { ...given, id: idUnder('p', actor, clientKey), roles: given.roles, substitutes: [] };
    const known = await findAccount(this.database, person.id);
    if (known !== undefined) return accountDto(known);
    await this.check(person);
    await this.database.transaction(async (sql) => {
      await insertAccount(sql, person);
      await this.tell(sql, actor, { person });
    });
    this.forget();
    return this.read(person.id);
  }

  async change(
    actor: Actor,
    { id, version }: Pick<AccountDto, 'id' | 'version'>,
    { active, ...given }: AccountChangeDto,
  ): Promise<AccountDto> {
    const before = await this.find(id);
    const changed = JSON.parse(JSON.stringify(given)) as Partial<Person>;
    const person: Person = { ...before.person, ...changed };
    const after = { person, active: active ?? before.active, version };
    await this.check(person);
    await this.keepAnAdministrator(after);
    const done = await this.database.transaction(async (sql) => {
      if (!(await updateAccount(sql, after))) return false;
      await this.tell(sql, actor, { before, ...after });
      return true;
    });
    if (!done) throw new Refusal('request.version-mismatch', { current: accountDto(await this.find(id)) });
    this.forget();
    return this.read(id);
  }

  /** One line of the journal of settings for each change of an account, with before and after. */
  private async tell(
    sql: Sql,
    actor: Actor,
    {
      before,
      person,
      active = true,
    }: { readonly before?: AccountRow; readonly person: Person; readonly active?: boolean },
  ): Promise<void> {
    const fields = changedAccountFields(await this.directory.current(), before?.person, person);
    const state = { label: 'État', before: stateWords(before?.active), after: stateWords(active) };
    const label = accountLabel(person);
    await this.journal.write(sql, actor, { subject: `account:${person.id}`, label, fields: [...fields, state] });
  }

  private async find(id: string): Promise<AccountRow> {
    const account = await findAccount(this.database, id);
    if (account === undefined) throw new Refusal('person.not-found');
    return account;
  }

  private async check(person: Person): Promise<void> {
    const taken = await takenBy(this.database, person);
    if (taken !== undefined) {
      const detail =
        taken === 'login' ? 'Cet identifiant est déjà pris.' : 'Cette adresse est déjà celle de quelqu’un.';
      throw invalid(`/${taken}`, 'taken', detail);
    }
    const directory = await this.directory.current();
    person.roles.forEach((role, i) => {
      checkRole(directory, role, `/roles/${String(i)}`);
    });
  }

  private async keepAnAdministrator({ person, active }: Pick<AccountRow, 'person' | 'active'>): Promise<void> {
    const stays = active && person.roles.some(({ role }) => role === 'administrator');
    if (!stays && (await otherAdministrators(this.database, person.id)) === 0)
      throw new Refusal('person.last-administrator');
  }

  private forget(): void {
    this.directory.forget();
    this.people.forget();
  }
}

/** A perimeter that names a place of another organisation would silently reach nothing. */
function checkRole(directory: Directory, held: HeldRole, pointer: string): void {
  const { organisation, department, team, division, directorate } = held;
  if (!directory.organisations.some(({ id }) => id === organisation))
    throw invalid(`${pointer}/organisation`, 'unknown', 'Cette organisation n’existe pas.');
  const within = (list: readonly { readonly id: string; readonly organisation: string }[], id: string): boolean =>
    list.some((one) => one.id === id && one.organisation === organisation);
  checkDepartment(directory, held, `${pointer}/department`);
  if (directorate !== undefined && !within(directory.directorates, directorate))
    throw invalid(`${pointer}/directorate`, 'unknown', 'Cette direction n’est pas de cette organisation.');
  if (division !== undefined && !within(directory.divisions, division))
    throw invalid(`${pointer}/division`, 'unknown', 'Ce pôle n’est pas de cette organisation.');
  if (
    team !== undefined &&
    !directory.teams.some((one) => one.id === team && (department ?? one.department) === one.department)
  )
    throw invalid(`${pointer}/team`, 'unknown', 'Cette équipe n’est pas de ce service.');
}

function checkDepartment(directory: Directory, { organisation, department }: HeldRole, pointer: string): void {
  if (department === undefined) return;
  const known = directory.departments.find((one) => one.id === department && one.organisation === organisation);
  if (known === undefined) throw invalid(pointer, 'unknown', 'Ce service n’est pas de cette organisation.');
  if (known.closedOn !== undefined) throw invalid(pointer, 'closed', 'Ce service est fermé.');
}

function stateWords(active: boolean | undefined): string {
  if (active === undefined) return '';
  return active ? 'en activité' : 'désactivé';
}

function accountDto({ person, active, version, lastAccess }: AccountRow): AccountDto {
  const { id, login, firstName, lastName, email, functionTitle, phone, roles } = person;
  return {
    ...{ id, login, firstName, lastName, email, functionTitle, phone, active, version },
    ...(lastAccess === null ? {} : { lastAccess }),
    roles: roles.map((held) => ({ ...held, words: ROLE_WORDS[held.role] })),
  };
}

function invalid(pointer: string, code: string, detail: string): Refusal {
  return new Refusal('request.invalid', { faults: [{ pointer, code, detail }] });
}
