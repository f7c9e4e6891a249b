import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { PlacesModule } from '../places/places.module.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';

@Module({ imports: [CatalogModule, PlacesModule], controllers: [StatisticsController], providers: [StatisticsService] })
export class StatisticsModule {}
