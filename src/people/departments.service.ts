import { Injectable } from '@nestjs/common';
import { departmentsNamed } from '../../domain/process/departments-named.js';
import { typeset } from '../../domain/text/french-typography.js';
import type { Actor } from '../auth/allow.js';
import { PersonDirectory } from '../auth/person-directory.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database, type Sql } from '../database/database.js';
import {
  findDepartment,
  findDirectorate,
  insertDepartment,
  insertTeam,
  listDepartments,
  lockDepartment,
  updateDepartment,
  updateTeam,
  workAwaiting,
  type DepartmentRow,
} from '../database/repositories/departments.repository.js';
import { changedMeanwhile } from '../http/content-version.js';
import { Refusal, type Fault } from '../http/refusal.js';
import { SettingsJournalService } from '../settings/settings-journal.service.js';
import type {
  DepartmentSettingsDto,
  DepartmentsSettingsDto,
  DepartmentTextsDto,
  NewDepartmentDto,
  NewTeamDto,
  TeamSettingsDto,
} from './departments.dto.js';
import { changedFields, departmentDto, stateOf, teamDto, versionOf, type DepartmentState } from './department-state.js';
import { DirectoryService } from './directory.service.js';
import { whyNotClosed } from './why-not-closed.js';

/** What was read of a thing: its version alone lets it be changed. */
interface Read {
  readonly id: string;
  readonly version: number;
}

/** The town's departments and teams. None is deleted: cases, journal and figures name them for ever. */
@Injectable()
export class DepartmentsService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly people: PersonDirectory,
    private readonly catalog: CatalogService,
    private readonly journal: SettingsJournalService,
  ) {}

  async list(): Promise<DepartmentsSettingsDto> {
    const [rows, { directorates, divisions }, processes] = await Promise.all([
      listDepartments(this.database),
      this.directory.current(),
      this.processesByDepartment(),
    ]);
    return {
      directorates: directorates.map(({ id, name, organisation, division }) => {
        const named = divisions.find((one) => one.id === division);
        return { id, name, organisation, ...(named === undefined ? {} : { division: named.name }) };
      }),
      departments: rows.map((row) => departmentDto(row, processes)),
    };
  }

  async read(id: string): Promise<DepartmentSettingsDto> {
    return departmentDto(found(await findDepartment(this.database, id)), await this.processesByDepartment());
  }

  /** An answer that was lost is given again; an id belongs to one department. */
  async add(actor: Actor, given: NewDepartmentDto): Promise<DepartmentSettingsDto> {
    if ((await findDirectorate(this.database, given.directorate)) === undefined)
      throw invalid('/directorate', 'unknown', 'Cette direction n’existe pas.');
    await this.inTown(async (sql) => {
      const added = await insertDepartment(sql, given);
      const row = found(await findDepartment(sql, given.id));
      if (added) return this.tell(sql, actor, { after: stateOf(row) });
      if (row.name !== given.name || row.directorate !== given.directorate) throw taken('/id', row.name);
    });
    return this.read(given.id);
  }

  async change(actor: Actor, read: Read, given: DepartmentTextsDto): Promise<DepartmentSettingsDto> {
    return this.save(actor, read, async (sql, before) => {
      const above = await findDirectorate(sql, given.directorate);
      if (above?.organisation !== before.organisation)
        throw invalid('/directorate', 'unknown', 'Cette direction n’est pas de l’organisation de ce service.');
      return { ...stateOf(before), name: given.name, directorate: given.directorate };
    });
  }

  /** A department that something or somebody still names stays open. */
  async setClosed(actor: Actor, read: Read, closed: boolean): Promise<DepartmentSettingsDto> {
    return this.save(actor, read, async (sql, before, processes) => {
      if (closed && before.closedOn === null) {
        const work = await workAwaiting(sql, read.id);
        const why = whyNotClosed({ ...work, people: before.people, processes: processes.get(read.id) ?? 0 });
        if (why !== undefined) throw new Refusal('department.in-use', { faults: [fault('/closed', 'inUse', why)] });
      }
      return { ...stateOf(before), closed };
    });
  }

  async addTeam(actor: Actor, department: string, { slug, name }: NewTeamDto): Promise<TeamSettingsDto> {
    const team = { id: `${department}.${slug}`, department, name };
    await this.inTown(async (sql) => {
      const its = found(await lockDepartment(sql, department));
      if (its.closedOn !== null) throw new Refusal('department.closed');
      if (await insertTeam(sql, team)) return this.tellTeam(sql, actor, { its, id: team.id, before: '', after: name });
      const known = its.teams.find(({ id }) => id === team.id);
      if (known?.name !== name) throw taken('/slug', known?.name ?? team.id);
    });
    return teamDto(team);
  }

  async renameTeam(
    actor: Actor,
    { department, id, version }: Read & { readonly department: string },
    name: string,
  ): Promise<TeamSettingsDto> {
    const after = teamDto({ id, name });
    await this.inTown(async (sql) => {
      const its = found(await lockDepartment(sql, department));
      const team = its.teams.find((one) => one.id === id);
      if (team === undefined) throw new Refusal('team.not-found');
      const before = teamDto(team);
      requireVersion(version, { before, after });
      await updateTeam(sql, after);
      await this.tellTeam(sql, actor, { its, id, before: before.name, after: name });
    });
    return after;
  }

  private async save(
    actor: Actor,
    { id, version }: Read,
    work: (sql: Sql, before: DepartmentRow, processes: ReadonlyMap<string, number>) => Promise<DepartmentState>,
  ): Promise<DepartmentSettingsDto> {
    const processes = await this.processesByDepartment();
    await this.inTown(async (sql) => {
      const row = found(await lockDepartment(sql, id));
      const before = departmentDto(row, processes);
      const after = await work(sql, row, processes);
      requireVersion(version, { before, after: { version: versionOf(after) } });
      await updateDepartment(sql, after);
      await this.tell(sql, actor, { before: stateOf(row), after });
    });
    return departmentDto(found(await findDepartment(this.database, id)), processes);
  }

  private async inTown(work: (sql: Sql) => Promise<void>): Promise<void> {
    await this.database.transaction(work);
    this.directory.forget();
    this.people.forget();
  }

  /** How many processes in force bring work to each department. */
  private async processesByDepartment(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { runnable } of await this.catalog.list())
      for (const department of departmentsNamed(runnable)) counts.set(department, (counts.get(department) ?? 0) + 1);
    return counts;
  }

  private async tell(
    sql: Sql,
    actor: Actor,
    { before, after }: { readonly before?: DepartmentState; readonly after: DepartmentState },
  ): Promise<void> {
    const fields = changedFields(await this.directory.current(), before, after);
    await this.journal.write(sql, actor, { subject: `department:${after.id}`, label: `Service ${after.name}`, fields });
  }

  private async tellTeam(
    sql: Sql,
    actor: Actor,
    { its, id, before, after }: { readonly its: DepartmentRow } & Readonly<Record<'id' | 'before' | 'after', string>>,
  ): Promise<void> {
    const label = `Équipe ${after} (${its.name})`;
    await this.journal.write(sql, actor, { subject: `team:${id}`, label, fields: [{ label: 'Nom', before, after }] });
  }
}

function found(row: DepartmentRow | undefined): DepartmentRow {
  if (row === undefined) throw new Refusal('department.not-found');
  return row;
}

/** @throws Refusal `request.version-mismatch` with what is stored now */
function requireVersion(
  read: number,
  { before, after }: { readonly before: { readonly version: number }; readonly after: { readonly version: number } },
): void {
  if (changedMeanwhile(read, { stored: before.version, next: after.version }))
    throw new Refusal('request.version-mismatch', { current: before });
}

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer, code, detail };
}

function invalid(pointer: string, code: string, detail: string): Refusal {
  return new Refusal('request.invalid', { faults: [fault(pointer, code, detail)] });
}

function taken(pointer: string, name: string): Refusal {
  return invalid(pointer, 'taken', typeset(`Cet identifiant est déjà celui de « ${name} ».`));
}
