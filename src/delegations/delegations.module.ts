import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { ArretesService } from './arretes.service.js';
import { DelegationsController } from './delegations.controller.js';
import { EndingDelegationsJob } from './ending-delegations.job.js';
import { DelegationsService } from './delegations.service.js';

@Module({
  imports: [DocumentsModule, NoticesModule],
  controllers: [DelegationsController],
  providers: [DelegationsService, ArretesService, EndingDelegationsJob],
})
export class DelegationsModule {}
