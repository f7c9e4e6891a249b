import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { AttentionCaseDto, AttentionQueryDto, SupervisionDto } from './supervision.dto.js';
import { SupervisionService } from './supervision.service.js';

@ApiTags('supervision')
@Controller('supervision')
@Allow('statistics.read')
export class SupervisionController {
  constructor(private readonly supervision: SupervisionService) {}

  @Get()
  @ApiOkResponse({ type: SupervisionDto })
  today(@Actor() actor: Actor): Promise<SupervisionDto> {
    return this.supervision.today(actor);
  }

  @Get('cases')
  @ApiPage(AttentionCaseDto)
  cases(@Actor() actor: Actor, @Query() query: AttentionQueryDto): Promise<Page<AttentionCaseDto>> {
    return this.supervision.cases(actor, query);
  }
}
