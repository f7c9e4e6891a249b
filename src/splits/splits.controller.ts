import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { NewSplitDto, SplitDto } from './splits.dto.js';
import { SplitsService } from './splits.service.js';

/** One message that speaks of several things. */
@ApiTags('splits')
@Controller('cases/:id/split')
export class SplitsController {
  constructor(private readonly splits: SplitsService) {}

  @Post()
  @Allow('task.qualify')
  @Idempotent()
  @ApiCreatedResponse({ type: SplitDto })
  split(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: NewSplitDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<SplitDto> {
    return this.splits.split(actor, id, { ...body, clientKey });
  }
}
