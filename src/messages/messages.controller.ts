import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { CaseMessageDto } from '../cases/case-contents.dto.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { NewMessageDto, ReadMessagesDto, UnreadMessagesDto } from './messages.dto.js';
import { MessagesService } from './messages.service.js';

/** Plain messages with the citizen of a case; they are listed with the case. */
@ApiTags('messages')
@Controller()
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Post('cases/:caseId/messages')
  @Allow('task.ask')
  @Idempotent()
  @ApiCreatedResponse({ type: CaseMessageDto })
  write(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Body() { text }: NewMessageDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<CaseMessageDto> {
    return this.messages.write(actor, caseId, { text, clientKey });
  }

  @Post('cases/:caseId/messages/read')
  @HttpCode(200)
  @Allow('case.note')
  @ApiOkResponse({ type: ReadMessagesDto })
  markRead(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<ReadMessagesDto> {
    return this.messages.markRead(actor, caseId);
  }

  @Get('messages/unread')
  @Allow('task.read')
  @ApiOkResponse({ type: UnreadMessagesDto })
  unread(@Actor() actor: Actor): Promise<UnreadMessagesDto> {
    return this.messages.unread(actor);
  }
}
