import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CitizensModule } from '../citizens/citizens.module.js';
import { FILE_DOCUMENTS } from '../documents/file-documents.provider.js';
import { HeldDataService } from './held-data.service.js';
import { HoldsService } from './holds.service.js';
import { PrivacyController } from './privacy.controller.js';
import { PrivacyRequestsService } from './privacy-requests.service.js';
import { PurgeJob } from './purge.job.js';
import { PurgesService } from './purges.service.js';

@Module({
  imports: [CatalogModule, CitizensModule],
  controllers: [PrivacyController],
  providers: [PrivacyRequestsService, HeldDataService, HoldsService, PurgesService, PurgeJob, FILE_DOCUMENTS],
})
export class PrivacyModule {}
