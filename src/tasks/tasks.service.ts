import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../../domain/case/case-file.js';
import { may, scopeOf } from '../../domain/people/permission.js';
import type { Person } from '../../domain/people/directory.js';
import { personName } from '../../domain/people/person-name.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql, type ScopeColumns, type SqlCondition } from '../auth/scope-sql.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Database } from '../database/database.js';
import { claimTask, releaseTask } from '../database/repositories/task-claims.repository.js';
import {
  countTaskGroups,
  countTasks,
  findTask,
  findTaskAndCase,
  listTasks,
  loadByPerson,
  takeNext,
  type TaskFilter,
  type TaskRow,
} from '../database/repositories/tasks.repository.js';
import { definedOf } from '../http/defined-of.js';
import { GroupedPage, groupsBeginning } from '../http/grouped-page.js';
import { decodeCursor, pageOf, type CursorKey, type Page } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { audienceOf, onBehalfOf, subjectOf } from './task-audience.js';
import type { PersonNameDto, TakeNextDto, TaskCountDto, TaskDto, TaskQuery } from './task.dto.js';

const COLUMNS: ScopeColumns = {
  organisation: 't.organisation',
  department: 't.department',
  sector: 't.sector',
  sensitive: 't.sensitive',
  teams: (list) => `t.team = ANY (${list})`,
  holders: (list) => `(t.holder = ANY (${list}) OR t.claimed_by = ANY (${list}))`,
  involved: (list) => `(t.holder = ANY (${list}) OR t.claimed_by = ANY (${list}))`,
  processes: (list) => `t.process_id = ANY (${list})`,
};

/** Cards of each kind (late; due or undated) that a week shows: more would be a list, and there is one. */
const PLANNED_AT_MOST = 200;

/** From the first day that still counts to the last of the week. */
export interface PlannedWeek {
  readonly today: string;
  readonly from: string;
  readonly to: string;
}

/** What a department has to do in a week. */
export interface DepartmentTasks {
  readonly tasks: readonly { readonly task: TaskDto; readonly mayMove: boolean }[];
  readonly load: Awaited<ReturnType<typeof loadByPerson>>;
  /** There are more than are given. */
  readonly cut: boolean;
}

/** Lists of what is to be done, and who has it. */
@Injectable()
export class TasksService {
  private named: { readonly people?: readonly Person[]; readonly names: ReadonlyMap<string, string> } = {
    names: new Map(),
  };

  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarService,
  ) {}

  async list(actor: Actor, query: TaskQuery): Promise<Page<TaskDto>> {
    const { group, limit } = query;
    const after = decodeCursor(query.cursor, group === undefined ? 3 : 4);
    const asked = {
      filter: await this.filterOf(query),
      who: audienceOf(actor),
      scope: readScope(actor, query.scope),
    };
    const grouping = group === undefined ? undefined : { by: group, today: await this.today() };
    const rows = await listTasks(this.database, {
      ...asked,
      grouping,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    const names = await this.names();
    const page = pageOf(rows, limit, keyOf).map((row) => taskDto(row, actor, names));
    if (grouping === undefined) return page;
    const begun = groupsBeginning(rows.slice(0, limit), after?.[0]);
    const counts = begun.length === 0 ? [] : await countTaskGroups(this.database, { ...asked, grouping });
    const sizes = new Map(counts.map(({ id, n }) => [id, n]));
    const groups = begun.map((id) => ({ id, count: sizes.get(id) ?? 0, more: false }));
    return new GroupedPage(page.items, page.nextCursor, groups);
  }

  async counts(actor: Actor, query: TaskQuery): Promise<readonly TaskCountDto[]> {
    const filter = await this.filterOf(query);
    return countTasks(
      this.database,
      { filter, who: audienceOf(actor), scope: readScope(actor, query.scope) },
      { today: await this.today(), next: await this.calendars.nextOpenDay() },
    );
  }

  /**
   * What is open in a department and due within a week or late, with how much each person has open in all. Late ones are
   * counted apart: a long backlog must not push the days of the week out of the list.
   */
  async ofDepartment(actor: Actor, department: string, week: PlannedWeek): Promise<DepartmentTasks> {
    const who = { ...audienceOf(actor), teams: [], departments: [department] };
    const scope = readScope(actor, 'team');
    const filter: TaskFilter = { scope: 'team', department };
    const [late, due, load] = await Promise.all([
      listTasks(this.database, { filter: { ...filter, lateOn: week.today }, who, scope, limit: PLANNED_AT_MOST }),
      listTasks(this.database, { filter: { ...filter, dueWithin: week }, who, scope, limit: PLANNED_AT_MOST }),
      loadByPerson(this.database, { filter, who, scope }, week.today),
    ]);
    const names = await this.names();
    const pages = [late, due].map((rows) => rows.slice(0, PLANNED_AT_MOST));
    return {
      tasks: pages.flat().map((row) => ({
        task: taskDto(row, actor, names),
        mayMove: row.kind === 'answer' && may(actor, 'task.reassign', subjectOf(row, actor)),
      })),
      load,
      cut: [late, due].some((rows) => rows.length > PLANNED_AT_MOST),
    };
  }

  /** @throws Refusal `task.not-found` where it does not exist or the reader may not see it */
  async find(actor: Actor, id: string): Promise<TaskRow> {
    return readable(actor, await findTask(this.database, id));
  }

  /** The same, with the file of the case, for whoever is about to act. */
  async findWithCase(actor: Actor, id: string): Promise<TaskRow & { readonly caseFile: CaseFile }> {
    return readable(actor, await findTaskAndCase(this.database, id));
  }

  async read(actor: Actor, id: string): Promise<TaskDto> {
    return taskDto(await this.find(actor, id), actor, await this.names());
  }

  async claim(actor: Actor, id: string): Promise<TaskDto> {
    const task = await this.find(actor, id);
    if (!may(actor, 'task.claim', subjectOf(task, actor))) throw new Refusal('auth.forbidden');
    const holder = await claimTask(this.database, id, actor.personId);
    if (holder === undefined) throw new Refusal('case.task-ended');
    if (holder !== actor.personId) throw new Refusal('task.held-by-another');
    return this.read(actor, id);
  }

  async release(actor: Actor, id: string): Promise<TaskDto> {
    const task = await this.find(actor, id);
    if (!task.open) throw new Refusal('case.task-ended');
    await releaseTask(this.database, id, actor.personId);
    return this.read(actor, id);
  }

  /** The most urgent task that is nobody's; two people at once never get the same one. */
  async takeNext(actor: Actor, wanted: TakeNextDto): Promise<TaskDto> {
    const filter: TaskFilter = { scope: 'team', ...definedOf(wanted) };
    const scope = (first: number): SqlCondition => scopeSql(scopeOf(actor, 'task.claim'), COLUMNS, first);
    const id = await takeNext(this.database, { filter, who: audienceOf(actor), scope }, actor.personId);
    if (id === undefined) throw new Refusal('task.none-left');
    return this.read(actor, id);
  }

  private async filterOf(query: TaskQuery): Promise<TaskFilter> {
    const { scope, kind, department, quartier, late, state } = query;
    return {
      scope,
      ...definedOf({ kind, department, quartier, state }),
      ...(late === true ? { lateOn: await this.today() } : {}),
    };
  }

  private async today(): Promise<string> {
    return this.calendars.today();
  }

  /** Made once for each state of the directory: a list is asked for more often than anybody changes name. */
  private async names(): Promise<ReadonlyMap<string, string>> {
    const { people } = await this.directory.current();
    if (this.named.people !== people)
      this.named = { people, names: new Map(people.map((person) => [person.id, personName(person)])) };
    return this.named.names;
  }
}

function keyOf({ group, dueOn, openedAt, id }: TaskRow): CursorKey {
  return [...(group === undefined ? [] : [group]), dueOn ?? 'infinity', openedAt.toISOString(), id];
}

function readable<T extends TaskRow>(actor: Actor, task: T | undefined): T {
  if (task === undefined || !may(actor, 'task.read', subjectOf(task, actor))) throw new Refusal('task.not-found');
  return task;
}

/** One's own tasks need no second look; a team's are those the permission table lets one read. */
function readScope(actor: Actor, list: 'mine' | 'team'): (first: number) => SqlCondition {
  if (list === 'mine') return () => ({ sql: 'true', params: [] });
  return (first) => scopeSql(scopeOf(actor, 'task.read'), COLUMNS, first);
}

function taskDto(row: TaskRow, actor: Actor, names: ReadonlyMap<string, string>): TaskDto {
  const person = (id: string): PersonNameDto => ({ id, name: names.get(id) ?? id });
  const { holder, claimedBy, team, quartier, openRequest, dueOn, promisedOn, clockState } = row;
  return {
    id: row.id,
    caseId: row.caseId,
    caseNumber: row.caseNumber,
    title: row.title,
    processId: row.processId,
    kind: row.kind,
    role: row.role,
    organisation: row.organisation,
    department: row.department,
    sensitive: row.sensitive,
    open: row.open,
    openedAt: row.openedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    ...definedOf({
      words: row.words,
      team,
      quartier,
      openRequest,
      dueOn,
      promisedOn,
      clockState,
      endedAt: row.endedAt?.toISOString(),
      onBehalfOf: onBehalfOf(row, actor).onBehalfOf,
    }),
    ...(holder === null ? {} : { holder: person(holder) }),
    ...(claimedBy === null ? {} : { claimedBy: person(claimedBy) }),
    ...(row.group === undefined ? {} : { group: row.group }),
  };
}
