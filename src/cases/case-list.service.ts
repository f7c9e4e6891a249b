import { Injectable } from '@nestjs/common';
import type { Directory } from '../../domain/people/directory.js';
import { covers, scopeOf } from '../../domain/people/permission.js';
import { instantAt, localDateOf, type Calendar } from '../../domain/time/calendar.js';
import { addDays, type LocalDate } from '../../domain/time/local-date.js';
import { sharesOf } from '../../domain/people/actor.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import {
  countCaseGroups,
  countCases,
  searchCases,
  subjectOfRow,
  type CaseFilter,
  type CaseListQuery,
  type CaseListRow,
} from '../database/repositories/case-search.repository.js';
import { nameOf } from '../database/repositories/requests.repository.js';
import { decodeKey, type CursorPart } from '../http/cursor-key.js';
import { GroupedPage, groupsBeginning, type ListGroupDto } from '../http/grouped-page.js';
import { type CursorKey, type Page, pageOf } from '../http/pagination.js';
import { DirectoryService } from '../people/directory.service.js';
import { departmentName, namedPerson } from '../people/person-names.js';
import {
  COUNTED_TO,
  type CaseCountDto,
  type CaseListFilterDto,
  type CaseListItemDto,
  type CaseListQueryDto,
} from './case-list.dto.js';
import { describeFound } from './describe-found.js';
import { isNumberSearch, readSearch } from './search-words.js';

/** The list of cases: searched, narrowed, page by page. */
@Injectable()
export class CaseListService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  async list(actor: Actor, query: CaseListQueryDto): Promise<Page<CaseListItemDto>> {
    const { cursor, limit, ...filter } = query;
    const asked = await this.askedBy(actor, filter);
    const { grouping } = asked;
    const after = decodeKey(cursor, keyParts(query));
    const given = { limit, withFound: true, ...(after === undefined ? {} : { after }) };
    const { rows, groups } = await this.database.transaction(async (sql) => {
      const rows = await searchCases(sql, { ...asked, ...given });
      if (grouping === undefined) return { rows };
      const groups = groupsBeginning(rows.slice(0, limit), after?.[0]);
      return { rows, groups: await countCaseGroups(sql, { ...asked, grouping, groups, most: COUNTED_TO + 1 }) };
    });
    const readable = scopeOf(actor, 'case.read');
    const directory = await this.directory.current();
    const page = pageOf(rows, limit, (row) => keyOf(query, row)).map((row) => ({
      ...(covers(readable, subjectOfRow(row)) ? itemOf(row, directory) : bareItem(row)),
      ...(row.group === undefined ? {} : { group: row.group }),
    }));
    return groups === undefined ? page : new GroupedPage(page.items, page.nextCursor, groups.map(groupDto));
  }

  /** How many cases the list holds, all pages of it. */
  async count(actor: Actor, query: CaseListFilterDto): Promise<CaseCountDto> {
    const asked = await this.askedBy(actor, query);
    const found = await this.database.transaction((sql) => countCases(sql, { ...asked, most: COUNTED_TO + 1 }));
    return { count: Math.min(found, COUNTED_TO), more: found > COUNTED_TO };
  }

  /** The cases of the list, all pages of it, in its order; `most` at most. */
  async idsOf(actor: Actor, query: CaseListFilterDto, most: number): Promise<readonly string[]> {
    const asked = await this.askedBy(actor, query);
    const rows = await this.database.transaction((sql) => searchCases(sql, { ...asked, limit: most - 1 }));
    return rows.map(({ caseId }) => caseId);
  }

  private async askedBy(
    actor: Actor,
    query: CaseListFilterDto,
  ): Promise<Pick<CaseListQuery, 'filter' | 'sort' | 'scope' | 'grouping'>> {
    const { group, ...narrowed } = query;
    const filter = await this.filterOf(actor, narrowed);
    // What a filter finds would tell something of a case that may not be read, as its group would: only numbers, states and
    // dates may.
    const isPublic = tellsNothing(filter) && (group === undefined || group === 'due');
    const scope = scopeOf(actor, isPublic ? 'case.search' : 'case.read');
    return {
      filter,
      sort: query.sort,
      scope: (first) => scopeSql(scope, CASE_COLUMNS, first),
      grouping: group === undefined ? undefined : { by: group, today: await this.calendars.today() },
    };
  }

  private async filterOf(actor: Actor, query: Omit<CaseListFilterDto, 'group'>): Promise<CaseFilter> {
    const { sort: _sort, q, mine, receivedFrom, receivedTo, ...plain } = query;
    const calendar = await this.anyCalendar();
    return {
      ...plain,
      ...readSearch(q ?? '', Number(localDateOf(calendar, Date.now()).slice(0, 4))),
      ...(mine === true ? { participants: sharesOf(actor) } : {}),
      ...(receivedFrom === undefined ? {} : { receivedFrom: midnight(calendar, receivedFrom, 0) }),
      ...(receivedTo === undefined ? {} : { receivedTo: midnight(calendar, receivedTo, 1) }),
    };
  }

  /** The organisations of a town share its zone. */
  private async anyCalendar(): Promise<Calendar> {
    const { calendars } = await this.calendars.current();
    const [calendar] = Object.values(calendars);
    if (calendar === undefined) throw new Error('The town has no calendar');
    return calendar;
  }
}

const TELLS_NOTHING: readonly (keyof CaseFilter)[] = [
  'numbers',
  'status',
  'dueFrom',
  'dueTo',
  'receivedFrom',
  'receivedTo',
];

function tellsNothing(filter: CaseFilter): boolean {
  const narrowing = (Object.keys(filter) as (keyof CaseFilter)[]).filter((key) => !TELLS_NOTHING.includes(key));
  return narrowing.length === 0 && isNumberSearch(filter);
}

function midnight(calendar: Calendar, date: string, days: number): string {
  return new Date(instantAt(calendar, addDays(date as LocalDate, days), 0)).toISOString();
}

type Order = Pick<CaseListQueryDto, 'sort' | 'group'>;

function keyParts({ sort, group }: Order): readonly CursorPart[] {
  return [...(group === undefined ? [] : (['text'] as const)), sort === 'due' ? 'day' : 'instant', 'uuid'];
}

function keyOf({ sort }: Order, { group, dueOn, receivedAt, caseId }: CaseListRow): CursorKey {
  return [...(group === undefined ? [] : [group]), sort === 'due' ? dueOn : receivedAt.toISOString(), caseId];
}

function groupDto({ id, n }: { readonly id: string; readonly n: number }): ListGroupDto {
  return { id, count: Math.min(n, COUNTED_TO), more: n > COUNTED_TO };
}

function bareItem({ caseId, caseNumber, status, receivedAt }: CaseListRow): CaseListItemDto {
  return { caseId, caseNumber, status, readable: false, receivedAt: printInstant(receivedAt.getTime()) };
}

function itemOf(row: CaseListRow, directory: Directory): CaseListItemDto {
  const {
    caseId,
    caseNumber,
    status,
    title,
    processId,
    theme,
    organisation,
    department,
    team,
    sensitive,
    channel,
    step,
    revision,
  } = row;
  const citizenName = nameOf({ ...present({ firstName: row.firstName, lastName: row.lastName }) });
  return {
    ...{
      caseId,
      caseNumber,
      status,
      title,
      processId,
      theme,
      organisation,
      department,
      team,
      sensitive,
      channel,
      step,
      revision,
    },
    readable: true,
    departmentName: departmentName(directory, department),
    receivedAt: printInstant(row.receivedAt.getTime()),
    ...present({
      quartier: row.quartier,
      conclusion: row.conclusion,
      holder: row.holder,
      promisedOn: row.promisedOn,
      dueOn: row.dueOn,
      clockState: row.clockState,
    }),
    ...(row.holder === null ? {} : { holderName: namedPerson(directory, row.holder).name }),
    ...(row.closedAt === null ? {} : { closedAt: printInstant(row.closedAt.getTime()) }),
    ...(citizenName === undefined ? {} : { citizenName }),
    ...(row.found === undefined ? {} : { found: describeFound(row.found) }),
  };
}

type Present<T> = { readonly [K in keyof T]?: NonNullable<T[K]> };

/** Columns without a value are absent from an answer, not null. */
function present<T extends Readonly<Record<string, string | null>>>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<T>;
}
