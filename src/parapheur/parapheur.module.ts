import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { ParapheurController } from './parapheur.controller.js';
import { ParapheurService } from './parapheur.service.js';

@Module({ imports: [TasksModule], controllers: [ParapheurController], providers: [ParapheurService] })
export class ParapheurModule {}
