import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { AnswerLinkedService } from './answer-linked.service.js';
import { DuplicateClustersController } from './duplicate-clusters.controller.js';
import { DuplicateClustersService } from './duplicate-clusters.service.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';

@Module({
  imports: [TasksModule],
  controllers: [LinksController, DuplicateClustersController],
  providers: [LinksService, AnswerLinkedService, DuplicateClustersService],
})
export class LinksModule {}
