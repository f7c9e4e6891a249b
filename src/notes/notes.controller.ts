import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { CaseNoteDto } from '../cases/case-contents.dto.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { NewNoteDto } from './notes.dto.js';
import { NotesService } from './notes.service.js';

@ApiTags('notes')
@Controller('cases/:caseId/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @Allow('case.read')
  @ApiPage(CaseNoteDto)
  list(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<Page<CaseNoteDto>> {
    return this.notes.list(actor, caseId);
  }

  @Post()
  @Allow('case.note')
  @Idempotent()
  @ApiCreatedResponse({ type: CaseNoteDto })
  add(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Body() body: NewNoteDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<CaseNoteDto> {
    return this.notes.add(actor, caseId, { ...body, clientKey });
  }
}
