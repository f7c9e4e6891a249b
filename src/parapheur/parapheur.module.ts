import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { ExpectedLettersService } from './expected-letters.service.js';
import { ParapheurController } from './parapheur.controller.js';
import { ParapheurService } from './parapheur.service.js';

@Module({
  imports: [TasksModule],
  controllers: [ParapheurController],
  providers: [ParapheurService, ExpectedLettersService],
})
export class ParapheurModule {}
