import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import {
  CallbackContentDto,
  CallbackCountsDto,
  CallbackDto,
  CallbackQueryDto,
  NewCallbackDto,
} from './callbacks.dto.js';
import { CallbacksService } from './callbacks.service.js';

/** Calls to return and things to do again, each on its day. */
@ApiTags('callbacks')
@Controller()
export class CallbacksController {
  constructor(private readonly callbacks: CallbacksService) {}

  @Get('callbacks')
  @Allow('case.note')
  @ApiPage(CallbackDto)
  list(@Actor() actor: Actor, @Query() query: CallbackQueryDto): Promise<Page<CallbackDto>> {
    return this.callbacks.list(actor, query);
  }

  @Get('callbacks/counts')
  @Allow('case.note')
  @ApiOkResponse({ type: CallbackCountsDto })
  counts(@Actor() actor: Actor): Promise<CallbackCountsDto> {
    return this.callbacks.counts(actor);
  }

  /** Days on which the reader's town hall works: holidays and closures are no day to call back. */
  @Get('callbacks/days')
  @Allow('case.note')
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'string', format: 'date' } } })
  days(@Actor() actor: Actor): Promise<readonly string[]> {
    return this.callbacks.days(actor);
  }

  @Get('cases/:caseId/callbacks')
  @Allow('case.note')
  @ApiOkResponse({ type: [CallbackDto] })
  ofCase(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<readonly CallbackDto[]> {
    return this.callbacks.ofCase(actor, caseId);
  }

  @Post('cases/:caseId/callbacks')
  @Allow('case.note')
  @Idempotent()
  @ApiCreatedResponse({ type: CallbackDto })
  add(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Body() body: NewCallbackDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<CallbackDto> {
    return this.callbacks.add(actor, caseId, { ...body, clientKey });
  }

  @Put('callbacks/:id')
  @Allow('case.note')
  @ChangesVersion()
  @ApiOkResponse({ type: CallbackDto })
  async change(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: CallbackContentDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CallbackDto> {
    return withEtag(response, await this.callbacks.change(actor, id, { ...body, version }));
  }

  @Post('callbacks/:id/done')
  @HttpCode(200)
  @Allow('case.note')
  @Idempotent()
  @ApiOkResponse({ type: CallbackDto })
  done(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CallbackDto> {
    return this.callbacks.end(actor, id, actor.personId);
  }

  @Post('callbacks/:id/undone')
  @HttpCode(200)
  @Allow('case.note')
  @Idempotent()
  @ApiOkResponse({ type: CallbackDto })
  undone(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CallbackDto> {
    return this.callbacks.end(actor, id, undefined);
  }
}
