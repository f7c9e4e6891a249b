import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { LotDto, LotSummaryDto, NewLotDto } from './lots.dto.js';
import { LotsService } from './lots.service.js';

/** The same act on many cases. */
@ApiTags('lots')
@Controller('lots')
// Whoever may reassign may remind; what a lot does to each case is asked of that case.
@Allow('task.remind')
export class LotsController {
  constructor(private readonly lots: LotsService) {}

  @Get()
  @ApiOkResponse({ type: [LotSummaryDto] })
  list(@Actor() actor: Actor): Promise<readonly LotSummaryDto[]> {
    return this.lots.list(actor);
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: LotDto })
  prepare(@Actor() actor: Actor, @Body() body: NewLotDto, @IdempotencyKey() clientKey: string): Promise<LotDto> {
    return this.lots.prepare(actor, body, clientKey);
  }

  @Get(':id')
  @ApiOkResponse({ type: LotDto })
  read(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LotDto> {
    return this.lots.read(actor, id);
  }

  @Post(':id/run')
  @HttpCode(200)
  @ApiOkResponse({ type: LotDto })
  run(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LotDto> {
    return this.lots.run(actor, id);
  }

  /** Prepares the lot that puts the cases back where this one found them. */
  @Post(':id/undo')
  @Idempotent()
  @ApiCreatedResponse({ type: LotDto })
  undo(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IdempotencyKey() clientKey: string,
  ): Promise<LotDto> {
    return this.lots.prepareUndo(actor, id, clientKey);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOkResponse({ type: LotDto })
  retry(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LotDto> {
    return this.lots.retry(actor, id);
  }
}
