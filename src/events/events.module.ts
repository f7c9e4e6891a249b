import { Module } from '@nestjs/common';
import { Config } from '../config/env.js';
import { CaseChanges } from '../database/case-changes.js';
import { EventsController } from './events.controller.js';
import { EventsService } from './events.service.js';

@Module({
  controllers: [EventsController],
  providers: [
    EventsService,
    {
      provide: CaseChanges,
      inject: [Config],
      useFactory: ({ DATABASE_URL }: Config): CaseChanges => new CaseChanges(DATABASE_URL),
    },
  ],
})
export class EventsModule {}
