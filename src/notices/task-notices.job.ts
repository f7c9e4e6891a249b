import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { MailFailure } from '../../activities/ports/mailer.js';
import { closingOf, isOpenDay, localDateOf, minutesOfDay, type Calendar } from '../../domain/time/calendar.js';
import { SmtpMailer } from '../adapters/smtp-mailer.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Job } from '../commands/job.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { releaseTaskNotices, takeTasksToNotice } from '../database/repositories/task-notices.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { letterheadOf, OrganisationsService } from '../people/organisations.service.js';
import { groupNotices, type PersonNotice } from './group-notices.js';
import { ASKED_BY_KIND, taskNoticesMail } from './task-notices-mail.js';

const EVERY = 30_000;
/** What is done within two minutes needs no mail; what comes within them goes into one. */
const SETTLED_FOR_SECONDS = 120;

/** Tells people by mail of the tasks that have opened for them, in opening hours, many in one mail. */
@Injectable()
export class TaskNoticesJob extends Job {
  private readonly logger = new Logger(TaskNoticesJob.name);
  private readonly mailer: SmtpMailer;

  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly organisations: OrganisationsService,
    private readonly calendars: CalendarService,
    private readonly config: Config,
  ) {
    super(EVERY);
    this.mailer = new SmtpMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  }

  protected override async run(): Promise<void> {
    const calendars = Object.values((await this.calendars.current()).calendars);
    if (!calendars.some((calendar) => isOpenNow(calendar, Date.now()))) return;
    const taken = await takeTasksToNotice(this.database, SETTLED_FOR_SECONDS);
    const tasks = taken.filter(({ kind }) => ASKED_BY_KIND[kind] !== undefined);
    const notices = groupNotices(tasks, await this.directory.current(), await this.calendars.today());
    for (const notice of notices) await this.send(notice);
  }

  private async send({ person, tasks }: PersonNotice): Promise<void> {
    const [first] = tasks;
    if (first === undefined) return;
    const sheet = await this.organisations.sheet(first.organisation);
    const content = taskNoticesMail({
      organisation: letterheadOf(sheet),
      publicUrl: this.config.publicUrl,
      tasks,
    });
    const host = new URL(this.config.publicUrl).hostname;
    const message = { ...content, to: person.email, automatic: true, messageId: `<notice-${randomUUID()}@${host}>` };
    try {
      await this.mailer.send(message);
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      this.logger.warn(`Notice to ${person.id}: ${error.code}`);
      if (error.kind === 'unavailable' && error.certainlyNotSent) {
        await releaseTaskNotices(this.database, tasks.map(({ id }) => id)); // prettier-ignore
      }
    }
  }
}

/** Whether a town hall of that calendar is open at this instant: nobody is written to at night. */
export function isOpenNow(calendar: Calendar, now: number): boolean {
  const date = localDateOf(calendar, now);
  if (!isOpenDay(calendar, date)) return false;
  const minutes = minutesOfDay(calendar, now);
  return minutes >= calendar.hours.opensAt && minutes < closingOf(calendar, date);
}
