import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { AsCitizenController } from './as-citizen.controller.js';
import { AsCitizenService } from './as-citizen.service.js';
import { FollowService } from './follow.service.js';
import { PublicController } from './public.controller.js';

@Module({
  imports: [CatalogModule],
  controllers: [PublicController, AsCitizenController],
  providers: [FollowService, AsCitizenService],
})
export class PublicModule {}
