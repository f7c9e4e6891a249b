import { Module } from '@nestjs/common';
import { CitizenTiesService } from './citizen-ties.service.js';
import { CitizensController } from './citizens.controller.js';
import { CitizensService } from './citizens.service.js';

@Module({ controllers: [CitizensController], providers: [CitizensService, CitizenTiesService] })
export class CitizensModule {}
