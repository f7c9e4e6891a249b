import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { DesignController } from './design.controller.js';
import { DesignService } from './design.service.js';
import { RetentionService } from './retention.service.js';
import { WhyService } from './why.service.js';

@Module({
  imports: [AuthModule, CatalogModule],
  controllers: [DesignController],
  providers: [DesignService, RetentionService, WhyService],
})
export class DesignModule {}
