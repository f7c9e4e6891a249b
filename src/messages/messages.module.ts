import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';
import { SendMessagesJob } from './send-messages.job.js';

@Module({ controllers: [MessagesController], providers: [MessagesService, SendMessagesJob] })
export class MessagesModule {}
