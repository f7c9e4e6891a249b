import { Injectable } from '@nestjs/common';
import type { Effect } from '../../domain/case/effect.js';
import { localDateOf } from '../../domain/time/calendar.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { findRequest } from '../database/repositories/requests.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { OrganisationsService } from '../people/organisations.service.js';
import type { CaseContext } from './case-context.js';
import { caseThatOrdered } from './case-that-ordered.js';

/** Gathers what mails and letters about a case are made of. */
@Injectable()
export class CaseContexts {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
    private readonly organisations: OrganisationsService,
    private readonly config: Config,
  ) {}

  /** The case as it was when it ordered the effect, or since. */
  async of(caseId: string, { id }: Effect): Promise<CaseContext> {
    const caseFile = await caseThatOrdered(this.database, caseId, id);
    const request = await findRequest(this.database, caseId);
    if (request === undefined) throw new Error(`No case ${caseId}`);
    const [definition, sheet, directory, { calendars }] = await Promise.all([
      this.catalog.definition(caseFile.definition.hash),
      this.organisations.sheet(caseFile.organisation),
      this.directory.current(),
      this.calendars.current(),
    ]);
    const calendar = calendars[caseFile.organisation];
    if (calendar === undefined) throw new Error(`No calendar for ${caseFile.organisation}`);
    return {
      caseFile,
      request,
      definition,
      sheet,
      directory,
      calendar,
      publicUrl: this.config.publicUrl,
      followUrl: this.config.followUrl,
      today: localDateOf(calendar, Date.now()),
    };
  }
}
