import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { PresenceDto, PresenceStateDto } from './presence.dto.js';
import { PresenceService } from './presence.service.js';

/** Who is on the page of a case. */
@ApiTags('presence')
@Controller('cases/:caseId/presence')
@Allow('case.read')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Get()
  @ApiOkResponse({ type: [PresenceDto] })
  list(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<readonly PresenceDto[]> {
    return this.presence.list(actor, caseId);
  }

  /** To be said again every 20 seconds; after 45 without it, the person is gone. Answers who else is there. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: [PresenceDto] })
  say(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Body() { state }: PresenceStateDto,
  ): Promise<readonly PresenceDto[]> {
    return this.presence.say(actor, caseId, state);
  }
}
