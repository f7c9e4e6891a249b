import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../../domain/case/case-file.js';
import { requestOf } from '../../domain/case/clock.js';
import { UNQUALIFIED_PROCESS } from '../../domain/process/process-ref.js';
import { countDays } from '../../domain/time/day-count.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Config } from '../config/env.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { OrganisationsService } from '../people/organisations.service.js';
import { keptInFrench } from '../privacy/keeping.js';
import type { ReceiptDto } from './receipt.dto.js';

/** What whoever sent a request is told at once: number, secret code, promised date, where to follow it, who keeps its data. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly calendars: CalendarService,
    private readonly organisations: OrganisationsService,
    private readonly config: Config,
  ) {}

  async of(
    { title, definition }: Pick<PublishedVersion, 'title' | 'definition'>,
    { caseFile, trackingCode }: { readonly caseFile: CaseFile; readonly trackingCode: string },
  ): Promise<ReceiptDto> {
    const { dataProtection } = await this.organisations.sheet(caseFile.organisation);
    const promise = caseFile.clocks.find((clock) => clock.rule.kind === 'promise');
    return {
      caseId: caseFile.caseId,
      caseNumber: caseFile.caseNumber,
      trackingCode,
      processId: caseFile.definition.processId,
      title,
      receivedAt: new Date(caseFile.receivedAt).toISOString(),
      ...(promise?.promisedOn === undefined ? {} : { promisedOn: promise.promisedOn }),
      followUrl: this.config.followUrl,
      dataProtection,
      // The time of keeping is that of the process which an agent will find.
      ...(caseFile.definition.processId === UNQUALIFIED_PROCESS ? {} : { kept: keptInFrench(definition) }),
      days: await this.daysOf(promise),
    };
  }

  private async daysOf(promise: CaseFile['clocks'][number] | undefined): Promise<ReceiptDto['days']> {
    if (promise === undefined) return [];
    const calendar = (await this.calendars.current()).calendars[promise.calendar];
    const count = calendar === undefined ? undefined : countDays(calendar, requestOf(promise));
    return count?.kind === 'dated' ? count.days : [];
  }
}
