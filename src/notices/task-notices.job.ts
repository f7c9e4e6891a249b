import { Injectable } from '@nestjs/common';
import { usualChannels } from '../../domain/people/notification-channel.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Job } from '../commands/job.js';
import { Database } from '../database/database.js';
import { allChosenChannels } from '../database/repositories/notification-channels.repository.js';
import { releaseTaskNotices, takeTasksToNotice } from '../database/repositories/task-notices.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { groupNotices, type PersonNotice } from './group-notices.js';
import { NoticeMailer } from './notice-mailer.js';
import { ASKED_BY_KIND, taskNoticesMail } from './task-notices-mail.js';

const EVERY = 30_000;
/** What is done within two minutes needs no mail; what comes within them goes into one. */
const SETTLED_FOR_SECONDS = 120;

/** Tells people by mail of the tasks that have opened for them, in opening hours, many in one mail: those who want it at once. */
@Injectable()
export class TaskNoticesJob extends Job {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarService,
    private readonly mailer: NoticeMailer,
  ) {
    super(EVERY);
  }

  protected override async run(): Promise<void> {
    if (!(await this.mailer.mayWriteAt(Date.now()))) return;
    const taken = await takeTasksToNotice(this.database, SETTLED_FOR_SECONDS);
    const tasks = taken.filter(({ kind }) => ASKED_BY_KIND[kind] !== undefined);
    if (tasks.length === 0) return;
    const notices = groupNotices(tasks, await this.directory.current(), await this.calendars.today());
    const chosen = new Map((await allChosenChannels(this.database)).map((one) => [one.personId, one]));
    for (const notice of notices) {
      const { action } = chosen.get(notice.person.id) ?? usualChannels(notice.person.roles);
      if (action === 'mail') await this.send(notice);
    }
  }

  private async send({ person, tasks }: PersonNotice): Promise<void> {
    const [first] = tasks;
    if (first === undefined) return;
    const again = await this.mailer.send({
      organisation: first.organisation,
      to: person.email,
      about: person.id,
      mail: (paper) => taskNoticesMail({ ...paper, tasks }),
    });
    if (again) await releaseTaskNotices(this.database, tasks.map(({ id }) => id)); // prettier-ignore
  }
}
