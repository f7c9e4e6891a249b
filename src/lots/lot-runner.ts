import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { MailFailure } from '../../activities/ports/mailer.js';
import { assertNever } from '../../domain/lib/assert-never.js';
import { may } from '../../domain/people/permission.js';
import type { Actor } from '../auth/allow.js';
import { actorOf, PersonDirectory } from '../auth/person-directory.js';
import { DrainingJob } from '../commands/job.js';
import { Database } from '../database/database.js';
import { findCaseAccess } from '../database/repositories/case-access.repository.js';
import {
  endLotItem,
  keepLotAttempt,
  openTaskIds,
  takeLotItem,
  type LotPlace,
  type LotWork,
} from '../database/repositories/lots.repository.js';
import { definedOf } from '../http/defined-of.js';
import { Refusal } from '../http/refusal.js';
import { ActsService } from '../tasks/acts.service.js';
import type { ReassignDto } from '../tasks/act.dto.js';
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
      await this.carryOut(actor, work);
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

  private carryOut(actor: Actor, work: LotWork): Promise<void> {
    switch (work.kind) {
      case 'remind':
        return this.remind(actor, work);
      case 'reassign':
        return this.reassign(actor, work, work.params);
      case 'undo':
        return this.putBack(actor, work);
      default:
        return assertNever(work.kind);
    }
  }

  /** Only where it still is where the lot put it: what a colleague decided since is not undone. */
  private async putBack(actor: Actor, work: LotWork): Promise<void> {
    const { before, after, taskId } = work.preview;
    if (before === undefined || after === undefined) throw new Refusal('lot.not-undoable');
    if (taskId === undefined && !isDeepStrictEqual(await this.placeOf(work.caseId), after))
      throw new Refusal('lot.changed-since');
    await this.reassign(actor, work, before);
  }

  /** With whom the case is now. */
  private async placeOf(caseId: string): Promise<LotPlace> {
    const access = await findCaseAccess(this.database, caseId);
    if (access === undefined) throw new Refusal('case.not-found');
    const { holder, department, team } = access.caseFile.route;
    return { department, team, ...definedOf({ holder }) };
  }

  private async reassign(actor: Actor, work: LotWork, params: ReassignDto): Promise<void> {
    const [first] = await openTaskIds(this.database, work.caseId);
    const taskId = work.preview.taskId ?? first;
    if (taskId === undefined) throw new Refusal('lot.no-open-task');
    await keepLotAttempt(this.database, work, { taskId, before: await this.placeOf(work.caseId) });
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
    await keepLotAttempt(this.database, work, { after: await this.placeOf(work.caseId) });
  }

  /** The owner as they are now: roles taken away since the lot was made no longer count. */
  private async actorOf(personId: string): Promise<Actor> {
    const person = await this.people.find(personId);
    if (person === undefined) throw new Refusal('auth.forbidden');
    return actorOf(person, 'lot');
  }
}
