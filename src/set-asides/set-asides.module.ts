import { Module } from '@nestjs/common';
import { SetAsidesController } from './set-asides.controller.js';
import { SetAsidesService } from './set-asides.service.js';

@Module({ controllers: [SetAsidesController], providers: [SetAsidesService] })
export class SetAsidesModule {}
