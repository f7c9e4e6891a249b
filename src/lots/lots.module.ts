import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { SupervisionModule } from '../supervision/supervision.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { ForgetLotsJob } from './forget-lots.job.js';
import { LotRunner } from './lot-runner.js';
import { LotsController } from './lots.controller.js';
import { LotsService } from './lots.service.js';
import { Reminder } from './reminder.js';

@Module({
  imports: [AuthModule, TasksModule, SupervisionModule],
  controllers: [LotsController],
  providers: [LotsService, LotRunner, ForgetLotsJob, Reminder],
})
export class LotsModule {}
