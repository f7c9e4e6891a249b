import { Module } from '@nestjs/common';
import { FileDocuments } from '../adapters/file-documents.js';
import { Config } from '../config/env.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { ForgetLooseDocumentsJob } from './forget-loose-documents.job.js';
import { Uploads } from './upload.js';

@Module({
  controllers: [DocumentsController],
  providers: [
    DocumentsService,
    Uploads,
    ForgetLooseDocumentsJob,
    {
      provide: FileDocuments,
      inject: [Config],
      useFactory: ({ DOCUMENTS_DIR }: Config): FileDocuments => new FileDocuments({ folder: DOCUMENTS_DIR }),
    },
  ],
})
export class DocumentsModule {}
