import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { IncidentDto, IncidentQueryDto, IncidentResultDto, SkipReasonDto } from './incidents.dto.js';
import { IncidentsService } from './incidents.service.js';

@ApiTags('incidents')
@Controller('incidents')
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  @Get()
  @Allow('incident.read')
  @ApiPage(IncidentDto)
  list(@Actor() actor: Actor, @Query() query: IncidentQueryDto): Promise<Page<IncidentDto>> {
    return this.incidents.list(actor, query);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Allow('incident.resolve')
  @Idempotent()
  @ApiOkResponse({ type: IncidentResultDto })
  retry(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IdempotencyKey() clientKey: string,
  ): Promise<IncidentResultDto> {
    return this.incidents.retry(actor, id, clientKey);
  }

  @Post(':id/skip')
  @HttpCode(200)
  @Allow('incident.resolve')
  @Idempotent()
  @ApiOkResponse({ type: IncidentResultDto })
  skip(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: SkipReasonDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<IncidentResultDto> {
    return this.incidents.skip(actor, id, { reason, clientKey });
  }
}
