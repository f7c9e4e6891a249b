import { Module } from '@nestjs/common';
import { QualifyActs } from '../qualification/qualify-acts.service.js';
import { RequalificationController } from '../qualification/requalification.controller.js';
import { RequalificationService } from '../qualification/requalification.service.js';
import { ActsService } from './acts.service.js';
import { CaseActsController } from './case-acts.controller.js';
import { ChainActsController } from './chain-acts.controller.js';
import { ReplyActs } from './reply-acts.service.js';
import { RoutingActs } from './routing-acts.service.js';
import { SignatureActs } from './signature-acts.service.js';
import { SignaturesController } from './signatures.controller.js';
import { TaskActsController } from './task-acts.controller.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';

@Module({
  controllers: [
    TasksController,
    TaskActsController,
    ChainActsController,
    CaseActsController,
    SignaturesController,
    RequalificationController,
  ],
  providers: [TasksService, ActsService, ReplyActs, RoutingActs, QualifyActs, RequalificationService, SignatureActs],
  exports: [TasksService, ActsService, ReplyActs, RoutingActs],
})
export class TasksModule {}
