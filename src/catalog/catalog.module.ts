import { Module } from '@nestjs/common';
import { CatalogController } from './catalog.controller.js';
import { ProcessesService } from './processes.service.js';

@Module({
  controllers: [CatalogController],
  providers: [ProcessesService],
  exports: [ProcessesService],
})
export class CatalogModule {}
