import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ChainRole } from '../../domain/people/role.js';
import { Actor, Allow } from '../auth/allow.js';
import { freshAuthentication } from '../auth/fresh-authentication.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { plain, withText } from './act-context.js';
import * as dto from './act.dto.js';
import { ActsService } from './acts.service.js';
import { ReplyActs } from './reply-acts.service.js';
import { RoutingActs } from './routing-acts.service.js';
import { onBehalfOf } from './task-audience.js';

/** What the holder of a task does with it: one action a command. */
@ApiTags('tasks')
@Controller('tasks/:id')
export class TaskActsController {
  constructor(
    private readonly acts: ActsService,
    private readonly replies: ReplyActs,
    private readonly routing: RoutingActs,
  ) {}

  @Post('answer')
  @HttpCode(200)
  @Allow('task.answer')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  answer(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.AnswerDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    return this.acts.onTask({ actor, action: 'task.answer', act: this.replies.answer(body, false), clientKey, body }, id);
  }

  @Post('ask-citizen')
  @HttpCode(200)
  @Allow('task.ask')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  async askCitizen(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.AskCitizenDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const act = await this.routing.askCitizen(body, await this.acts.allowed(actor, 'task.ask', id));
    return this.acts.onTask({ actor, action: 'task.ask', act, clientKey, body }, id);
  }

  @Post('ask-opinion')
  @HttpCode(200)
  @Allow('task.ask')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  askOpinion(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.AskOpinionDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    return this.acts.onTask({ actor, action: 'task.ask', act: this.routing.askOpinion(body), clientKey, body }, id);
  }

  @Post('ask-finding')
  @HttpCode(200)
  @Allow('task.ask')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  askFinding(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.AskFindingDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const required = body.required === true;
    const act = withText('findingAsked', body.text, (text) => ({ kind: 'askFinding', text, team: PATROL_TEAM, required }));
    return this.acts.onTask({ actor, action: 'task.ask', act, clientKey, body }, id);
  }

  @Post('opinion')
  @HttpCode(200)
  @Allow('task.opinion')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  opinion(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.TextDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const act = withText('opinion', body.text, (text) => ({ kind: 'giveOpinion', text }));
    return this.acts.onTask({ actor, action: 'task.opinion', act, clientKey, body }, id);
  }

  @Post('finding')
  @HttpCode(200)
  @Allow('task.finding')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  finding(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.TextDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const act = withText('finding', body.text, (text) => ({ kind: 'giveFinding', text }));
    return this.acts.onTask({ actor, action: 'task.finding', act, clientKey, body }, id);
  }

  @Post('refuse')
  @HttpCode(200)
  @Allow('task.decline')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  refuse(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.ReasonDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const act = withText('assignmentRefusal', body.reason, (reason) => ({ kind: 'refuseAssignment', reason }));
    return this.acts.onTask({ actor, action: 'task.decline', act, clientKey, body }, id);
  }

  @Post('endorse')
  @HttpCode(200)
  @Allow('task.endorse')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  endorse(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.LetterHashDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const act = plain({ kind: 'endorse', letterHash: body.letterHash });
    return this.acts.onTask({ actor, action: 'task.endorse', act, clientKey, body }, id);
  }

  @Post('endorse-corrected')
  @HttpCode(200)
  @Allow('task.endorse')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  endorseCorrected(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.EndorseCorrectedDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    return this.acts.onTask({ actor, action: 'task.endorse', act: this.replies.correction(body), clientKey, body }, id);
  }

  @Post('send-back')
  @HttpCode(200)
  @Allow('task.endorse', 'task.sign')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  sendBack(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.SendBackDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const { letterHash, to, passage, remark: words } = body;
    const said = passage === undefined ? words : `« ${passage} »\n\n${words}`;
    const act = withText('remark', said, (remark) => ({ kind: 'sendBack', letterHash, to, remark }));
    return this.acts.onTask({ actor, action: 'task.endorse', act, clientKey, body }, id);
  }

  @Post('sign')
  @HttpCode(200)
  @Allow('task.sign')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  async sign(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.LetterHashDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const { id: authenticationId } = freshAuthentication(actor);
    const task = await this.acts.allowed(actor, 'task.sign', id);
    const replaced = onBehalfOf(task, actor).onBehalfOf;
    const given = { letterHash: body.letterHash, signer: actor.personId, role: task.role as ChainRole };
    const act = this.replies.signature(replaced === undefined ? given : { ...given, onBehalfOf: replaced });
    return this.acts.onTask({ actor, action: 'task.sign', act, clientKey, body, authenticationId }, id);
  }

  @Post('confirm-posting')
  @HttpCode(200)
  @Allow('letter.print')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  async confirmPosting(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.ConfirmPostingDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const act = await this.routing.confirmPosting(body);
    return this.acts.onTask({ actor, action: 'letter.print', act, clientKey, body }, id);
  }

  @Post('settle-doubt')
  @HttpCode(200)
  @Allow('letter.print')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  settleDoubt(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.SettleDoubtDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const act = plain({ kind: 'settleDoubt', decision: body.decision });
    return this.acts.onTask({ actor, action: 'letter.print', act, clientKey, body }, id);
  }

  @Post('qualify')
  @HttpCode(200)
  @Allow('task.qualify')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  async qualify(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.QualifyDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    const act = await this.routing.qualify(body);
    return this.acts.onTask({ actor, action: 'task.qualify', act, clientKey, body }, id);
  }

  @Post('reassign')
  @HttpCode(200)
  @Allow('task.reassign')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  reassign(@Actor() actor: Actor, @Param('id') id: string, @Body() body: dto.ReassignDto, @IdempotencyKey() clientKey: string): Promise<dto.ActResultDto> {
    return this.acts.onTask({ actor, action: 'task.reassign', act: this.routing.reassign(body), clientKey, body }, id);
  }
}

const PATROL_TEAM = 'grc.patrouille';
