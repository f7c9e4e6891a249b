import { Injectable } from '@nestjs/common';
import { HOUR } from '../../domain/time/instant.js';
import { Job } from '../commands/job.js';
import { Database } from '../database/database.js';
import { deleteOldLots } from '../database/repositories/lots.repository.js';

const KEPT_DAYS = 90;

/** Lots are found again for a quarter; what they did stays in the journal of each case. */
@Injectable()
export class ForgetLotsJob extends Job {
  constructor(private readonly database: Database) {
    super(HOUR);
  }

  protected override async run(): Promise<void> {
    await deleteOldLots(this.database, KEPT_DAYS);
  }
}
