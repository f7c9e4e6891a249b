import { Module } from '@nestjs/common';
import { PlacesModule } from '../places/places.module.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';

@Module({ imports: [PlacesModule], controllers: [StatisticsController], providers: [StatisticsService] })
export class StatisticsModule {}
