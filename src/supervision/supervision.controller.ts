import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { LateCausesService } from './late-causes.service.js';
import {
  AttentionCaseDto,
  AttentionQueryDto,
  LateCausesDto,
  LateCausesQueryDto,
  SupervisionDto,
} from './supervision.dto.js';
import { SupervisionService } from './supervision.service.js';

@ApiTags('supervision')
@Controller('supervision')
@Allow('statistics.read')
export class SupervisionController {
  constructor(
    private readonly supervision: SupervisionService,
    private readonly causes: LateCausesService,
  ) {}

  @Get()
  @ApiOkResponse({ type: SupervisionDto })
  today(@Actor() actor: Actor): Promise<SupervisionDto> {
    return this.supervision.today(actor);
  }

  /** Where the time of what is late now was spent. */
  @Get('late-causes')
  @ApiOkResponse({ type: LateCausesDto })
  lateCauses(@Actor() actor: Actor, @Query() query: LateCausesQueryDto): Promise<LateCausesDto> {
    return this.causes.read(actor, query);
  }

  @Get('cases')
  @ApiPage(AttentionCaseDto)
  cases(@Actor() actor: Actor, @Query() query: AttentionQueryDto): Promise<Page<AttentionCaseDto>> {
    return this.supervision.cases(actor, query);
  }
}
