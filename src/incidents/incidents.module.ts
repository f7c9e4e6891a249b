import { Module } from '@nestjs/common';
import { FindStuckRunsJob } from './find-stuck-runs.job.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentsService } from './incidents.service.js';
import { JournalGapService } from './journal-gap.service.js';

@Module({ controllers: [IncidentsController], providers: [IncidentsService, JournalGapService, FindStuckRunsJob] })
export class IncidentsModule {}
