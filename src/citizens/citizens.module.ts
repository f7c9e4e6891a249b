import { Module } from '@nestjs/common';
import { CitizenMergesService } from './citizen-merges.service.js';
import { CitizenTiesService } from './citizen-ties.service.js';
import { CitizensController } from './citizens.controller.js';
import { CitizensService } from './citizens.service.js';

@Module({
  exports: [CitizensService, CitizenTiesService],
  controllers: [CitizensController],
  providers: [CitizensService, CitizenTiesService, CitizenMergesService],
})
export class CitizensModule {}
