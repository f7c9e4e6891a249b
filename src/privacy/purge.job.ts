import { Injectable } from '@nestjs/common';
import { FileDocuments } from '../adapters/file-documents.js';
import { DrainingJob } from '../commands/job.js';
import { Database } from '../database/database.js';
import { fileRemoved, filesToRemove } from '../database/repositories/erasures.repository.js';
import { PurgesService } from './purges.service.js';

const EVERY = 60_000;

/** Draws up the list of the month, erases what an approved list names, and removes the files whose rows are gone. */
@Injectable()
export class PurgeJob extends DrainingJob {
  constructor(
    private readonly database: Database,
    private readonly purges: PurgesService,
    private readonly files: FileDocuments,
  ) {
    super(EVERY);
  }

  protected override async run(): Promise<void> {
    await this.purges.prepareMonthly();
    await super.run();
    for (const id of await filesToRemove(this.database)) {
      await this.files.remove(id);
      await fileRemoved(this.database, id);
    }
  }

  protected override takeOne(): Promise<boolean> {
    return this.purges.eraseNext();
  }
}
