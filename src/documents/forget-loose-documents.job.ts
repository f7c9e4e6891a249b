import { Injectable } from '@nestjs/common';
import { HOUR } from '../../domain/time/instant.js';
import { FileDocuments } from '../adapters/file-documents.js';
import { Job } from '../commands/job.js';
import { Database } from '../database/database.js';
import { deleteLooseDocuments } from '../database/repositories/documents.repository.js';
import { deletePhoneUploads } from '../database/repositories/phone-uploads.repository.js';

/** Time to finish a request that was begun; afterwards its files are nobody's. */
const KEPT_HOURS = 72;

/** Forgets files that were sent for a request that never came, and the pages by which telephones sent some. */
@Injectable()
export class ForgetLooseDocumentsJob extends Job {
  constructor(
    private readonly database: Database,
    private readonly files: FileDocuments,
  ) {
    super(HOUR);
  }

  protected override async run(): Promise<void> {
    for (const id of await deleteLooseDocuments(this.database, KEPT_HOURS)) await this.files.remove(id);
    await deletePhoneUploads(this.database, KEPT_HOURS);
  }
}
