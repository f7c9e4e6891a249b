import { Injectable } from '@nestjs/common';
import { Job } from '../commands/job.js';
import { ScansService } from './scans.service.js';

const EVERY_MS = 300_000;

/** What is long: files that came before there was an antivirus, and verdicts of files that are gone. */
@Injectable()
export class TidyScansJob extends Job {
  constructor(private readonly scans: ScansService) {
    super(EVERY_MS);
  }

  protected override run(): Promise<void> {
    return this.scans.tidy();
  }
}
