import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { FollowService } from './follow.service.js';
import { PublicController } from './public.controller.js';

@Module({ imports: [CatalogModule], controllers: [PublicController], providers: [FollowService] })
export class PublicModule {}
