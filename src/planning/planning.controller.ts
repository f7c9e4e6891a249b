import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { PlanningDto, PlanningQueryDto } from './planning.dto.js';
import { PlanningService } from './planning.service.js';

/** The week of a department. */
@ApiTags('tasks')
@Controller('planning')
export class PlanningController {
  constructor(private readonly planning: PlanningService) {}

  @Get()
  @Allow('team.read')
  @ApiOkResponse({ type: PlanningDto })
  week(@Actor() actor: Actor, @Query() query: PlanningQueryDto): Promise<PlanningDto> {
    return this.planning.week(actor, query);
  }
}
