import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { messageIdOf } from '../../activities/message-id.js';
import { MailFailure, type OutgoingMail } from '../../activities/ports/mailer.js';
import type { CaseFile, Task } from '../../domain/case/case-file.js';
import type { RemindEffect } from '../../domain/case/effect.js';
import { personOf, type Directory, type Person } from '../../domain/people/directory.js';
import { personName } from '../../domain/people/person-name.js';
import { SmtpMailer } from '../adapters/smtp-mailer.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import type { CaseAccess } from '../database/repositories/case-access.repository.js';
import { promiseOf } from '../database/repositories/case-row.js';
import { addNote } from '../database/repositories/notes.repository.js';
import { endMessage, reserveMessage } from '../database/repositories/outgoing.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { letterheadOf, OrganisationsService } from '../people/organisations.service.js';
import { namedPerson } from '../people/person-names.js';
import { remindMail } from './remind-mail.js';

export interface Reminding {
  readonly access: CaseAccess;
  readonly by: string;
  readonly message?: string;
  /** The same for every attempt: a mail that left does not leave twice. */
  readonly key: string;
}

/** Sends a person's reminder to whoever holds a case; a note on the case keeps its trace. */
@Injectable()
export class Reminder implements OnApplicationShutdown {
  private readonly mailer: SmtpMailer;

  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly organisations: OrganisationsService,
    private readonly catalog: CatalogService,
    private readonly config: Config,
  ) {
    this.mailer = new SmtpMailer({ url: config.SMTP_URL, from: config.MAIL_FROM });
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }

  /** @throws Refusal where there is nobody to remind; MailFailure where a mail could not leave */
  async remind(reminding: Reminding): Promise<void> {
    const { caseFile, subject } = reminding.access;
    if (caseFile.status.kind !== 'open') throw new Refusal('case.closed');
    if (caseFile.tasks.length === 0) throw new Refusal('lot.no-open-task');
    const directory = await this.directory.current();
    const people = holdersOf(caseFile.tasks, subject.holders, directory);
    if (people.length === 0) throw new Refusal('lot.nobody-to-remind');
    const content = await this.mailOf(reminding, directory);
    for (const person of people) await this.sendOnce(reminding, person, { ...content, to: person.email });
    await this.keepTrace(reminding, people);
  }

  private async mailOf({ access, by, message }: Reminding, directory: Directory): Promise<Omit<OutgoingMail, 'to'>> {
    const { caseFile } = access;
    const dueOn = promiseOf(caseFile)?.dueOn;
    const { title } = await this.catalog.definition(caseFile.definition.hash);
    return {
      automatic: true,
      ...remindMail({
        organisation: letterheadOf(await this.organisations.sheet(caseFile.organisation)),
        caseNumber: caseFile.caseNumber,
        title,
        taskUrl: `${this.config.publicUrl}/dossiers/${caseFile.caseId}`,
        by: namedPerson(directory, by).name,
        ...(dueOn === undefined ? {} : { dueOn }),
        ...(message === undefined ? {} : { message }),
      }),
    };
  }

  /** One row a person and a lot: what was taken by the server, or may have been, is never sent again. */
  private async sendOnce({ access, key }: Reminding, person: Person, mail: OutgoingMail): Promise<void> {
    const effect = effectOf(access.caseFile, `${key}.${person.id}`, person.id);
    const messageId = messageIdOf(effect.id);
    if ((await reserveMessage(this.database, access.caseFile.caseId, effect, messageId)) !== 'mine') return;
    try {
      await this.mailer.send({ ...mail, messageId });
    } catch (error) {
      const mayHaveLeft = error instanceof MailFailure && !error.certainlyNotSent;
      await endMessage(this.database, effect.id, mayHaveLeft ? 'sent' : 'released');
      throw error;
    }
    await endMessage(this.database, effect.id, 'sent');
  }

  private async keepTrace({ access, by, key }: Reminding, people: readonly Person[]): Promise<void> {
    const { caseId, organisation, sector, revision } = access.caseFile;
    const names = people.map(personName).join(', ');
    const note = {
      id: uuidv7(),
      caseId,
      organisation,
      sector,
      author: by,
      body: `Relance envoyée à ${names}.`,
      mentions: people.map(({ id }) => id),
      clientKey: key,
    };
    await this.database.transaction((sql) => addNote(sql, note, revision));
  }
}

/** Persons who hold or took an open task, and the members of the teams whose inbox holds one. */
function holdersOf(tasks: readonly Task[], holders: readonly string[], directory: Directory): readonly Person[] {
  const named = holders.map((id) => personOf(directory, id)).filter((person) => person !== undefined);
  if (named.length > 0) return named;
  const teams = tasks.flatMap(({ holder, team }) => (holder === undefined && team !== undefined ? [team] : []));
  return directory.people.filter(({ roles }) => roles.some(({ team }) => team !== undefined && teams.includes(team)));
}

function effectOf(caseFile: CaseFile, id: string, person: string): RemindEffect {
  return { kind: 'remind', id, clock: promiseOf(caseFile)?.id ?? '', level: 'last', to: [person], teams: [] };
}
