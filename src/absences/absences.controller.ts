import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { AbsenceContentDto, AbsenceDto, AbsenceQueryDto, NewAbsenceDto } from './absences.dto.js';
import { AbsencesService } from './absences.service.js';

/** Absences in three fields: from, to, substitutes. */
@ApiTags('people')
@Controller('absences')
@Allow('absence.edit')
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  @Get()
  @ApiPage(AbsenceDto)
  list(@Actor() actor: Actor, @Query() query: AbsenceQueryDto): Promise<Page<AbsenceDto>> {
    return this.absences.list(actor, query);
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: AbsenceDto })
  add(@Actor() actor: Actor, @Body() absence: NewAbsenceDto, @IdempotencyKey() clientKey: string): Promise<AbsenceDto> {
    return this.absences.add(actor, absence, clientKey);
  }

  @Put(':id')
  @ApiOkResponse({ type: AbsenceDto })
  change(@Actor() actor: Actor, @Param('id') id: string, @Body() absence: AbsenceContentDto): Promise<AbsenceDto> {
    return this.absences.change(actor, id, absence);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Actor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.absences.remove(actor, id);
  }
}
