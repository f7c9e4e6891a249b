import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ComparisonDto, ComparisonQueryDto } from './comparison.dto.js';
import { ComparisonService } from './comparison.service.js';
import { NewTrialDto, TrialDto } from './trials.dto.js';
import { TrialsService } from './trials.service.js';

/** How designers check a change: versions compared, kept trials replayed. */
@ApiTags('design')
@Controller()
export class TrialsController {
  constructor(
    private readonly trials: TrialsService,
    private readonly comparisons: ComparisonService,
  ) {}

  @Get('catalog/comparison')
  @Allow('catalog.read')
  @ApiOkResponse({ type: ComparisonDto })
  compare(@Query() query: ComparisonQueryDto): Promise<ComparisonDto> {
    return this.comparisons.compare(query);
  }

  @Get('processes/:processId/trials')
  @Allow('catalog.read')
  @ApiOkResponse({ type: [TrialDto] })
  list(@Param('processId') processId: string): Promise<readonly TrialDto[]> {
    return this.trials.list(processId);
  }

  @Post('processes/:processId/trials')
  @Allow('catalog.design')
  @Idempotent()
  @ApiCreatedResponse({ type: TrialDto })
  keep(
    @Actor() actor: Actor,
    @Param('processId') processId: string,
    @Body() body: NewTrialDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<TrialDto> {
    return this.trials.keep(actor, processId, { ...body, clientKey });
  }

  @Post('processes/:processId/trials/replay')
  @HttpCode(200)
  @Allow('catalog.design')
  @ApiOkResponse({ type: [TrialDto] })
  replay(@Param('processId') processId: string): Promise<readonly TrialDto[]> {
    return this.trials.replayAll(processId);
  }

  /** What it gives now becomes what it expects. */
  @Post('trials/:id/accept')
  @HttpCode(200)
  @Allow('catalog.design')
  @Idempotent()
  @ApiOkResponse({ type: TrialDto })
  accept(@Param('id', ParseUUIDPipe) id: string): Promise<TrialDto> {
    return this.trials.accept(id);
  }

  @Delete('trials/:id')
  @HttpCode(204)
  @Allow('catalog.design')
  @ApiNoContentResponse()
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.trials.remove(id);
  }
}
