import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { ChangesVersion, IfMatch } from '../http/etag.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { AbsenceContentDto, AbsenceDto, AbsenceQueryDto, NewAbsenceDto, ReturnDto } from './absences.dto.js';
import { AbsencesService } from './absences.service.js';
import { ReturnsService } from './returns.service.js';

/** Absences: from, to, substitutes; where wanted, in which processes and what colleagues are told. And what a return finds. */
@ApiTags('people')
@Controller('absences')
@Allow('absence.edit')
export class AbsencesController {
  constructor(
    private readonly absences: AbsencesService,
    private readonly returns: ReturnsService,
  ) {}

  @Get()
  @ApiPage(AbsenceDto)
  list(@Actor() actor: Actor, @Query() query: AbsenceQueryDto): Promise<Page<AbsenceDto>> {
    return this.absences.list(actor, query);
  }

  @Get('return')
  @ApiOkResponse({ type: ReturnDto })
  last(@Actor() actor: Actor): Promise<ReturnDto> {
    return this.returns.last(actor);
  }

  @Put(':id/return-seen')
  @HttpCode(204)
  @ApiNoContentResponse()
  markSeen(@Actor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.returns.markSeen(actor, id);
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: AbsenceDto })
  add(@Actor() actor: Actor, @Body() absence: NewAbsenceDto, @IdempotencyKey() clientKey: string): Promise<AbsenceDto> {
    return this.absences.add(actor, absence, clientKey);
  }

  @Put(':id')
  @ChangesVersion()
  @ApiOkResponse({ type: AbsenceDto })
  change(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() absence: AbsenceContentDto,
  ): Promise<AbsenceDto> {
    return this.absences.change(actor, { id, version }, absence);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Actor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.absences.remove(actor, id);
  }
}
