import { Global, Module } from '@nestjs/common';
import { AnnounceCalendarsJob } from '../calendar/announce-calendars.job.js';
import { CaseOpener } from './case-opener.js';
import { CommandsService } from './commands.service.js';
import { FinishCommandsJob } from './finish-commands.job.js';
import { PausePoints } from './pause-points.js';
import { OpenPendingCasesJob } from './open-pending-cases.job.js';

@Global()
@Module({
  providers: [CommandsService, PausePoints, CaseOpener, FinishCommandsJob, OpenPendingCasesJob, AnnounceCalendarsJob],
  exports: [CommandsService, CaseOpener],
})
export class CommandsModule {}
