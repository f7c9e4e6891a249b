import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { AnswerLinkedService } from './answer-linked.service.js';
import { AnsweredLinkedDto, AnswerLinkedDto, CaseLinkDto, NewLinkDto, PossibleDuplicateDto } from './links.dto.js';
import { LinksService } from './links.service.js';

/** Duplicates and related cases: found, linked, answered together. */
@ApiTags('links')
@Controller('cases/:caseId')
export class LinksController {
  constructor(
    private readonly links: LinksService,
    private readonly answers: AnswerLinkedService,
  ) {}

  @Get('links')
  @Allow('case.read')
  @ApiOkResponse({ type: [CaseLinkDto] })
  list(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<readonly CaseLinkDto[]> {
    return this.links.list(actor, caseId);
  }

  @Get('duplicates')
  @Allow('case.read')
  @ApiOkResponse({ type: [PossibleDuplicateDto] })
  duplicates(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<readonly PossibleDuplicateDto[]> {
    return this.links.duplicates(actor, caseId);
  }

  @Post('links')
  @Allow('case.note')
  @Idempotent()
  @ApiCreatedResponse({ type: CaseLinkDto })
  link(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Body() body: NewLinkDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<CaseLinkDto> {
    return this.links.link(actor, caseId, { ...body, clientKey });
  }

  @Delete('links/:id')
  @HttpCode(204)
  @Allow('case.note')
  @ApiNoContentResponse()
  unlink(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    return this.links.unlink(actor, caseId, id);
  }

  @Put('distinct-from/:otherId')
  @HttpCode(204)
  @Allow('case.note')
  @ApiNoContentResponse()
  tellApart(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Param('otherId', ParseUUIDPipe) otherId: string,
  ): Promise<void> {
    return this.links.tellApart(actor, caseId, otherId);
  }

  @Delete('distinct-from/:otherId')
  @HttpCode(204)
  @Allow('case.note')
  @ApiNoContentResponse()
  tellApartNoMore(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Param('otherId', ParseUUIDPipe) otherId: string,
  ): Promise<void> {
    return this.links.tellApartNoMore(actor, caseId, otherId);
  }

  @Post('answer-linked')
  @HttpCode(200)
  @Allow('task.answer')
  @Idempotent()
  @ApiOkResponse({ type: AnsweredLinkedDto })
  answerLinked(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Body() body: AnswerLinkedDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<AnsweredLinkedDto> {
    return this.answers.answer(actor, caseId, { ...body, clientKey });
  }
}
