import { Injectable } from '@nestjs/common';
import { MailFailure } from '../../activities/ports/mailer.js';
import { may } from '../../domain/people/permission.js';
import type { Actor } from '../auth/allow.js';
import { actorOf, PersonDirectory } from '../auth/person-directory.js';
import { DrainingJob } from '../commands/job.js';
import { Database } from '../database/database.js';
import { findCaseAccess } from '../database/repositories/case-access.repository.js';
import {
  endLotItem,
  keepLotTask,
  openTaskIds,
  takeLotItem,
  type LotWork,
} from '../database/repositories/lots.repository.js';
import { Refusal } from '../http/refusal.js';
import { ActsService } from '../tasks/acts.service.js';
import { RoutingActs } from '../tasks/routing-acts.service.js';
import { LOT_ACTIONS } from './lot-actions.js';
import { Reminder } from './reminder.js';

/** An item older than that was left by a process that died. */
const LEFT_AFTER_SECONDS = 60;

/** Does the items of lots one by one, each as if its owner had done it by hand; goes on after a restart. */
@Injectable()
export class LotRunner extends DrainingJob {
  constructor(
    private readonly database: Database,
    private readonly people: PersonDirectory,
    private readonly acts: ActsService,
    private readonly routing: RoutingActs,
    private readonly reminder: Reminder,
  ) {
    super(3_000);
  }

  protected override async takeOne(): Promise<boolean> {
    const work = await takeLotItem(this.database, LEFT_AFTER_SECONDS);
    if (work === undefined) return false;
    await endLotItem(this.database, work, await this.resultOf(work));
    return true;
  }

  /** Undefined where it was done; else the code of what stood in the way. */
  private async resultOf(work: LotWork): Promise<string | undefined> {
    try {
      const actor = await this.actorOf(work.owner);
      await (work.kind === 'remind' ? this.remind(actor, work) : this.reassign(actor, work));
      return undefined;
    } catch (error) {
      if (error instanceof Refusal || error instanceof MailFailure) return error.code;
      return 'http.internal';
    }
  }

  private async remind(actor: Actor, work: LotWork): Promise<void> {
    const access = await findCaseAccess(this.database, work.caseId);
    if (access === undefined) throw new Refusal('case.not-found');
    if (!may(actor, LOT_ACTIONS.remind, access.subject)) throw new Refusal('auth.forbidden');
    const { message } = work.params;
    await this.reminder.remind({
      access,
      by: actor.personId,
      key: `lot.${work.lotId}.${String(work.position)}`,
      ...(message === undefined ? {} : { message }),
    });
  }

  private async reassign(actor: Actor, work: LotWork): Promise<void> {
    const [first] = await openTaskIds(this.database, work.caseId);
    const taskId = work.preview.taskId ?? first;
    if (taskId === undefined) throw new Refusal('lot.no-open-task');
    await keepLotTask(this.database, work, taskId);
    const { params } = work;
    await this.acts.onTask(
      {
        actor,
        action: LOT_ACTIONS.reassign,
        act: this.routing.reassign(params),
        clientKey: `lot.${work.lotId}.${String(work.position)}.${String(work.attempt)}`,
        body: params,
      },
      taskId,
    );
  }

  /** The owner as they are now: roles taken away since the lot was made no longer count. */
  private async actorOf(personId: string): Promise<Actor> {
    const person = await this.people.find(personId);
    if (person === undefined) throw new Refusal('auth.forbidden');
    return actorOf(person, 'lot');
  }
}
