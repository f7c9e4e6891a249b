import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { personOf, type Delegation, type Directory } from '../../domain/people/directory.js';
import { personName } from '../../domain/people/person-name.js';
import { longDate, typeset } from '../../domain/text/french-typography.js';
import { MailFailure } from '../../activities/ports/mailer.js';
import { SmtpMailer } from '../adapters/smtp-mailer.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Job } from '../commands/job.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { takeEndingDelegations } from '../database/repositories/delegation-arretes.repository.js';
import { linesBlock, link, paragraph } from '../letters/blocks/compose.js';
import { mailContent } from '../letters/mails/mail-content.js';
import { DirectoryService } from '../people/directory.service.js';
import { letterheadOf, OrganisationsService } from '../people/organisations.service.js';

const EVERY = 10 * 60_000;
/** Long enough to have another arrêté signed and published. */
const DAYS_BEFORE = 14;

/** Tells the delegate and the authority, once and by mail, that a delegation ends within two weeks. */
@Injectable()
export class EndingDelegationsJob extends Job {
  private readonly logger = new Logger(EndingDelegationsJob.name);
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
    const ids = new Set(
      await takeEndingDelegations(this.database, { today: await this.calendars.today(), days: DAYS_BEFORE }),
    );
    if (ids.size === 0) return;
    const directory = await this.directory.current();
    for (const delegation of directory.delegations.filter(({ id }) => ids.has(id)))
      await this.tell(delegation, directory);
  }

  private async tell(delegation: Delegation, directory: Directory): Promise<void> {
    const content = mailContent({
      organisation: letterheadOf(await this.organisations.sheet(delegation.organisation)),
      ...endingWords(delegation, directory, this.config.publicUrl),
    });
    const host = new URL(this.config.publicUrl).hostname;
    for (const id of new Set([delegation.person, delegation.authority])) {
      const email = personOf(directory, id)?.email;
      if (email === undefined) continue;
      try {
        await this.mailer.send({
          ...content,
          to: email,
          automatic: true,
          messageId: `<delegation-${randomUUID()}@${host}>`,
        });
      } catch (error) {
        if (!(error instanceof MailFailure)) throw error;
        // The page of both says it too: a mail that does not leave is not the only way to know.
        this.logger.warn(`Notice of the end of ${delegation.id}: ${error.code}`);
      }
    }
  }
}

function endingWords(
  { person, arrete, to }: Delegation,
  directory: Directory,
  publicUrl: string,
): Pick<Parameters<typeof mailContent>[0], 'subject' | 'blocks'> {
  const delegate = personOf(directory, person);
  const who = delegate === undefined ? person : personName(delegate);
  return {
    subject: typeset(`La délégation n° ${arrete} prend fin le ${longDate(to)}`),
    blocks: [
      ...paragraph(
        `La délégation de signature donnée à ${who} par l’arrêté n° ${arrete} prend fin le ${longDate(to)}. Passé ce jour, les lettres qui en dépendent ne pourront plus être signées.`,
      ),
      ...linesBlock([link('Voir les délégations', `${publicUrl}/delegations`)]),
    ],
  };
}
