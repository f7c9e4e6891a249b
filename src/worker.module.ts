import { Module } from '@nestjs/common';
import type { Ports } from '../activities/ports/index.js';
import type { RevisionRecord } from '../domain/case/revision-record.js';
import { SmtpMailer } from './adapters/smtp-mailer.js';
import { CalendarService } from './calendar/calendar.service.js';
import { CatalogService } from './catalog/catalog.service.js';
import { ConfigModule } from './config/config.module.js';
import { Config } from './config/env.js';
import { Database } from './database/database.js';
import { DatabaseModule } from './database/database.module.js';
import {
  endMessage,
  noteSent,
  queueLetter,
  queueMissive,
  reserveMessage,
} from './database/repositories/outgoing.repository.js';
import { recordCase } from './database/repositories/record-case.js';
import { recordNext } from './database/repositories/record-next.js';
import { FILE_DOCUMENTS } from './documents/file-documents.provider.js';
import { CaseContexts } from './letters/case-contexts.service.js';
import { CaseCorrespondence } from './letters/correspondence.js';
import { DirectoryService } from './people/directory.service.js';
import { OrganisationsService } from './people/organisations.service.js';

export const PORTS = Symbol('ports of the activities');

/** The adapters behind the ports of the activities. */
@Module({
  imports: [ConfigModule, DatabaseModule],
  providers: [
    CatalogService,
    CalendarService,
    DirectoryService,
    OrganisationsService,
    FILE_DOCUMENTS,
    CaseContexts,
    CaseCorrespondence,
    {
      provide: PORTS,
      inject: [Config, Database, CaseCorrespondence, CalendarService],
      useFactory: portsOf,
    },
  ],
})
export class WorkerModule {}

async function recordRevision(database: Database, record: RevisionRecord): Promise<number> {
  if (await recordNext(database, record)) return record.revision;
  return database.transaction((sql) => recordCase(sql, record));
}

function portsOf(
  config: Config,
  database: Database,
  correspondence: CaseCorrespondence,
  calendars: CalendarService,
): Ports {
  return {
    caseRecords: { record: (record) => recordRevision(database, record) },
    calendars: {
      of: async (organisations) => {
        await calendars.refresh();
        const { calendars: current } = await calendars.current();
        return Object.fromEntries(Object.entries(current).filter(([id]) => organisations.includes(id)));
      },
    },
    correspondence,
    mailer: new SmtpMailer({ url: config.SMTP_URL, from: config.MAIL_FROM }),
    outgoing: {
      reserve: (caseId, effect, messageId) => reserveMessage(database, caseId, effect, messageId),
      confirm: (effectId) => endMessage(database, effectId, 'sent'),
      release: (effectId) => endMessage(database, effectId, 'released'),
      putOnPostList: (caseId, effect) => queueLetter(database, caseId, effect),
      putMissiveOnPostList: (caseId, effect, letter) =>
        database.transaction((sql) => queueMissive(sql, caseId, effect, letter)),
      noteSent: (caseId, effect, { text }) => database.transaction((sql) => noteSent(sql, caseId, effect, text)),
    },
  };
}
