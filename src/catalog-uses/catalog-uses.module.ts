import { Module } from '@nestjs/common';
import { CatalogUsesController } from './catalog-uses.controller.js';
import { CatalogUsesService } from './catalog-uses.service.js';

@Module({ controllers: [CatalogUsesController], providers: [CatalogUsesService] })
export class CatalogUsesModule {}
