import { Module } from '@nestjs/common';
import { TaskNoticesJob } from './task-notices.job.js';

@Module({ providers: [TaskNoticesJob] })
export class NoticesModule {}
