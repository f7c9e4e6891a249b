import { Injectable } from '@nestjs/common';
import type { TaskKind } from '../../domain/case/case-file.js';
import { TASK_WORDS } from '../../domain/text/case-words.js';
import { typeset } from '../../domain/text/french-typography.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { PersonDirectory } from '../auth/person-directory.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import {
  deleteFeed,
  dueTasksOf,
  feedOf,
  personOfFeed,
  replaceFeed,
  type DueTask,
} from '../database/repositories/calendar-feeds.repository.js';
import { digestOfSecret, newAddressSecret } from '../http/address-secret.js';
import { Refusal } from '../http/refusal.js';
import type { CalendarFeedDto, NewCalendarFeedDto } from './calendar-feed.dto.js';
import { icalendarOf, type CalendarDay } from './icalendar.js';

/** Bytes of the secret in the address: nobody guesses it. */
const SECRET_BYTES = 32;
/** Days that one calendar shows: more would slow the programs that read it every hour. */
const DAYS_AT_MOST = 500;

/** A person's own due dates for the calendar of their choice, at an address that only they know and may take back. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonDirectory,
    private readonly config: Config,
  ) {}

  async mine(actor: Actor): Promise<CalendarFeedDto> {
    const createdAt = await feedOf(this.database, actor.personId);
    return createdAt === undefined ? {} : { createdAt: createdAt.toISOString() };
  }

  /** A new address; the former one stops to work. */
  async replace(actor: Actor): Promise<NewCalendarFeedDto> {
    const secret = newAddressSecret(SECRET_BYTES);
    const createdAt = await replaceFeed(this.database, actor.personId, digestOfSecret(secret));
    const url = new URL(`/api/v1/public/calendars/${secret}`, this.config.publicUrl).href;
    return { createdAt: createdAt.toISOString(), url };
  }

  async revoke(actor: Actor): Promise<void> {
    await deleteFeed(this.database, actor.personId);
  }

  /** @throws Refusal `http.not-found` where the address was taken back, or its person no longer works here */
  async read(secret: string): Promise<string> {
    const personId = await personOfFeed(this.database, digestOfSecret(secret));
    const person = personId === undefined ? undefined : await this.people.find(personId);
    if (person === undefined) throw new Refusal('http.not-found');
    const tasks = await dueTasksOf(this.database, person.id, DAYS_AT_MOST);
    return icalendarOf(
      typeset('Parvis : mes échéances'),
      tasks.map((task) => this.dayOf(task)),
      new Date(),
    );
  }

  private dayOf({ id, kind, caseNumber, title, dueOn }: DueTask): CalendarDay {
    const url = new URL(`/taches/${encodeURIComponent(id)}`, this.config.publicUrl);
    const what = TASK_WORDS[kind as TaskKind].toLowerCase();
    return {
      uid: `${id}@${url.hostname}`,
      on: dueOn as LocalDate,
      summary: typeset(`${caseNumber} : ${title === null ? what : `${title} (${what})`}`),
      url: url.href,
    };
  }
}
