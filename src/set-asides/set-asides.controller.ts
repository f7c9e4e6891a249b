import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, PageQuery, type Page } from '../http/pagination.js';
import { SetAsideDto } from './set-asides.dto.js';
import { SetAsidesService } from './set-asides.service.js';

/** Undesirable messages: out of the lists of work, and back. */
@ApiTags('set asides')
@Controller()
export class SetAsidesController {
  constructor(private readonly setAsides: SetAsidesService) {}

  @Get('set-asides')
  @Allow('task.qualify')
  @ApiPage(SetAsideDto)
  list(@Actor() actor: Actor, @Query() query: PageQuery): Promise<Page<SetAsideDto>> {
    return this.setAsides.list(actor, query);
  }

  @Post('cases/:id/set-aside')
  @HttpCode(204)
  @Allow('task.qualify')
  @Idempotent()
  @ApiNoContentResponse()
  setAside(@Actor() actor: Actor, @Param('id') id: string, @IdempotencyKey() clientKey: string): Promise<void> {
    return this.setAsides.setAside(actor, id, clientKey);
  }

  @Post('cases/:id/restore')
  @HttpCode(204)
  @Allow('task.qualify')
  @Idempotent()
  @ApiNoContentResponse()
  restore(@Actor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.setAsides.restore(actor, id);
  }
}
