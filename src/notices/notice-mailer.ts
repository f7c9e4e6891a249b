import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { MailFailure } from '../../activities/ports/mailer.js';
import { closingOf, isOpenDay, localDateOf, minutesOfDay, type Calendar } from '../../domain/time/calendar.js';
import type { Instant } from '../../domain/time/instant.js';
import { SmtpMailer } from '../adapters/smtp-mailer.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Config } from '../config/env.js';
import type { LetterOrganisation } from '../letters/letter-input.js';
import type { MailContent } from '../letters/mails/mail-content.js';
import { letterheadOf, OrganisationsService } from '../people/organisations.service.js';

/** A mail of the town hall to one of its own people. */
export interface Notice {
  readonly organisation: string;
  readonly to: string;
  /** Whom or what it is about, for the log: an id, never a name or an address. */
  readonly about: string;
  readonly mail: (paper: { readonly organisation: LetterOrganisation; readonly publicUrl: string }) => MailContent;
}

/** Tells people of the town hall by mail, in opening hours. A notice is no reply: it may come twice, and screens say the same. */
@Injectable()
export class NoticeMailer implements OnApplicationShutdown {
  private readonly logger = new Logger(NoticeMailer.name);
  private readonly mailer: SmtpMailer;

  constructor(
    private readonly organisations: OrganisationsService,
    private readonly calendars: CalendarService,
    private readonly config: Config,
  ) {
    this.mailer = new SmtpMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }

  /** Whether one of the organisations is open at this instant: nobody is written to at night. */
  async mayWriteAt(instant: Instant): Promise<boolean> {
    const calendars = Object.values((await this.calendars.current()).calendars);
    return calendars.some((calendar) => isOpenAt(calendar, instant));
  }

  /** @returns whether it certainly did not leave and is worth another try; a refused address is not */
  async send({ organisation, to, about, mail }: Notice): Promise<boolean> {
    const { publicUrl } = this.config;
    const content = mail({ organisation: letterheadOf(await this.organisations.sheet(organisation)), publicUrl });
    const messageId = `<notice-${randomUUID()}@${new URL(publicUrl).hostname}>`;
    try {
      await this.mailer.send({ ...content, to, automatic: true, messageId });
      return false;
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      this.logger.warn(`Notice to ${about}: ${error.code}`);
      return error.kind === 'unavailable' && error.certainlyNotSent;
    }
  }
}

function isOpenAt(calendar: Calendar, now: Instant): boolean {
  const date = localDateOf(calendar, now);
  if (!isOpenDay(calendar, date)) return false;
  const minutes = minutesOfDay(calendar, now);
  return minutes >= calendar.hours.opensAt && minutes < closingOf(calendar, date);
}
