import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { sendEtag } from '../http/etag.js';
import { ApiGroupedPage } from '../http/grouped-page.js';
import type { Page } from '../http/pagination.js';
import { CaseDetailDto } from './case-detail.dto.js';
import { CaseDetailService } from './case-detail.service.js';
import { CaseCountDto, CaseListFilterDto, CaseListItemDto, CaseListQueryDto } from './case-list.dto.js';
import { CaseListService } from './case-list.service.js';
import { JournalDto, StateCheckDto } from './journal.dto.js';
import { JournalService } from './journal.service.js';
import { StateCheckService } from './state-check.service.js';

/** Cases: searched, read, checked. */
@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: CaseListService,
    private readonly details: CaseDetailService,
    private readonly journals: JournalService,
    private readonly checks: StateCheckService,
  ) {}

  @Get()
  @Allow('case.search')
  @ApiGroupedPage(CaseListItemDto)
  list(@Actor() actor: Actor, @Query() query: CaseListQueryDto): Promise<Page<CaseListItemDto>> {
    return this.cases.list(actor, query);
  }

  @Get('count')
  @Allow('case.search')
  @ApiOkResponse({ type: CaseCountDto })
  count(@Actor() actor: Actor, @Query() query: CaseListFilterDto): Promise<CaseCountDto> {
    return this.cases.count(actor, query);
  }

  @Get(':caseId')
  @Allow('case.read')
  @ApiOkResponse({ type: CaseDetailDto })
  async read(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseDetailDto> {
    const detail = await this.details.detail(actor, caseId);
    sendEtag(response, detail.revision);
    return detail;
  }

  @Get(':caseId/journal')
  @Allow('case.read')
  @ApiOkResponse({ type: JournalDto })
  journal(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<JournalDto> {
    return this.journals.read(actor, caseId);
  }

  @Get(':caseId/state-check')
  @Allow('incident.resolve')
  @ApiOkResponse({ type: StateCheckDto })
  check(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<StateCheckDto> {
    return this.checks.check(actor, caseId);
  }
}
