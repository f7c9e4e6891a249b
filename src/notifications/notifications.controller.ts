import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { FollowingDto, NotificationChannelsDto, NotificationsDto, ReadUntilDto } from './notifications.dto.js';
import { NotificationsService } from './notifications.service.js';

/**
 * What concerns the reader, by case; by which channel they are told; until when they read it; which
 * cases they follow or mute.
 */
@ApiTags('notifications')
@Controller()
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get('notifications')
  @Allow('session.read')
  @ApiOkResponse({ type: NotificationsDto })
  list(@Actor() actor: Actor): Promise<NotificationsDto> {
    return this.notifications.list(actor);
  }

  @Get('notifications/channels')
  @Allow('session.read')
  @ApiOkResponse({ type: NotificationChannelsDto })
  channels(@Actor() actor: Actor): Promise<NotificationChannelsDto> {
    return this.notifications.channels(actor);
  }

  @Put('notifications/channels')
  @HttpCode(204)
  @Allow('session.read')
  @ApiNoContentResponse()
  choose(@Actor() actor: Actor, @Body() channels: NotificationChannelsDto): Promise<void> {
    return this.notifications.choose(actor, channels);
  }

  @Put('notifications/read-until')
  @HttpCode(204)
  @Allow('session.read')
  @ApiNoContentResponse()
  markRead(@Actor() actor: Actor, @Body() { until }: ReadUntilDto): Promise<void> {
    return this.notifications.markRead(actor, until);
  }

  @Put('cases/:caseId/following')
  @HttpCode(204)
  @Allow('case.read')
  @ApiNoContentResponse()
  follow(@Actor() actor: Actor, @Param('caseId') caseId: string, @Body() body: FollowingDto): Promise<void> {
    return this.notifications.follow(actor, caseId, body);
  }
}
