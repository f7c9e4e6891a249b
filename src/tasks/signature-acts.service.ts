import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChainRole } from '../../domain/people/role.js';
import { REFUSAL_SENTENCES } from '../../domain/text/refusal-sentences.js';
import type { Actor } from '../auth/allow.js';
import { freshAuthentication } from '../auth/fresh-authentication.js';
import { describeError, Logger } from '../http/logger.js';
import { Refusal } from '../http/refusal.js';
import type { ActResultDto } from './act.dto.js';
import { ActsService } from './acts.service.js';
import { ReplyActs } from './reply-acts.service.js';
import type { SignBatchItemDto, SignedItemDto } from './sign-batch.dto.js';
import { onBehalfOf } from './task-audience.js';

/** One signature: of which letter, under which key. */
export interface AskedSignature {
  readonly taskId: string;
  /** SHA-256 of the letter that was read. */
  readonly letterHash: string;
  readonly clientKey: string;
}

/** Signatures, one by one or a lot under one authentication; each is an ordinary command, so none is given twice. */
@Injectable()
export class SignatureActs {
  constructor(
    private readonly acts: ActsService,
    private readonly replies: ReplyActs,
    private readonly logger: Logger,
  ) {}

  /** @throws Refusal `auth.reauthentication-required`, and those of the act */
  async sign(actor: Actor, asked: AskedSignature): Promise<ActResultDto> {
    return this.signUnder(actor, asked, freshAuthentication(actor).id);
  }

  /** One after the other, in the order given: a failure stops none of the others. */
  async signAll(actor: Actor, items: readonly SignBatchItemDto[], lotKey: string): Promise<readonly SignedItemDto[]> {
    const { id } = freshAuthentication(actor);
    const results: SignedItemDto[] = [];
    for (const item of items) results.push(await this.signOne(actor, { ...item, clientKey: keyIn(lotKey, item) }, id));
    return results;
  }

  private async signOne(actor: Actor, asked: AskedSignature, authenticationId: string): Promise<SignedItemDto> {
    const { taskId } = asked;
    try {
      const { caseId, openTasks } = await this.signUnder(actor, asked, authenticationId);
      return { taskId, ok: true, caseId, openTasks };
    } catch (error) {
      if (!(error instanceof Refusal)) this.logger.error({ taskId, ...describeError(error) }, 'signature in a lot');
      const code = error instanceof Refusal ? error.code : 'http.unavailable';
      return { taskId, ok: false, code, detail: REFUSAL_SENTENCES[code] };
    }
  }

  private async signUnder(
    actor: Actor,
    { taskId, letterHash, clientKey }: AskedSignature,
    authenticationId: string,
  ): Promise<ActResultDto> {
    const task = await this.acts.allowed(actor, 'task.sign', taskId);
    const replaced = onBehalfOf(task, actor).onBehalfOf;
    const given = { letterHash, signer: actor.personId, role: task.role as ChainRole };
    const act = this.replies.signature(replaced === undefined ? given : { ...given, onBehalfOf: replaced });
    const body = { letterHash };
    return this.acts.onTask({ actor, action: 'task.sign', act, clientKey, body, authenticationId }, taskId);
  }
}

/** The key of one signature of a lot: the same lot sent twice signs each letter once. */
function keyIn(lotKey: string, { taskId, letterHash }: SignBatchItemDto): string {
  return createHash('sha256').update(`${lotKey} ${taskId} ${letterHash}`).digest('hex');
}
