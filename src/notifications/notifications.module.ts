import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsService } from './notifications.service.js';
import { ReplacementsService } from './replacements.service.js';

@Module({ controllers: [NotificationsController], providers: [NotificationsService, ReplacementsService] })
export class NotificationsModule {}
