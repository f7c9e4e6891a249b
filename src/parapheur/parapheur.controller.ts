import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { ExpectedLettersService } from './expected-letters.service.js';
import { ExpectedLetterDto, LetterChangesDto, ParapheurItemDto } from './parapheur.dto.js';
import { ParapheurService } from './parapheur.service.js';

/** The signature book: replies that wait for the reader's eyes. */
@ApiTags('tasks')
@Controller('parapheur')
@Allow('task.endorse', 'task.sign')
export class ParapheurController {
  constructor(
    private readonly parapheur: ParapheurService,
    private readonly expected: ExpectedLettersService,
  ) {}

  @Get()
  @ApiPage(ParapheurItemDto)
  list(@Actor() actor: Actor): Promise<Page<ParapheurItemDto>> {
    return this.parapheur.list(actor);
  }

  /** For an empty one: when something should come. */
  @Get('expected')
  @ApiOkResponse({ type: ExpectedLetterDto })
  next(@Actor() actor: Actor): Promise<ExpectedLetterDto> {
    return this.expected.next(actor);
  }

  @Get(':taskId/changes')
  @ApiOkResponse({ type: LetterChangesDto })
  changes(@Actor() actor: Actor, @Param('taskId') taskId: string): Promise<LetterChangesDto> {
    return this.parapheur.changes(actor, taskId);
  }
}
