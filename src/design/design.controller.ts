import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../auth/allow.js';
import {
  BenchDto,
  BenchResultDto,
  DesignedProcessDto,
  DesignSheetDto,
  RetentionDto,
  VersionHealthDto,
  WhyDto,
  WhyQueryDto,
} from './design.dto.js';
import { CatalogHealthService } from './catalog-health.service.js';
import { DesignService } from './design.service.js';
import { RetentionService } from './retention.service.js';
import { WhyService } from './why.service.js';

/** The catalogue for its designers, and what an administrator needs to explain. */
@ApiTags('design')
@Controller()
export class DesignController {
  constructor(
    private readonly design: DesignService,
    private readonly health: CatalogHealthService,
    private readonly retentions: RetentionService,
    private readonly reasons: WhyService,
  ) {}

  @Get('catalog')
  @Allow('catalog.read')
  @ApiOkResponse({ type: [DesignedProcessDto] })
  list(): Promise<readonly DesignedProcessDto[]> {
    return this.health.list();
  }

  @Get('processes/:processId/versions')
  @Allow('catalog.read')
  @ApiOkResponse({ type: [VersionHealthDto] })
  versions(@Param('processId') processId: string): Promise<readonly VersionHealthDto[]> {
    return this.health.versions(processId);
  }

  @Get('processes/:processId/design')
  @Allow('catalog.read')
  @ApiOkResponse({ type: DesignSheetDto })
  sheet(@Param('processId') processId: string): Promise<DesignSheetDto> {
    return this.design.sheet(processId);
  }

  @Post('processes/:processId/bench')
  @HttpCode(200)
  @Allow('catalog.read')
  @ApiOkResponse({ type: BenchResultDto })
  bench(@Param('processId') processId: string, @Body() body: BenchDto): Promise<BenchResultDto> {
    return this.design.bench(processId, body);
  }

  @Get('retention')
  @Allow('people.edit')
  @ApiOkResponse({ type: RetentionDto })
  retention(): Promise<RetentionDto> {
    return this.retentions.read();
  }

  @Get('cases/:caseId/why')
  @Allow('people.edit')
  @ApiOkResponse({ type: WhyDto })
  why(@Param('caseId') caseId: string, @Query() { person }: WhyQueryDto): Promise<WhyDto> {
    return this.reasons.explain(caseId, person);
  }
}
