import { Injectable } from '@nestjs/common';
import { personOf } from '../../domain/people/directory.js';
import { replacementsOn } from '../../domain/people/substitution.js';
import { localDateOf } from '../../domain/time/calendar.js';
import { MINUTE, type Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { allChosenChannels } from '../database/repositories/notification-channels.repository.js';
import {
  noteReplacements,
  releaseReplacements,
  takeReplacementsToMail,
} from '../database/repositories/replacement-notices.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { NoticeMailer } from './notice-mailer.js';
import { peopleReplacedBy, type ReplacedPerson } from './replacement-lines.js';
import { replacementMail } from './replacement-mail.js';

/** An absence that is corrected or taken back at once is not worth a mail. */
const SETTLED = 2 * MINUTE;

/** Tells whoever acts in somebody's place that it begins: in the application at once, by mail in opening hours; once. */
@Injectable()
export class ReplacementNotices {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarService,
    private readonly catalog: CatalogService,
    private readonly mailer: NoticeMailer,
  ) {}

  /** Those who act today, whether the absence begins today or was declared while it lasts. */
  async note(now: Instant): Promise<void> {
    const replacements = replacementsOn(await this.directory.current(), await this.dayOf(now));
    if (replacements.length === 0) return;
    await noteReplacements(
      this.database,
      replacements.map(({ absence, acting }) => ({ absenceId: absence.id, personId: acting.person })),
    );
  }

  /** To each of them one mail, unless they chose the digest of the morning or the application for what is asked of them. */
  async sendMails(now: Instant): Promise<void> {
    if (!(await this.mailer.mayWriteAt(now))) return;
    const taken = await takeReplacementsToMail(this.database, new Date(now - SETTLED));
    if (taken.length === 0) return;
    const chosen = new Map((await allChosenChannels(this.database)).map((one) => [one.personId, one.action]));
    for (const personId of new Set(taken.map((one) => one.personId))) {
      if ((chosen.get(personId) ?? 'mail') !== 'mail') continue;
      const absences = taken.filter((one) => one.personId === personId).map(({ absenceId }) => absenceId);
      await this.send(personId, absences, now);
    }
  }

  /** Whom a person replaces at that moment. */
  async peopleReplacedBy(personId: string, at: Instant): Promise<readonly ReplacedPerson[]> {
    return peopleReplacedBy(personId, {
      directory: await this.directory.current(),
      on: await this.dayOf(at),
      titles: await this.catalog.titles(),
    });
  }

  private async send(personId: string, absences: readonly string[], now: Instant): Promise<void> {
    const person = personOf(await this.directory.current(), personId);
    const organisation = person?.roles[0]?.organisation;
    const replaced = (await this.peopleReplacedBy(personId, now)).filter(({ absenceId }) =>
      absences.includes(absenceId),
    );
    // Over, or somebody else's, before the town hall opened.
    if (person === undefined || organisation === undefined || replaced.length === 0) return;
    const again = await this.mailer.send({
      organisation,
      to: person.email,
      about: personId,
      mail: (paper) => replacementMail({ ...paper, replaced }),
    });
    if (again) await releaseReplacements(this.database, personId, absences);
  }

  /** The organisations of a town share its zone. */
  private async dayOf(at: Instant): Promise<LocalDate> {
    return localDateOf(await this.calendars.calendarFor({ roles: [] }), at);
  }
}
