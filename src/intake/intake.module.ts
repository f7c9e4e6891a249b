import { Module } from '@nestjs/common';
import { IntakeController } from './intake.controller.js';
import { IntakeService } from './intake.service.js';
import { ReceiptsService } from './receipts.service.js';
import { RequestRoutes } from './request-routes.service.js';

@Module({
  controllers: [IntakeController],
  providers: [IntakeService, ReceiptsService, RequestRoutes],
  exports: [IntakeService],
})
export class IntakeModule {}
