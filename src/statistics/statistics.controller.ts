import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { FIGURE_DEFINITIONS } from './figure-definitions.js';
import { FigureDefinitionDto, StatisticsDto, StatisticsQueryDto } from './statistics.dto.js';
import { StatisticsService } from './statistics.service.js';

/** What was received and answered, and how the promise was kept. */
@ApiTags('statistics')
@Controller('statistics')
@Allow('statistics.read')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @ApiOkResponse({ type: StatisticsDto })
  read(@Actor() actor: Actor, @Query() query: StatisticsQueryDto): Promise<StatisticsDto> {
    return this.statistics.read(actor, query);
  }

  @Get('definitions')
  @ApiOkResponse({ type: [FigureDefinitionDto] })
  definitions(): readonly FigureDefinitionDto[] {
    return FIGURE_DEFINITIONS;
  }

  @Get('export')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="chiffres.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  export(@Actor() actor: Actor, @Query() query: StatisticsQueryDto): Promise<string> {
    return this.statistics.csv(actor, query);
  }
}
