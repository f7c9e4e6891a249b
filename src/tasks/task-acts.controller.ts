import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { QualifyActs } from '../qualification/qualify-acts.service.js';
import { withText } from './act-context.js';
import * as dto from './act.dto.js';
import { ActsService } from './acts.service.js';
import { ReplyActs } from './reply-acts.service.js';
import { RoutingActs } from './routing-acts.service.js';

/** What the holder of a task does with it: one action a command. */
@ApiTags('tasks')
@Controller('tasks/:id')
export class TaskActsController {
  constructor(
    private readonly acts: ActsService,
    private readonly replies: ReplyActs,
    private readonly routing: RoutingActs,
    private readonly qualifications: QualifyActs,
  ) {}

  @Post('answer')
  @HttpCode(200)
  @Allow('task.answer')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  answer(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.AnswerDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    return this.acts.onTask(
      { actor, action: 'task.answer', act: this.replies.answer(body, false), clientKey, body },
      id,
    );
  }

  @Post('ask-citizen')
  @HttpCode(200)
  @Allow('task.ask')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  async askCitizen(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.AskCitizenDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = await this.routing.askCitizen(body, await this.acts.allowed(actor, 'task.ask', id));
    return this.acts.onTask({ actor, action: 'task.ask', act, clientKey, body }, id);
  }

  @Post('ask-opinion')
  @HttpCode(200)
  @Allow('task.ask')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  askOpinion(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.AskOpinionDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    return this.acts.onTask({ actor, action: 'task.ask', act: this.routing.askOpinion(body), clientKey, body }, id);
  }

  @Post('ask-finding')
  @HttpCode(200)
  @Allow('task.ask')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  askFinding(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.AskFindingDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const required = body.required === true;
    const act = withText('findingAsked', body.text, (text) => ({
      kind: 'askFinding',
      text,
      team: PATROL_TEAM,
      required,
    }));
    return this.acts.onTask({ actor, action: 'task.ask', act, clientKey, body }, id);
  }

  @Post('opinion')
  @HttpCode(200)
  @Allow('task.opinion')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  opinion(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.TextDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = withText('opinion', body.text, (text) => ({ kind: 'giveOpinion', text }));
    return this.acts.onTask({ actor, action: 'task.opinion', act, clientKey, body }, id);
  }

  @Post('finding')
  @HttpCode(200)
  @Allow('task.finding')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  finding(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.TextDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = withText('finding', body.text, (text) => ({ kind: 'giveFinding', text }));
    return this.acts.onTask({ actor, action: 'task.finding', act, clientKey, body }, id);
  }

  @Post('refuse')
  @HttpCode(200)
  @Allow('task.decline')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  refuse(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.ReasonDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = withText('assignmentRefusal', body.reason, (reason) => ({ kind: 'refuseAssignment', reason }));
    return this.acts.onTask({ actor, action: 'task.decline', act, clientKey, body }, id);
  }

  @Post('confirm-posting')
  @HttpCode(200)
  @Allow('letter.print')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  async confirmPosting(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.ConfirmPostingDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = await this.routing.confirmPosting(body);
    return this.acts.onTask({ actor, action: 'letter.print', act, clientKey, body }, id);
  }

  @Post('settle-doubt')
  @HttpCode(200)
  @Allow('letter.print')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  settleDoubt(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.SettleDoubtDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = this.replies.settled(body);
    return this.acts.onTask({ actor, action: 'letter.print', act, clientKey, body }, id);
  }

  @Post('qualify')
  @HttpCode(200)
  @Allow('task.qualify')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  async qualify(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.QualifyDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = await this.qualifications.qualify(actor, body);
    return this.acts.onTask({ actor, action: 'task.qualify', act, clientKey, body }, id);
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
    return this.acts.onTask({ actor, action: 'task.reassign', act: this.routing.reassign(body), clientKey, body }, id);
  }
}

const PATROL_TEAM = 'grc.patrouille';
