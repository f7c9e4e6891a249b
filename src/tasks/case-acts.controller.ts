import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { QualifyActs } from '../qualification/qualify-acts.service.js';
import { keep, plain, UNSTORED, withText, type AskedAct } from './act-context.js';
import * as dto from './act.dto.js';
import { ActsService } from './acts.service.js';
import { dayOf } from './answer-conclusion.js';
import { ReplyActs } from './reply-acts.service.js';
import { RoutingActs } from './routing-acts.service.js';

/** What is done to a case as a whole, whoever holds its task. */
@ApiTags('cases')
@Controller('cases/:id')
export class CaseActsController {
  constructor(
    private readonly acts: ActsService,
    private readonly replies: ReplyActs,
    private readonly routing: RoutingActs,
    private readonly qualifications: QualifyActs,
  ) {}

  @Post('answer-at-once')
  @HttpCode(200)
  @Allow('task.answer')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  answerAtOnce(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.AnswerDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    return this.acts.onCase(
      { actor, action: 'task.answer', act: this.replies.answer(body, true), clientKey, body },
      id,
    );
  }

  @Post('recall')
  @HttpCode(200)
  @Allow('task.recall')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  recall(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    return this.acts.onCase({ actor, action: 'task.recall', act: plain({ kind: 'recall' }), clientKey, body: {} }, id);
  }

  @Post('requalify')
  @HttpCode(200)
  @Allow('task.qualify')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  async requalify(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.QualifyDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = await this.qualifications.qualify(actor, body);
    return this.acts.onCase({ actor, action: 'task.qualify', act, clientKey, body }, id);
  }

  @Post('reassign')
  @HttpCode(200)
  @Allow('task.reassign')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  reassign(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.ReassignDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    return this.acts.onCase({ actor, action: 'task.reassign', act: this.routing.reassign(body), clientKey, body }, id);
  }

  @Post('citizen-answer')
  @HttpCode(200)
  @Allow('task.ask')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  citizenAnswer(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.CitizenAnswerDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const { openRequest } = body;
    const act = withText('citizenAnswer', body.text, (text) => ({ kind: 'citizenAnswered', openRequest, text }));
    return this.acts.onCase({ actor, action: 'task.ask', act, clientKey, body, ...receivedOn(body.receivedOn) }, id);
  }

  @Post('drop-request')
  @HttpCode(200)
  @Allow('task.ask')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  dropRequest(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.DropRequestDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const { openRequest } = body;
    const act = optionalReason('dropReason', body.reason, (reason) => ({
      kind: 'dropOpenRequest',
      openRequest,
      ...reason,
    }));
    return this.acts.onCase({ actor, action: 'task.ask', act, clientKey, body }, id);
  }

  @Post('close')
  @HttpCode(200)
  @Allow('case.close')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  close(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.CloseDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = optionalReason('closingReason', body.reason, (reason) => ({
      kind: 'close',
      conclusion: body.conclusion === 'withdrawn' ? { kind: 'withdrawn', ...reason } : { kind: 'noCitizenReply' },
    }));
    return this.acts.onCase({ actor, action: 'case.close', act, clientKey, body }, id);
  }

  @Post('reopen')
  @HttpCode(200)
  @Allow('case.reopen')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  reopen(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.ReopenDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = withText('reopeningReason', body.reason, (reason) => ({ kind: 'reopen', reason }));
    return this.acts.onCase({ actor, action: 'case.reopen', act, clientKey, body, ...receivedOn(body.receivedOn) }, id);
  }

  @Post('reply-channel')
  @HttpCode(200)
  @Allow('case.close')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  replyChannel(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.ReplyChannelDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = this.replies.channel(body.channel);
    return this.acts.onCase({ actor, action: 'case.close', act, clientKey, body }, id);
  }
}

function receivedOn(day: string | undefined): { receivedOn?: ReturnType<typeof dayOf> } {
  return day === undefined ? {} : { receivedOn: dayOf(day, '/receivedOn') };
}

interface Reason {
  readonly reason?: typeof UNSTORED;
}

function optionalReason(
  kind: string,
  words: string | undefined,
  act: (reason: Reason) => AskedAct['rehearsal'],
): AskedAct {
  return {
    rehearsal: act(words === undefined ? {} : { reason: UNSTORED }),
    prepare: async (context) => ({ act: act(words === undefined ? {} : { reason: await keep(context, kind, words) }) }),
  };
}
