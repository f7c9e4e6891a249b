import { Injectable } from '@nestjs/common';
import { personOf, type Delegation, type Directory } from '../../domain/people/directory.js';
import { personName } from '../../domain/people/person-name.js';
import { longDate, typeset } from '../../domain/text/french-typography.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Job } from '../commands/job.js';
import { Database } from '../database/database.js';
import {
  releaseEndingDelegation,
  takeEndingDelegations,
} from '../database/repositories/delegation-arretes.repository.js';
import { linesBlock, link, paragraph } from '../letters/blocks/compose.js';
import { mailContent } from '../letters/mails/mail-content.js';
import { NoticeMailer, type Notice } from '../notices/notice-mailer.js';
import { DirectoryService } from '../people/directory.service.js';

const EVERY = 10 * 60_000;
/** Long enough to have another arrêté signed and published. */
const DAYS_BEFORE = 14;

/** Tells the delegate and the authority, by mail and in opening hours, that a delegation ends within two weeks. */
@Injectable()
export class EndingDelegationsJob extends Job {
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
    const ids = new Set(
      await takeEndingDelegations(this.database, { today: await this.calendars.today(), days: DAYS_BEFORE }),
    );
    if (ids.size === 0) return;
    const directory = await this.directory.current();
    for (const id of ids) {
      const delegation = directory.delegations.find((one) => one.id === id);
      // The directory in memory may be older than the delegation: it is told at the next round.
      if (delegation === undefined) await releaseEndingDelegation(this.database, id);
      else await this.tell(delegation, directory);
    }
  }

  /** Told again at the next round where the mail server takes nothing, even if one of the two was reached. */
  private async tell(delegation: Delegation, directory: Directory): Promise<void> {
    let again = false;
    for (const person of new Set([delegation.person, delegation.authority])) {
      const to = personOf(directory, person)?.email;
      if (to === undefined) continue;
      const { organisation } = delegation;
      const missed = await this.mailer.send({
        organisation,
        to,
        about: person,
        mail: endingMail(delegation, directory),
      });
      again ||= missed;
    }
    if (again) await releaseEndingDelegation(this.database, delegation.id);
  }
}

function endingMail({ person, arrete, to }: Delegation, directory: Directory): Notice['mail'] {
  const delegate = personOf(directory, person);
  const who = delegate === undefined ? person : personName(delegate);
  return ({ organisation, publicUrl }) =>
    mailContent({
      organisation,
      subject: typeset(`La délégation n° ${arrete} prend fin le ${longDate(to)}`),
      blocks: [
        ...paragraph(
          `La délégation de signature donnée à ${who} par l’arrêté n° ${arrete} prend fin le ${longDate(to)}. Passé ce jour, les lettres qui en dépendent ne pourront plus être signées.`,
        ),
        ...linesBlock([link('Voir les délégations', `${publicUrl}/delegations`)]),
      ],
    });
}
