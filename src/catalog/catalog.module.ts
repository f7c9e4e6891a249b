import { Module } from '@nestjs/common';
import { CatalogController } from './catalog.controller.js';
import { ProcessesService } from './processes.service.js';
import { TownFactsService } from './town-facts.service.js';

@Module({
  controllers: [CatalogController],
  providers: [ProcessesService, TownFactsService],
  exports: [ProcessesService, TownFactsService],
})
export class CatalogModule {}
