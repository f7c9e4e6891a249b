import { Injectable } from '@nestjs/common';
import { MINUTE } from '../../domain/time/instant.js';
import { Job } from '../commands/job.js';
import { ChosenMails } from './chosen-mails.js';

/** Sends each minute the mails that people asked for, where it is time. */
@Injectable()
export class ChosenMailsJob extends Job {
  constructor(private readonly mails: ChosenMails) {
    super(MINUTE);
  }

  protected override async run(): Promise<void> {
    await this.mails.sendDigests(Date.now());
    await this.mails.sendNews(Date.now());
  }
}
