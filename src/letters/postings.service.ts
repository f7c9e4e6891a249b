import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/allow.js';
import { Database } from '../database/database.js';
import { findCommand } from '../database/repositories/commands.repository.js';
import { markPosted, postedBy } from '../database/repositories/letters-to-post.repository.js';
import { tellScreens } from '../database/repositories/notes.repository.js';
import { Refusal } from '../http/refusal.js';
import type { ConfirmPostingDto } from '../tasks/act.dto.js';
import { ActsService } from '../tasks/acts.service.js';
import { RoutingActs } from '../tasks/routing-acts.service.js';
import { LettersToPostService } from './letters-to-post.service.js';

/** An agent says that a letter of the list was posted: a reply answers its case, anything else only leaves the list. */
@Injectable()
export class PostingsService {
  constructor(
    private readonly toPost: LettersToPostService,
    private readonly routing: RoutingActs,
    private readonly acts: ActsService,
    private readonly database: Database,
  ) {}

  async confirm(
    actor: Actor,
    effectId: string,
    { body, clientKey }: { readonly body: ConfirmPostingDto; readonly clientKey: string },
  ): Promise<void> {
    const letter = await this.toPost.find(actor, effectId);
    if (letter === undefined) return this.confirmedBefore(actor, effectId, clientKey);
    if (letter.taskId !== null) {
      const act = await this.routing.confirmPosting(body);
      await this.acts.onTask({ actor, action: 'letter.print', act, clientKey, body }, letter.taskId);
      return;
    }
    const on = await this.routing.postingDay(body);
    await markPosted(this.database, { effectId, on, by: actor.personId });
    await tellScreens(this.database, letter.caseId, 0);
  }

  /** Gone from the list, because this very person confirmed it: the answer of the first time may have been lost. */
  private async confirmedBefore({ personId }: Actor, effectId: string, clientKey: string): Promise<void> {
    const known = await findCommand(this.database, personId, clientKey);
    if (known?.state !== 'done' && (await postedBy(this.database, effectId)) !== personId)
      throw new Refusal('letter.not-found');
  }
}
