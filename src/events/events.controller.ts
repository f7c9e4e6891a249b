import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { Allow } from '../auth/allow.js';
import { EventsService } from './events.service.js';

/**
 * `case` events: `{ "caseId", "revision" }`; whoever may read the case reads it again. `presence` events: `{ "caseId" }`,
 * somebody came to its page or began to write there.
 */
@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Sse()
  @Allow('session.read')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  stream(): Observable<MessageEvent> {
    return this.events.stream();
  }
}
