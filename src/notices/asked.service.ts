import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../domain/time/calendar.js';
import type { KnownPerson } from '../auth/person-directory.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Database } from '../database/database.js';
import { replacementsToldIn } from '../database/repositories/replacement-notices.repository.js';
import { tasksOpenedIn } from '../database/repositories/task-notices.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { groupNotices, type NoticedTask } from './group-notices.js';
import type { Period } from './news.service.js';
import type { ReplacedPerson } from './replacement-lines.js';
import { ReplacementNotices } from './replacement-notices.js';
import { ASKED_BY_KIND } from './task-notices-mail.js';

/** What the digest of the morning says is asked of a person: whom they replace, and what came for them. */
@Injectable()
export class AskedService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarService,
    private readonly notices: ReplacementNotices,
  ) {}

  /** Those of the person, of their teams and of whoever they replace that day. */
  async tasks(person: KnownPerson, period: Period): Promise<readonly NoticedTask[]> {
    const opened = await tasksOpenedIn(this.database, period);
    const tasks = opened.filter(({ kind }) => ASKED_BY_KIND[kind] !== undefined);
    const day = localDateOf(await this.calendars.calendarFor(person), period.to.getTime());
    return groupNotices(tasks, await this.directory.current(), day)
      .filter((group) => group.person.id === person.id)
      .flatMap((group) => group.tasks);
  }

  /** Whom the person replaces at the end of the period, and whether they have known it of one since it began only. */
  async replacements(
    { id }: KnownPerson,
    period: Period,
  ): Promise<{ readonly replaced: readonly ReplacedPerson[]; readonly begins: boolean }> {
    const replaced = await this.notices.peopleReplacedBy(id, period.to.getTime());
    if (replaced.length === 0) return { replaced, begins: false };
    const told = await replacementsToldIn(this.database, id, period);
    return { replaced, begins: replaced.some(({ absenceId }) => told.includes(absenceId)) };
  }
}
