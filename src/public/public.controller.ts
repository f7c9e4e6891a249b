import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/allow.js';
import { ApiProcessPage, type ProcessPage } from '../catalog/process-page.js';
import { PublicProcessDto, ProcessQueryDto } from '../catalog/process.dto.js';
import { ProcessesService } from '../catalog/processes.service.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { RateLimit } from '../http/rate-limit.js';
import { CitizenMessageDto, FollowDto, FollowedCaseDto, MessageReceiptDto } from './public.dto.js';
import { FollowService } from './follow.service.js';

/** What citizens reach without signing in. */
@ApiTags('public')
@Controller('public')
@Public()
export class PublicController {
  constructor(
    private readonly processes: ProcessesService,
    private readonly follows: FollowService,
  ) {}

  @Get('processes')
  @RateLimit({ name: 'public-read', points: 300, seconds: 60 })
  @ApiProcessPage()
  list(@Query() query: ProcessQueryDto): Promise<ProcessPage> {
    return this.processes.list(query);
  }

  @Get('processes/:processId')
  @RateLimit({ name: 'public-read', points: 300, seconds: 60 })
  @ApiOkResponse({ type: PublicProcessDto })
  read(@Param('processId') processId: string): Promise<PublicProcessDto> {
    return this.processes.publicSheet(processId);
  }

  @Post('cases/follow')
  @HttpCode(200)
  @RateLimit({ name: 'public-follow', points: 30, seconds: 60 })
  @ApiOkResponse({ type: FollowedCaseDto })
  follow(@Body() asked: FollowDto): Promise<FollowedCaseDto> {
    return this.follows.follow(asked);
  }

  @Post('cases/messages')
  @RateLimit({ name: 'public-messages', points: 20, seconds: 600 })
  @Idempotent()
  @ApiCreatedResponse({ type: MessageReceiptDto })
  send(@Body() message: CitizenMessageDto, @IdempotencyKey() key: string): Promise<MessageReceiptDto> {
    return this.follows.send(message, key);
  }
}
