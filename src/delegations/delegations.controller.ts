import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { DelegationDto, DelegationQueryDto, NewDelegationDto } from './delegations.dto.js';
import { DelegationsService } from './delegations.service.js';

/** Who may sign, for what, and until when. */
@ApiTags('people')
@Controller('delegations')
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Get()
  @Allow('people.read')
  @ApiPage(DelegationDto)
  list(@Actor() actor: Actor, @Query() query: DelegationQueryDto): Promise<Page<DelegationDto>> {
    return this.delegations.list(actor, query);
  }

  @Post()
  @Allow('delegation.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: DelegationDto })
  add(
    @Actor() actor: Actor,
    @Body() delegation: NewDelegationDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<DelegationDto> {
    return this.delegations.add(actor, delegation, clientKey);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('delegation.edit')
  @ApiNoContentResponse()
  end(@Actor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.delegations.end(actor, id);
  }
}
