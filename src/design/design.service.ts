import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { processDiagram } from '../catalog/process-diagram.js';
import { processWords } from '../catalog/process-words.js';
import { ProcessesService } from '../catalog/processes.service.js';
import { Database } from '../database/database.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { readTownFacts } from '../database/repositories/tariffs.repository.js';
import { Refusal } from '../http/refusal.js';
import { acknowledgementMail } from '../letters/mails/acknowledgement-mail.js';
import { DirectoryService } from '../people/directory.service.js';
import { letterheadOf, OrganisationsService } from '../people/organisations.service.js';
import type { BenchDto, BenchResultDto, DesignSheetDto } from './design.dto.js';
import { playCase, refuseInvalidAnswers } from './play-case.js';
import { EXAMPLE_FOLLOWING, replyPreviews } from './example-case.js';

/** The catalogue for whoever designs it: how each version does, what it looks like, and a bench to play it. */
@Injectable()
export class DesignService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
    private readonly organisations: OrganisationsService,
    private readonly processes: ProcessesService,
  ) {}

  async sheet(processId: string): Promise<DesignSheetDto> {
    const { definition } = await this.version(processId);
    const [sheet, names, { phoneNumbers }] = await Promise.all([
      this.organisations.sheet(definition.organisation),
      this.processes.names(),
      readTownFacts(this.database),
    ]);
    const promise = definition.clocks.find(({ kind }) => kind === 'promise');
    const acknowledgement = acknowledgementMail({
      organisation: letterheadOf(sheet),
      caseNumber: 'D-2026-00421',
      ...EXAMPLE_FOLLOWING,
      title: definition.title,
      receivedOn: '2026-05-12',
      ...(promise === undefined ? {} : { promise: { workingDays: promise.limit.n, on: '2026-05-28' } }),
      followedBy: {
        department: names.department(definition.department),
        addressLines: sheet.address.lines,
        email: sheet.email,
        phone: sheet.phone,
      },
    });
    return {
      words: processWords(definition, names),
      diagram: processDiagram(definition, names),
      replies: replyPreviews(definition, { sheet, telephones: phoneNumbers }),
      acknowledgement: acknowledgement.text,
    };
  }

  /** Plays a case from its opening through the same core as the engine; nothing is kept. */
  async bench(processId: string, given: BenchDto): Promise<BenchResultDto> {
    const version = await this.version(processId);
    const [{ calendars }, directory, published, sheet, { phoneNumbers }] = await Promise.all([
      this.calendars.current(),
      this.directory.current(),
      this.catalog.list(),
      this.organisations.sheet(version.definition.organisation),
      readTownFacts(this.database),
    ]);
    const town = { version, calendars, directory, published };
    refuseInvalidAnswers(town, given);
    return playCase(town, given, { sheet, telephones: phoneNumbers });
  }

  private async version(processId: string): Promise<PublishedVersion> {
    const version = await this.catalog.get(processId);
    if (version === undefined) throw new Refusal('process.not-found');
    return version;
  }
}
