import { Injectable } from '@nestjs/common';
import type { CaseInput } from '../../workflows/contract/case-input.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { findNotStarted, markStarted, type PendingInput } from '../database/repositories/case-inputs.repository.js';
import { CaseWorkflowClient } from '../temporal/case-workflow.client.js';

/** Starts the workflow of a stored case from its stored input: at intake, or later where Temporal was away. */
@Injectable()
export class CaseOpener {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly workflows: CaseWorkflowClient,
  ) {}

  /** @returns whether the case was waiting to be started and now is */
  async openIfPending(caseId: string): Promise<boolean> {
    const pending = await findNotStarted(this.database, caseId);
    return pending !== undefined && this.open(pending);
  }

  async open(pending: PendingInput): Promise<boolean> {
    const started = await this.workflows.open(await this.inputOf(pending));
    if (started) await markStarted(this.database, pending.case_id);
    return started;
  }

  private async inputOf({ case_id, input }: PendingInput): Promise<CaseInput> {
    const { caseFile, effects } = input;
    const definition = await this.catalog.runnable(caseFile.definition.hash);
    const calendars = await this.calendars.byHashes(input.calendars);
    return { caseId: case_id, definition, calendars, caseFile, effects, unstored: [], stored: 0, known: [] };
  }
}
