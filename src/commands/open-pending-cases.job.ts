import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { pendingInputs } from '../database/repositories/case-inputs.repository.js';
import { CaseOpener } from './case-opener.js';
import { Job } from './job.js';

/** A case younger than that is being opened by the process that took the request. */
const PENDING_AFTER_SECONDS = 5;

/** Opens the cases that are stored but not started; starting twice is harmless. */
@Injectable()
export class OpenPendingCasesJob extends Job {
  constructor(
    private readonly database: Database,
    private readonly opener: CaseOpener,
  ) {
    super(5_000);
  }

  protected override async run(): Promise<void> {
    for (const pending of await pendingInputs(this.database, PENDING_AFTER_SECONDS)) {
      if (!(await this.opener.open(pending))) return;
    }
  }
}
