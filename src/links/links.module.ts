import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { AnswerLinkedService } from './answer-linked.service.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';

@Module({
  imports: [TasksModule],
  controllers: [LinksController],
  providers: [LinksService, AnswerLinkedService],
})
export class LinksModule {}
