import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { PlanningController } from './planning.controller.js';
import { PlanningService } from './planning.service.js';

@Module({ imports: [TasksModule], controllers: [PlanningController], providers: [PlanningService] })
export class PlanningModule {}
