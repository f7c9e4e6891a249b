import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { messageIdOf } from '../../activities/message-id.js';
import { MailFailure, type MailMessage } from '../../activities/ports/mailer.js';
import { SmtpMailer } from '../adapters/smtp-mailer.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { DrainingJob } from '../commands/job.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import {
  markMessage,
  takeMessageToSend,
  type MessageToSend,
} from '../database/repositories/case-messages.repository.js';
import { findCaseFile } from '../database/repositories/cases.repository.js';
import { tellScreens } from '../database/repositories/notes.repository.js';
import { findRequest } from '../database/repositories/requests.repository.js';
import { plainMessageMail } from '../letters/mails/citizen-mails.js';
import { letterheadOf, OrganisationsService } from '../people/organisations.service.js';

const EVERY = 5_000;

/**
 * Sends plain messages to citizens. Each is reserved before it leaves and marked after: what a process that died left
 * reserved is sent again under the same Message-ID, so that none is lost; it may then come twice.
 */
@Injectable()
export class SendMessagesJob extends DrainingJob implements OnApplicationShutdown {
  private readonly logger = new Logger(SendMessagesJob.name);
  private readonly mailer: SmtpMailer;

  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly organisations: OrganisationsService,
    private readonly config: Config,
  ) {
    super(EVERY);
    this.mailer = new SmtpMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }

  protected override async takeOne(): Promise<boolean> {
    const message = await takeMessageToSend(this.database);
    if (message === undefined) return false;
    await this.send(message);
    return true;
  }

  private async send(message: MessageToSend): Promise<void> {
    const { effectId, caseId } = message;
    const messageId = messageIdOf(effectId);
    await markMessage(this.database, effectId, { state: 'reserved', messageId });
    const state = await this.attempt(message, messageId);
    await this.database.transaction(async (sql) => {
      await markMessage(sql, effectId, { state });
      await tellScreens(sql, caseId, 0);
    });
  }

  private async attempt(message: MessageToSend, messageId: string): Promise<'sent' | 'failed' | 'toSend' | 'reserved'> {
    const mail = await this.mailOf(message, messageId);
    if (mail === undefined) return 'failed';
    try {
      await this.mailer.send(mail);
      return 'sent';
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      this.logger.warn(`Message ${message.id}: ${error.code}`);
      if (error.kind === 'refused') return 'failed';
      return error.certainlyNotSent ? 'toSend' : 'reserved';
    }
  }

  /** Undefined where the citizen has no address any more. */
  private async mailOf({ caseId, body }: MessageToSend, messageId: string): Promise<MailMessage | undefined> {
    const caseFile = await findCaseFile(this.database, caseId);
    const to = (await findRequest(this.database, caseId))?.citizen?.email;
    if (caseFile === undefined || to === undefined) return undefined;
    const { title } = await this.catalog.definition(caseFile.definition.hash);
    const content = plainMessageMail({
      organisation: letterheadOf(await this.organisations.sheet(caseFile.organisation)),
      caseNumber: caseFile.caseNumber,
      title,
      followUrl: this.config.followUrl,
      // Mail boxes are shared and read on the way: what is under professional secrecy is read where the code is asked.
      ...(caseFile.sensitive ? {} : { text: body }),
    });
    return { ...content, to, messageId };
  }
}
