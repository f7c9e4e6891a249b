import { Module } from '@nestjs/common';
import { LateCausesService } from './late-causes.service.js';
import { SupervisionController } from './supervision.controller.js';
import { SupervisionService } from './supervision.service.js';

@Module({
  controllers: [SupervisionController],
  providers: [SupervisionService, LateCausesService],
  exports: [SupervisionService],
})
export class SupervisionModule {}
