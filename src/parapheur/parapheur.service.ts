import { Injectable } from '@nestjs/common';
import type { Directory } from '../../domain/people/directory.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import { closingOf, isOpenDay, localDateOf, type Calendars } from '../../domain/time/calendar.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CaseGate } from '../cases/case-gate.js';
import { Database } from '../database/database.js';
import { lastOpenedText, parapheurRows, type ParapheurRow } from '../database/repositories/parapheur.repository.js';
import { findText } from '../database/repositories/texts.repository.js';
import { Page } from '../http/pagination.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { TaskDto } from '../tasks/task.dto.js';
import { TasksService } from '../tasks/tasks.service.js';
import type { LetterChangesDto, ParapheurItemDto } from './parapheur.dto.js';

/** Twice what the busiest validator ever has: a parapheur is read whole. */
const MOST = 200;

/** What a validator has to read, endorse and sign, the most urgent first: their own and that of whoever they replace. */
@Injectable()
export class ParapheurService {
  constructor(
    private readonly tasks: TasksService,
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarService,
    private readonly gate: CaseGate,
  ) {}

  async list(actor: Actor): Promise<Page<ParapheurItemDto>> {
    const mine = { scope: 'mine', limit: MOST } as const;
    const [toEndorse, toSign] = await Promise.all([
      this.tasks.list(actor, { ...mine, kind: 'endorse' }),
      this.tasks.list(actor, { ...mine, kind: 'sign' }),
    ]);
    const tasks = [...toEndorse.items, ...toSign.items].sort(byUrgency);
    const ids = tasks.map(({ id }) => id);
    const rows = new Map((await parapheurRows(this.database, ids, actor.personId)).map((row) => [row.taskId, row]));
    const [directory, { calendars }] = await Promise.all([this.directory.current(), this.calendars.current()]);
    return new Page(
      tasks.flatMap((task) => {
        const row = rows.get(task.id);
        return row === undefined ? [] : [describe(task, row, { directory, calendars })];
      }),
    );
  }

  /** What the text was when the reader last had it before their eyes, and what it is. */
  async changes(actor: Actor, taskId: string): Promise<LetterChangesDto> {
    const { caseId } = await this.tasks.find(actor, taskId);
    const { caseFile } = await this.gate.readCase(actor, caseId, 'case.read');
    const { answer } = caseFile;
    if (answer === undefined) return {};
    const asked = { caseId, person: actor.personId, otherThan: answer.letter.hash };
    const [before, now] = await Promise.all([
      lastOpenedText(this.database, asked),
      findText(this.database, answer.text.id),
    ]);
    return {
      ...(typeof before?.text === 'string' ? { before: before.text, openedAt: before.openedAt.toISOString() } : {}),
      ...(now === undefined ? {} : { now }),
    };
  }
}

interface Surroundings {
  readonly directory: Directory;
  readonly calendars: Calendars;
}

function byUrgency(one: TaskDto, other: TaskDto): number {
  const [a, b] = [one, other].map(({ dueOn = '9999', openedAt }) => `${dueOn} ${openedAt}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function describe(task: TaskDto, row: ParapheurRow, { directory, calendars }: Surroundings): ParapheurItemDto {
  const { letterId, letterHash, theme, author, conclusion, opened, openedBefore, endorsements, initials } = row;
  const today = todayOf(calendars, task.organisation);
  return {
    ...task,
    letterId,
    letterHash,
    theme,
    departmentName: directory.departments.find(({ id }) => id === task.department)?.name ?? task.department,
    author: namedPerson(directory, author),
    conclusion,
    ...(initials === null ? {} : { initials }),
    visas: endorsements.map(({ role, person, onBehalfOf, at }) => ({
      roleWords: ROLE_WORDS[role],
      person: namedPerson(directory, person),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf: namedPerson(directory, onBehalfOf) }),
      at: new Date(at).toISOString(),
    })),
    opened,
    changed: openedBefore && !opened,
    ...(task.onBehalfOf === undefined ? {} : { behalf: namedPerson(directory, task.onBehalfOf) }),
    urgent: task.dueOn !== undefined && task.dueOn === today.date,
    ...(today.closesAt === undefined ? {} : { closesAt: today.closesAt }),
  };
}

function todayOf(calendars: Calendars, organisation: string): { date: string; closesAt?: string } {
  const calendar = calendars[organisation];
  if (calendar === undefined) return { date: '' };
  const date = localDateOf(calendar, Date.now());
  if (!isOpenDay(calendar, date)) return { date };
  const minutes = closingOf(calendar, date);
  const two = (value: number): string => String(value).padStart(2, '0');
  return { date, closesAt: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}
