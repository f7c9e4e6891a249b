import { Module } from '@nestjs/common';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { FILE_DOCUMENTS } from './file-documents.provider.js';
import { ForgetLooseDocumentsJob } from './forget-loose-documents.job.js';
import { ScanFilesJob } from './scan-files.job.js';
import { ScansService } from './scans.service.js';
import { TidyScansJob } from './tidy-scans.job.js';
import { Uploads } from './upload.js';

@Module({
  controllers: [DocumentsController],
  providers: [
    DocumentsService,
    Uploads,
    ScansService,
    ScanFilesJob,
    TidyScansJob,
    ForgetLooseDocumentsJob,
    FILE_DOCUMENTS,
  ],
  exports: [DocumentsService, Uploads, ScansService, FILE_DOCUMENTS],
})
export class DocumentsModule {}
