import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { CaseListItemDto, CaseListQueryDto } from '../cases/case-list.dto.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { CitizenChangeDto, CitizenDto, CitizenQueryDto } from './citizens.dto.js';
import { CitizensService } from './citizens.service.js';

@ApiTags('citizens')
@Controller('citizens')
export class CitizensController {
  constructor(private readonly citizens: CitizensService) {}

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
  @ApiPage(CaseListItemDto)
  cases(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CaseListQueryDto,
  ): Promise<Page<CaseListItemDto>> {
    return this.citizens.casesOf(actor, id, query);
  }
}
