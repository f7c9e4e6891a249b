import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake/intake.module.js';
import { SplitsController } from './splits.controller.js';
import { SplitsService } from './splits.service.js';

@Module({ imports: [IntakeModule], controllers: [SplitsController], providers: [SplitsService] })
export class SplitsModule {}
