import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ActResultDto, LetterHashDto } from './act.dto.js';
import { SignBatchDto, SignBatchResultDto } from './sign-batch.dto.js';
import { SignatureActs } from './signature-acts.service.js';

/** Signatures: after authenticating again, once for one letter or for a lot. */
@ApiTags('tasks')
@Controller('tasks')
export class SignaturesController {
  constructor(private readonly signatures: SignatureActs) {}

  @Post(':id/sign')
  @HttpCode(200)
  @Allow('task.sign')
  @Idempotent()
  @ApiOkResponse({ type: ActResultDto })
  sign(
    @Actor() actor: Actor,
    @Param('id') taskId: string,
    @Body() { letterHash }: LetterHashDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<ActResultDto> {
    return this.signatures.sign(actor, { taskId, letterHash, clientKey });
  }

  @Post('sign-batch')
  @HttpCode(200)
  @Allow('task.sign')
  @Idempotent()
  @ApiOkResponse({ type: SignBatchResultDto })
  async signAll(
    @Actor() actor: Actor,
    @Body() lot: SignBatchDto,
    @IdempotencyKey() lotKey: string,
  ): Promise<SignBatchResultDto> {
    const items = await this.signatures.signAll(actor, lot.items, lotKey);
    const signed = items.filter(({ ok }) => ok).length;
    return { signed, failed: items.length - signed, items };
  }
}
