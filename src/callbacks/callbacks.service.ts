import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CITIZEN_RELATIONS } from '../../domain/people/citizen-relations.js';
import { departmentOfTeam, type Directory } from '../../domain/people/directory.js';
import { scopeOf } from '../../domain/people/permission.js';
import { laterDays } from '../../domain/time/later-days.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql, type SqlCondition } from '../auth/scope-sql.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { CaseGate } from '../cases/case-gate.js';
import { Database } from '../database/database.js';
import {
  callbacksOfCase,
  changeCallback,
  countCallbacks,
  endCallback,
  findCallback,
  insertCallback,
  listCallbacks,
  type CallbackRow,
  type NewCallback,
} from '../database/repositories/callbacks.repository.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import { tellScreens } from '../database/repositories/notes.repository.js';
import { nameOf } from '../database/repositories/requests.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { definedOf } from '../http/defined-of.js';
import { type Page, pageOf } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { departmentName, namedPerson, teamName } from '../people/person-names.js';
import { audienceOf } from '../tasks/task-audience.js';
import type { CallbackContentDto, CallbackCountsDto, CallbackDto, CallbackQueryDto, NewCallbackDto } from './callbacks.dto.js'; // prettier-ignore

/** What agents asked to be reminded of, for themselves or for their team. It moves no step and no clock. */
@Injectable()
export class CallbacksService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarService,
  ) {}

  async list(actor: Actor, { state, limit, cursor }: CallbackQueryDto): Promise<Page<CallbackDto>> {
    const after = decodeKey(cursor, ['day', 'uuid']);
    const rows = await listCallbacks(this.database, {
      state,
      limit,
      ...(await this.readBy(actor)),
      ...(after === undefined ? {} : { after }),
    });
    const directory = await this.directory.current();
    return pageOf(rows, limit, ({ dueOn, id }) => [dueOn, id]).map((row) => describe(row, directory));
  }

  async counts(actor: Actor): Promise<CallbackCountsDto> {
    return countCallbacks(this.database, await this.readBy(actor));
  }

  /** The days to which a callback is put off, by the calendar of the organisation in which the actor works. */
  async days(actor: Actor): Promise<readonly LocalDate[]> {
    return laterDays(await this.calendars.calendarFor(actor), await this.calendars.today());
  }

  async ofCase(actor: Actor, caseId: string): Promise<readonly CallbackDto[]> {
    await this.gate.readCase(actor, caseId, 'case.note');
    const directory = await this.directory.current();
    return (await callbacksOfCase(this.database, caseId)).map((row) => describe(row, directory));
  }

  async add(
    actor: Actor,
    caseId: string,
    { audience, dueOn, note, clientKey }: NewCallbackDto & { readonly clientKey: string },
  ): Promise<CallbackDto> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'case.note');
    await this.refusePast(dueOn);
    const { organisation, sector, revision } = caseFile;
    const id = await this.database.transaction(async (sql) => {
      const content = { dueOn, note: note.trim(), ...forWhom(actor, audience) };
      const known = await insertCallback(sql, { id: uuidv7(), caseId, organisation, sector, createdBy: actor.personId, clientKey, ...content }); // prettier-ignore
      await tellScreens(sql, caseId, revision);
      return known;
    });
    const made = await this.find(actor, id);
    if (made.caseId !== caseId || made.note !== note.trim()) throw new Refusal('request.idempotency-key-reused');
    return describe(made, await this.directory.current());
  }

  /** Put off, or said otherwise. */
  async change(
    actor: Actor,
    id: string,
    { dueOn, note, version }: CallbackContentDto & { readonly version: number },
  ): Promise<CallbackDto> {
    const { caseId } = await this.find(actor, id);
    await this.refusePast(dueOn);
    const changed = await this.database.transaction(async (sql) => {
      const done = await changeCallback(sql, { id, version, dueOn, note: note.trim() });
      if (done) await tellScreens(sql, caseId, 0);
      return done;
    });
    if (!changed) throw new Refusal('request.version-mismatch');
    return this.read(actor, id);
  }

  /** `doneBy`: who did it; undefined takes that back. Said twice, it is done once. */
  async end(actor: Actor, id: string, doneBy: string | undefined): Promise<CallbackDto> {
    const { caseId } = await this.find(actor, id);
    await this.database.transaction(async (sql) => {
      await endCallback(sql, id, doneBy);
      await tellScreens(sql, caseId, 0);
    });
    return this.read(actor, id);
  }

  private async read(actor: Actor, id: string): Promise<CallbackDto> {
    return describe(await this.find(actor, id), await this.directory.current());
  }

  /** One on a case that the actor may write on: colleagues see on the page of a case what is to be done there. */
  private async find(actor: Actor, id: string): Promise<CallbackRow> {
    const row = await findCallback(this.database, id);
    if (row === undefined) throw new Refusal('callback.not-found');
    await this.gate.readCase(actor, row.caseId, 'case.note');
    return row;
  }

  private async refusePast(dueOn: LocalDate): Promise<void> {
    if (dueOn >= (await this.calendars.today())) return;
    const fault = { pointer: '/dueOn', code: 'past', detail: 'Choisissez aujourd’hui ou un jour à venir.' };
    throw new Refusal('request.invalid', { faults: [fault] });
  }

  private async readBy(actor: Actor): Promise<{
    readonly today: LocalDate;
    readonly who: ReturnType<typeof audienceOf>;
    readonly scope: (first: number) => SqlCondition;
  }> {
    const readable = scopeOf(actor, 'case.note');
    return {
      today: await this.calendars.today(),
      who: audienceOf(actor),
      scope: (first) => scopeSql(readable, CASE_COLUMNS, first),
    };
  }
}

/** A team where the actor has one; else the team they lead, or their department. */
function forWhom(
  actor: Actor,
  audience: NewCallbackDto['audience'],
): Pick<NewCallback, 'person' | 'team' | 'department'> {
  const { teams, departments } = audienceOf(actor);
  const leadsAmbassadors = actor.roles.some(({ role }) => role === 'headOfCitizenRelations');
  const team = teams[0] ?? (leadsAmbassadors ? CITIZEN_RELATIONS.team : undefined);
  if (audience === 'team' && team !== undefined) return { team, department: departmentOfTeam(team) };
  const [department] = departments;
  return audience === 'team' && department !== undefined ? { department } : { person: actor.personId };
}

function describe(row: CallbackRow, directory: Directory): CallbackDto {
  const { id, version, caseId, caseNumber, title, dueOn, note, person, doneBy, doneAt } = row;
  const team = teamOf(row, directory);
  const name = nameOf(definedOf({ firstName: row.firstName, lastName: row.lastName }));
  return {
    ...{ id, version, caseId, caseNumber, title, dueOn, note },
    createdBy: namedPerson(directory, row.createdBy),
    ...definedOf({
      citizenName: name,
      phone: row.phone,
      doneAt: doneAt === null ? null : printInstant(doneAt.getTime()),
      team,
    }),
    ...(person === null ? {} : { person: namedPerson(directory, person) }),
    ...(doneBy === null ? {} : { doneBy: namedPerson(directory, doneBy) }),
  };
}

function teamOf({ team, department }: CallbackRow, directory: Directory): CallbackDto['team'] {
  if (team !== null) return { id: team, name: teamName(directory, team) };
  return department === null ? undefined : { id: department, name: departmentName(directory, department) };
}
