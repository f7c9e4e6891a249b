import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { AskedService } from './asked.service.js';
import { ChosenMails } from './chosen-mails.js';
import { ChosenMailsJob } from './chosen-mails.job.js';
import { NewsService } from './news.service.js';
import { NoticeMailer } from './notice-mailer.js';
import { ReplacementNotices } from './replacement-notices.js';
import { ReplacementNoticesJob } from './replacement-notices.job.js';
import { TaskNoticesJob } from './task-notices.job.js';

@Module({
  imports: [AuthModule],
  providers: [
    TaskNoticesJob,
    ChosenMailsJob,
    ReplacementNoticesJob,
    AskedService,
    ChosenMails,
    NewsService,
    NoticeMailer,
    ReplacementNotices,
  ],
  exports: [NoticeMailer, ReplacementNotices],
})
export class NoticesModule {}
