import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedService } from './calendar-feed.service.js';

@Module({ imports: [AuthModule], controllers: [CalendarFeedController], providers: [CalendarFeedService] })
export class CalendarFeedModule {}
