import { Injectable } from '@nestjs/common';
import { DrainingJob } from '../commands/job.js';
import { ScansService } from './scans.service.js';

const EVERY_MS = 5_000;

/** Gives each file that came to the antivirus, at once and then until it has answered. */
@Injectable()
export class ScanFilesJob extends DrainingJob {
  constructor(private readonly scans: ScansService) {
    super(EVERY_MS);
  }

  protected override async run(): Promise<void> {
    await this.scans.watch();
    await super.run();
  }

  protected override takeOne(): Promise<boolean> {
    return this.scans.scanNext();
  }
}
