import { Module } from '@nestjs/common';
import { NoticeMailer } from './notice-mailer.js';
import { TaskNoticesJob } from './task-notices.job.js';

@Module({ providers: [TaskNoticesJob, NoticeMailer], exports: [NoticeMailer] })
export class NoticesModule {}
