import { Injectable } from '@nestjs/common';
import type { Correspondence, Missive } from '../../activities/ports/correspondence.js';
import type { OutgoingMail } from '../../activities/ports/mailer.js';
import type {
  AcknowledgeEffect,
  RemindEffect,
  SendReplyEffect,
  TellCitizenEffect,
  TransmitEffect,
} from '../../domain/case/effect.js';
import { personOf, type Directory } from '../../domain/people/directory.js';
import { FileDocuments } from '../adapters/file-documents.js';
import { Database } from '../database/database.js';
import { findAuthority } from '../database/repositories/authorities.repository.js';
import { findLetter } from '../database/repositories/letters.repository.js';
import { setAsideOf } from '../database/repositories/set-asides.repository.js';
import { findText } from '../database/repositories/texts.repository.js';
import { letterheadOf } from '../people/organisations.service.js';
import type { CaseContext } from './case-context.js';
import { CaseContexts } from './case-contexts.service.js';
import { acknowledgementOf } from './mails/acknowledgement-of.js';
import { newsOf, textToldBy } from './mails/news-of.js';
import { escalationMail, reminderMail } from './mails/agent-mails.js';
import type { MailContent } from './mails/mail-content.js';
import { replyOf } from './mails/reply-of.js';
import { transmissionOf } from './transmission.js';
import { recipientOf } from './compose-letter.js';
import { paperLetter } from './paper-letter.js';
import { renderLetter } from './render-letter.js';

const REMINDER_WORDS = { half: 'half', most: 'eightyPercent', last: 'end', itemOverdue: 'itemOverdue' } as const;

/** Puts the mails of a case together from what the database holds of it: names and addresses never pass the engine. */
@Injectable()
export class CaseCorrespondence implements Correspondence {
  constructor(
    private readonly contexts: CaseContexts,
    private readonly database: Database,
    private readonly documents: FileDocuments,
  ) {}

  async acknowledgement(caseId: string, effect: AcknowledgeEffect): Promise<Missive | undefined> {
    if (await this.isSetAside(caseId)) return undefined;
    const context = await this.contexts.of(caseId, effect);
    return missiveOf(context, acknowledgementOf(context));
  }

  async reminders(caseId: string, effect: RemindEffect): Promise<readonly OutgoingMail[]> {
    if (await this.isSetAside(caseId)) return [];
    const context = await this.contexts.of(caseId, effect);
    const { subject, text, html } = reminderOf(context, effect);
    return addressees(context.directory, effect).map((to) => ({ to, automatic: true, subject, text, html }));
  }

  async news(caseId: string, effect: TellCitizenEffect): Promise<Missive | undefined> {
    if (await this.isSetAside(caseId)) return undefined;
    const context = await this.contexts.of(caseId, effect);
    const told = textToldBy(context, effect);
    const text = told === undefined ? undefined : await findText(this.database, told);
    const content = newsOf(context, effect, text);
    return content === undefined ? undefined : missiveOf(context, content);
  }

  async transmission(caseId: string, effect: TransmitEffect): Promise<Missive | undefined> {
    const [context, authority] = [
      await this.contexts.of(caseId, effect),
      await findAuthority(this.database, effect.authority),
    ];
    if (authority === undefined) return undefined;
    return transmissionOf({ sql: this.database, documents: this.documents }, context, authority);
  }

  async reply(caseId: string, effect: SendReplyEffect): Promise<OutgoingMail | undefined> {
    const context = await this.contexts.of(caseId, effect);
    const to = context.request.citizen?.email;
    if (to === undefined) return undefined;
    const letter = await findLetter(this.database, caseId, effect.letter);
    if (letter?.hash !== effect.letterHash) throw new Error(`Letter ${effect.letter} is not the one that was ordered`);
    const { subject, text, html } = replyOf(context, letter);
    const attachment = {
      filename: `${context.caseFile.caseNumber}.pdf`,
      contentType: 'application/pdf',
      content: letter.pdf,
    };
    return { to, subject, text, html, attachments: [attachment] };
  }

  /** Nobody is written to about an undesirable message: neither its sender nor the agents. */
  private async isSetAside(caseId: string): Promise<boolean> {
    return (await setAsideOf(this.database, caseId)) !== undefined;
  }
}

function reminderOf(context: CaseContext, effect: RemindEffect): MailContent {
  const { caseFile, definition, sheet, directory, publicUrl } = context;
  const data = {
    organisation: letterheadOf(sheet),
    caseNumber: caseFile.caseNumber,
    title: definition.title,
    taskUrl: `${publicUrl}/dossiers/${caseFile.caseId}`,
    ...(effect.dueOn === undefined ? {} : { dueOn: effect.dueOn }),
  };
  const { level } = effect;
  if (level === 'half' || level === 'most' || level === 'last' || level === 'itemOverdue') {
    return reminderMail({ ...data, level: REMINDER_WORDS[level] });
  }
  const department = directory.departments.find((one) => one.id === caseFile.route.department);
  return escalationMail({ ...data, department: department?.name ?? caseFile.route.department });
}

/** By mail where the citizen has an address for it, else on paper where they have one for that. */
function missiveOf(context: CaseContext, content: MailContent): Missive | undefined {
  const { subject, text, html } = content;
  const to = context.request.citizen?.email;
  if (to !== undefined) return { by: 'email', mail: { to, automatic: true, subject, text, html } };
  const recipient = recipientOf(context.request);
  if (recipient === undefined || context.request.citizen?.address === undefined) return undefined;
  const input = paperLetter(context, content, recipient);
  return { by: 'letter', letter: { ...renderLetter(input), input } };
}

/** Persons named by the effect, and those of the teams whose common inbox holds a task. */
function addressees(directory: Directory, effect: RemindEffect): readonly string[] {
  const members = directory.people.filter((person) =>
    person.roles.some((held) => held.team !== undefined && effect.teams.includes(held.team)),
  );
  const named = effect.to.map((id) => personOf(directory, id)).filter((person) => person !== undefined);
  return [...new Set([...named, ...members].map((person) => person.email))];
}
