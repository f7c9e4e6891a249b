import { Module } from '@nestjs/common';
import { IntakeController } from './intake.controller.js';
import { IntakeService } from './intake.service.js';
import { Receipts } from './receipts.js';

@Module({ controllers: [IntakeController], providers: [IntakeService, Receipts], exports: [IntakeService] })
export class IntakeModule {}
