import { Injectable } from '@nestjs/common';
import { Job } from '../commands/job.js';
import { Database } from '../database/database.js';
import { casesBehindCalendars } from '../database/repositories/calendars.repository.js';
import { CaseWorkflowClient } from '../temporal/case-workflow.client.js';

/**
 * Tells open cases that a closure was decided or a calendar corrected: each fetches the calendars and counts anew, with
 * a journal line, and a date already promised never moves earlier. A case that heard of it says so in its next revision,
 * so whatever is lost on the way is said again.
 */
@Injectable()
export class AnnounceCalendarsJob extends Job {
  constructor(
    private readonly database: Database,
    private readonly workflows: CaseWorkflowClient,
  ) {
    super(20_000);
  }

  protected override async run(): Promise<void> {
    for (const { caseId, revision } of await casesBehindCalendars(this.database)) {
      await this.workflows.calendarChanged(caseId, revision);
    }
  }
}
