import { Injectable } from '@nestjs/common';
import {
  NOTIFICATION_LEVELS,
  type NotificationChannel,
  type NotificationLevel,
} from '../../domain/people/notification-channel.js';
import { MINUTE, type Instant } from '../../domain/time/instant.js';
import { PersonDirectory, type KnownPerson } from '../auth/person-directory.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Database } from '../database/database.js';
import {
  allChosenChannels,
  moveToldUntil,
  type ChosenChannels,
} from '../database/repositories/notification-channels.repository.js';
import { AskedService } from './asked.service.js';
import { digestMoment } from './digest-moment.js';
import { digestMail, newsMail } from './news-mails.js';
import { NewsService, type Period } from './news.service.js';
import { NoticeMailer, type Notice } from './notice-mailer.js';

/** What comes within two minutes goes into one mail. */
const SETTLED = 2 * MINUTE;

/** The mails that a person asked for: the digest of the morning, and what happened, at once. */
@Injectable()
export class ChosenMails {
  constructor(
    private readonly database: Database,
    private readonly people: PersonDirectory,
    private readonly calendars: CalendarService,
    private readonly news: NewsService,
    private readonly asked: AskedService,
    private readonly mailer: NoticeMailer,
  ) {}

  /**
   * At 8:30 of each day on which the person's organisation is open, or as soon as the product runs again that day: what is
   * new since the digest before. Nothing new, no mail.
   */
  async sendDigests(now: Instant): Promise<void> {
    for (const chosen of await allChosenChannels(this.database)) {
      if (levelsBy(chosen, 'digest').length === 0) continue;
      const person = await this.people.find(chosen.personId);
      if (person === undefined) continue;
      const moment = digestMoment(await this.calendars.calendarFor(person), now);
      if (moment === undefined || chosen.digestedUntil.getTime() >= moment) continue;
      await this.sendDigest(person, chosen, { from: chosen.digestedUntil, to: new Date(moment) });
    }
  }

  /** What happened since the last mail, in opening hours; what is asked has its own, whoever chose nothing gets it too. */
  async sendNews(now: Instant): Promise<void> {
    if (!(await this.mailer.mayWriteAt(now))) return;
    for (const chosen of await allChosenChannels(this.database)) {
      const levels = levelsBy(chosen, 'mail').filter((level) => level !== 'action');
      const person = levels.length === 0 ? undefined : await this.people.find(chosen.personId);
      if (person === undefined) continue;
      const period = { from: chosen.mailedUntil, to: new Date(now - SETTLED) };
      const cases = await this.news.of(person, levels, period);
      if (cases.length === 0) continue;
      await this.send(person, { by: 'mail', period }, (paper) => newsMail({ ...paper, cases }));
    }
  }

  private async sendDigest(person: KnownPerson, chosen: ChosenChannels, period: Period): Promise<void> {
    const levels = levelsBy(chosen, 'digest');
    const { replaced, begins } = await this.asked.replacements(person, period);
    const [tasks, isNew] = levels.includes('action') ? [await this.asked.tasks(person, period), begins] : [[], false];
    const cases = await this.news.of(person, levels.filter((level) => level !== 'action'), period); // prettier-ignore
    if (tasks.length + cases.length === 0 && !isNew) {
      await moveToldUntil(this.database, { personId: person.id, by: 'digest', ...period });
      return;
    }
    await this.send(person, { by: 'digest', period }, (paper) => digestMail({ ...paper, replaced, tasks, cases }));
  }

  /** Said to be told before it is, so that two processes do not both tell it; taken back where it certainly did not leave. */
  private async send(
    person: KnownPerson,
    { by, period: { from, to } }: { readonly by: 'mail' | 'digest'; readonly period: Period },
    mail: Notice['mail'],
  ): Promise<void> {
    const personId = person.id;
    const organisation = person.roles[0]?.perimeter.organisation;
    if (organisation === undefined) return;
    if (!(await moveToldUntil(this.database, { personId, by, from, to }))) return;
    const again = await this.mailer.send({ organisation, to: person.email, about: personId, mail });
    if (again) await moveToldUntil(this.database, { personId, by, from: to, to: from });
  }
}

function levelsBy(chosen: ChosenChannels, channel: NotificationChannel): readonly NotificationLevel[] {
  return NOTIFICATION_LEVELS.filter((level) => chosen[level] === channel);
}
