import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CatalogHealthService } from './catalog-health.service.js';
import { DesignController } from './design.controller.js';
import { DesignService } from './design.service.js';
import { RetentionService } from './retention.service.js';
import { ComparisonService } from './comparison.service.js';
import { TrialsController } from './trials.controller.js';
import { TrialsService } from './trials.service.js';
import { WhyService } from './why.service.js';

@Module({
  imports: [AuthModule, CatalogModule],
  controllers: [DesignController, TrialsController],
  providers: [DesignService, CatalogHealthService, TrialsService, ComparisonService, RetentionService, WhyService],
})
export class DesignModule {}
