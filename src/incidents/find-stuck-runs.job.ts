import { Injectable } from '@nestjs/common';
import { Job } from '../commands/job.js';
import { Database } from '../database/database.js';
import { syncStuckRuns } from '../database/repositories/stuck-runs.repository.js';
import { CaseWorkflowClient } from '../temporal/case-workflow.client.js';

/**
 * A run whose workflow task keeps failing has met a bug, or an older worker: it waits, and nobody would know. Such runs
 * become incidents; one that goes on again ends its incident.
 */
@Injectable()
export class FindStuckRunsJob extends Job {
  constructor(
    private readonly database: Database,
    private readonly workflows: CaseWorkflowClient,
  ) {
    super(60_000);
  }

  protected override async run(): Promise<void> {
    await syncStuckRuns(this.database, await this.workflows.stuckCases());
  }
}
