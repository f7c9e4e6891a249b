import { Injectable } from '@nestjs/common';
import { MINUTE } from '../../domain/time/instant.js';
import { Job } from '../commands/job.js';
import { ReplacementNotices } from './replacement-notices.js';

/** Looks each minute at who begins to act in somebody's place. */
@Injectable()
export class ReplacementNoticesJob extends Job {
  constructor(private readonly notices: ReplacementNotices) {
    super(MINUTE);
  }

  protected override async run(): Promise<void> {
    await this.notices.note(Date.now());
    await this.notices.sendMails(Date.now());
  }
}
