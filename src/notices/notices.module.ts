import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ChosenMails } from './chosen-mails.js';
import { ChosenMailsJob } from './chosen-mails.job.js';
import { NewsService } from './news.service.js';
import { NoticeMailer } from './notice-mailer.js';
import { TaskNoticesJob } from './task-notices.job.js';

@Module({
  imports: [AuthModule],
  providers: [TaskNoticesJob, ChosenMailsJob, ChosenMails, NewsService, NoticeMailer],
  exports: [NoticeMailer],
})
export class NoticesModule {}
