import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { plain, withText } from './act-context.js';
import * as dto from './act.dto.js';
import { ActsService } from './acts.service.js';
import { ReplyActs } from './reply-acts.service.js';

/** What those of the validation chain do with a reply they have read. */
@ApiTags('tasks')
@Controller('tasks/:id')
export class ChainActsController {
  constructor(
    private readonly acts: ActsService,
    private readonly replies: ReplyActs,
  ) {}

  @Post('endorse')
  @HttpCode(200)
  @Allow('task.endorse')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  endorse(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.LetterHashDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const act = plain({ kind: 'endorse', letterHash: body.letterHash });
    return this.acts.onTask({ actor, action: 'task.endorse', act, clientKey, body }, id);
  }

  @Post('endorse-corrected')
  @HttpCode(200)
  @Allow('task.endorse')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  endorseCorrected(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.EndorseCorrectedDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    return this.acts.onTask({ actor, action: 'task.endorse', act: this.replies.correction(body), clientKey, body }, id);
  }

  @Post('send-back')
  @HttpCode(200)
  @Allow('task.endorse', 'task.sign')
  @Idempotent()
  @ApiOkResponse({ type: dto.ActResultDto })
  sendBack(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: dto.SendBackDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<dto.ActResultDto> {
    const { letterHash, to, passage, remark: words } = body;
    const said = passage === undefined ? words : `« ${passage} »\n\n${words}`;
    const act = withText('remark', said, (remark) => ({ kind: 'sendBack', letterHash, to, remark }));
    return this.acts.onTask({ actor, action: 'task.endorse', act, clientKey, body }, id);
  }
}
