import { Controller, Delete, Get, Header, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Actor, Allow, Public } from '../auth/allow.js';
import { RateLimit } from '../http/rate-limit.js';
import { CalendarFeedDto, NewCalendarFeedDto } from './calendar-feed.dto.js';
import { CalendarFeedService } from './calendar-feed.service.js';

/** One's due dates in one's own calendar. */
@ApiTags('tasks')
@Controller()
export class CalendarFeedController {
  constructor(private readonly feeds: CalendarFeedService) {}

  @Get('calendar-feed')
  @Allow('task.read')
  @ApiOkResponse({ type: CalendarFeedDto })
  mine(@Actor() actor: Actor): Promise<CalendarFeedDto> {
    return this.feeds.mine(actor);
  }

  @Put('calendar-feed')
  @Allow('task.read')
  @ApiOkResponse({ type: NewCalendarFeedDto })
  replace(@Actor() actor: Actor): Promise<NewCalendarFeedDto> {
    return this.feeds.replace(actor);
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  @Allow('task.read')
  @ApiNoContentResponse()
  revoke(@Actor() actor: Actor): Promise<void> {
    return this.feeds.revoke(actor);
  }

  /** Calendar programs sign in nowhere: the address itself is the secret. */
  @Get('public/calendars/:secret')
  @Public()
  @RateLimit({ name: 'public-calendars', points: 60, seconds: 60 })
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Cache-Control', 'private, no-cache')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  read(@Param('secret') secret: string): Promise<string> {
    return this.feeds.read(secret);
  }
}
