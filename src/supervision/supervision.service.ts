import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../domain/people/permission.js';
import { countOf, longDate, typeset } from '../../domain/text/french-typography.js';
import { localDateOf } from '../../domain/time/calendar.js';
import { isLocalDate, type LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import {
  countAttention,
  listAttention,
  type SupervisionCount,
} from '../database/repositories/supervision.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { type Page, pageOf } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { departmentName, namedPerson } from '../people/person-names.js';
import { stepInFrench } from './step-words.js';
import type { AttentionCaseDto, AttentionCountsDto, AttentionQueryDto, SupervisionDto } from './supervision.dto.js';

/** The head of the citizen-relations service's day: what is late, due, nobody's or waiting. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarService,
  ) {}

  async today(actor: Actor): Promise<SupervisionDto> {
    const day = await this.civilDay();
    const scope = scopeOf(actor, 'statistics.read');
    const counts = await countAttention(this.database, day, (first) => scopeSql(scope, CASE_COLUMNS, first));
    const directory = await this.directory.current();
    const total = sum(counts);
    return {
      day,
      sentence: sentenceOf(total, day),
      total,
      byDepartment: keysOf(counts, ({ department }) => department).map(([id, own]) => ({
        department: { id, name: departmentName(directory, id) },
        ...sum(own),
      })),
      byStep: keysOf(counts, ({ step }) => step).map(([step, own]) => ({
        step,
        words: stepInFrench(step),
        ...sum(own),
      })),
    };
  }

  async cases(actor: Actor, query: AttentionQueryDto): Promise<Page<AttentionCaseDto>> {
    const after = decodeKey(query.cursor, ['text', 'uuid']);
    const day = after?.[0];
    if (day !== undefined && day !== 'infinity' && !isLocalDate(String(day)))
      throw new Refusal('request.invalid-cursor');
    const scope = scopeOf(actor, 'statistics.read');
    const { kind, department, step, limit } = query;
    const rows = await listAttention(this.database, {
      today: await this.civilDay(),
      kind,
      limit,
      ...(department === undefined ? {} : { department }),
      ...(step === undefined ? {} : { step }),
      ...(after === undefined ? {} : { after }),
      scope: (first) => scopeSql(scope, CASE_COLUMNS, first),
    });
    const directory = await this.directory.current();
    return pageOf(rows, limit, ({ dueOn, caseId }) => [dueOn ?? 'infinity', caseId]).map((row) => ({
      caseId: row.caseId,
      caseNumber: row.caseNumber,
      ...(row.sensitive ? {} : { title: row.title }),
      department: { id: row.department, name: departmentName(directory, row.department) },
      step: row.step,
      stepWords: stepInFrench(row.step),
      holders: row.holders.map((id) => namedPerson(directory, id)),
      ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
      ...(row.clockState === null ? {} : { clockState: row.clockState }),
      receivedAt: printInstant(row.receivedAt.getTime()),
    }));
  }

  private async civilDay(): Promise<LocalDate> {
    const [calendar] = Object.values((await this.calendars.current()).calendars);
    if (calendar === undefined) throw new Error('The town has no calendar');
    return localDateOf(calendar, Date.now());
  }
}

function sum(counts: readonly SupervisionCount[]): AttentionCountsDto {
  const add = (key: keyof AttentionCountsDto): number => counts.reduce((total, one) => total + one[key], 0);
  return {
    open: add('open'),
    late: add('late'),
    dueToday: add('dueToday'),
    unassigned: add('unassigned'),
    waiting: add('waiting'),
  };
}

/** The most late first, then the most open. */
function keysOf(
  counts: readonly SupervisionCount[],
  keyOf: (count: SupervisionCount) => string,
): readonly (readonly [string, readonly SupervisionCount[]])[] {
  const keys = [...new Set(counts.map(keyOf))].map((key) => [key, counts.filter((one) => keyOf(one) === key)] as const);
  const late = ([, own]: (typeof keys)[number]): number => sum(own).late;
  const open = ([, own]: (typeof keys)[number]): number => sum(own).open;
  return keys.sort((one, other) => late(other) - late(one) || open(other) - open(one));
}

function sentenceOf({ open, late, dueToday }: AttentionCountsDto, day: LocalDate): string {
  const date = longDate(day);
  if (open === 0) return typeset(`Aucune demande en cours ce ${date}.`);
  if (late === 0 && dueToday === 0) return typeset(`Rien en retard ni à rendre aujourd’hui, ce ${date}.`);
  const parts = [
    ...(late === 0 ? [] : [`${String(late)} en retard`]),
    ...(dueToday === 0 ? [] : [`${String(dueToday)} à rendre aujourd’hui`]),
  ];
  return typeset(`${parts.join(' et ')}, sur ${countOf(open, 'demande')} en cours ce ${date}.`);
}
