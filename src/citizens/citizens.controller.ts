import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { CaseListItemDto, CaseListQueryDto } from '../cases/case-list.dto.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiGroupedPage } from '../http/grouped-page.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { CitizenMergeDto, LikelySameDto, NewMergeDto } from './citizen-merges.dto.js';
import { CitizenMergesService } from './citizen-merges.service.js';
import { CitizenEventDto, CitizenTieDto, NewTieDto } from './citizen-ties.dto.js';
import { CitizenTiesService } from './citizen-ties.service.js';
import { CitizenChangeDto, CitizenDto, CitizenQueryDto } from './citizens.dto.js';
import { CitizensService } from './citizens.service.js';

@ApiTags('citizens')
@Controller('citizens')
export class CitizensController {
  constructor(
    private readonly citizens: CitizensService,
    private readonly ties: CitizenTiesService,
    private readonly merging: CitizenMergesService,
  ) {}

  @Get()
  @Allow('citizen.read')
  @ApiPage(CitizenDto)
  search(@Actor() actor: Actor, @Query() query: CitizenQueryDto): Promise<Page<CitizenDto>> {
    return this.citizens.search(actor, query);
  }

  @Get(':id')
  @Allow('citizen.read')
  @ApiOkResponse({ type: CitizenDto })
  async read(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CitizenDto> {
    return withEtag(response, await this.citizens.read(actor, id));
  }

  @Patch(':id')
  @Allow('citizen.edit')
  @ChangesVersion()
  @ApiOkResponse({ type: CitizenDto })
  async change(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() change: CitizenChangeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CitizenDto> {
    return withEtag(response, await this.citizens.change(actor, id, version, change));
  }

  @Get(':id/cases')
  @Allow('citizen.read')
  @ApiGroupedPage(CaseListItemDto)
  cases(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CaseListQueryDto,
  ): Promise<Page<CaseListItemDto>> {
    return this.citizens.casesOf(actor, id, query);
  }

  @Get(':id/history')
  @Allow('citizen.read')
  @ApiOkResponse({ type: [CitizenEventDto] })
  history(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<readonly CitizenEventDto[]> {
    return this.ties.history(actor, id);
  }

  @Get(':id/ties')
  @Allow('citizen.read')
  @ApiOkResponse({ type: [CitizenTieDto] })
  listTies(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<readonly CitizenTieDto[]> {
    return this.ties.list(actor, id);
  }

  @Post(':id/ties')
  @Allow('citizen.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: [CitizenTieDto] })
  tie(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewTieDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<readonly CitizenTieDto[]> {
    return this.ties.tie(actor, id, { ...body, clientKey });
  }

  @Delete(':id/ties/:tieId')
  @HttpCode(204)
  @Allow('citizen.edit')
  @ApiNoContentResponse()
  untie(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('tieId', ParseUUIDPipe) tieId: string,
  ): Promise<void> {
    return this.ties.untie(actor, id, tieId);
  }

  @Get(':id/duplicates')
  @Allow('citizen.read')
  @ApiOkResponse({ type: [LikelySameDto] })
  likely(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<readonly LikelySameDto[]> {
    return this.merging.likely(actor, id);
  }

  @Get(':id/merges')
  @Allow('citizen.read')
  @ApiOkResponse({ type: [CitizenMergeDto] })
  merges(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<readonly CitizenMergeDto[]> {
    return this.merging.list(actor, id);
  }

  @Post(':id/merges')
  @Allow('citizen.merge')
  @Idempotent()
  @ChangesVersion()
  @ApiCreatedResponse({ type: CitizenMergeDto })
  merge(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: NewMergeDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<CitizenMergeDto> {
    return this.merging.merge(actor, id, { ...body, version, clientKey });
  }

  @Post(':id/merges/:mergeId/undo')
  @HttpCode(200)
  @Allow('citizen.merge')
  @ApiOkResponse({ type: CitizenMergeDto })
  undoMerge(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('mergeId', ParseUUIDPipe) mergeId: string,
  ): Promise<CitizenMergeDto> {
    return this.merging.undo(actor, id, mergeId);
  }
}
