import { Module } from '@nestjs/common';
import { FindStuckRunsJob } from './find-stuck-runs.job.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentsService } from './incidents.service.js';

@Module({ controllers: [IncidentsController], providers: [IncidentsService, FindStuckRunsJob] })
export class IncidentsModule {}
