import { Injectable } from '@nestjs/common';
import { may } from '../../domain/people/permission.js';
import { REFUSAL_SENTENCES } from '../../domain/text/refusal-sentences.js';
import type { Actor } from '../auth/allow.js';
import { CaseGate } from '../cases/case-gate.js';
import { Database } from '../database/database.js';
import { answerTasks, linksOf, taskOfKey } from '../database/repositories/case-links.repository.js';
import { findTask } from '../database/repositories/tasks.repository.js';
import { Refusal } from '../http/refusal.js';
import { ActsService } from '../tasks/acts.service.js';
import { ReplyActs } from '../tasks/reply-acts.service.js';
import { subjectOf } from '../tasks/task-audience.js';
import { otherOf } from './describe-links.js';
import type { AnsweredCaseDto, AnsweredLinkedDto, AnswerLinkedDto } from './links.dto.js';

interface Answering {
  readonly actor: Actor;
  readonly answer: AnswerLinkedDto['answer'];
  readonly clientKey: string;
}

/**
 * One answer given to several linked cases, as if each had been opened and answered by hand: each has its own command,
 * its own letter and its own way through the chain of its process.
 */
@Injectable()
export class AnswerLinkedService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly acts: ActsService,
    private readonly replies: ReplyActs,
  ) {}

  /** Never fails as a whole once the first case may be read: what could not be done is told case by case. */
  async answer(
    actor: Actor,
    caseId: string,
    { caseIds, answer, clientKey }: AnswerLinkedDto & { readonly clientKey: string },
  ): Promise<AnsweredLinkedDto> {
    await this.gate.readCase(actor, caseId, 'case.read');
    const links = await linksOf(this.database, caseId);
    const known = new Set([caseId, ...links.map((link) => otherOf(link, caseId))]);
    const cases: AnsweredCaseDto[] = [];
    for (const id of caseIds) {
      // The same request repeated finds its own commands again, whatever happened to the rest.
      const asked = { actor, answer, clientKey: `${clientKey}.${id}` };
      cases.push(await this.resultOf(asked, id, known.has(id)));
    }
    const done = cases.filter((one) => one.done).length;
    return { done, failed: cases.length - done, cases };
  }

  private async resultOf(asked: Answering, caseId: string, isLinked: boolean): Promise<AnsweredCaseDto> {
    let caseNumber: string | undefined;
    try {
      if (!isLinked) throw new Refusal('link.not-found');
      caseNumber = (await this.gate.readCase(asked.actor, caseId, 'case.read')).caseFile.caseNumber;
      await this.answerOne(asked, caseId);
      return { caseId, caseNumber, done: true };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code } = error;
      const why = REFUSAL_SENTENCES[code];
      return { caseId, ...(caseNumber === undefined ? {} : { caseNumber }), done: false, code, why };
    }
  }

  private async answerOne({ actor, answer, clientKey }: Answering, caseId: string): Promise<void> {
    const taskId = (await taskOfKey(this.database, actor.personId, clientKey)) ?? (await this.taskFor(actor, caseId));
    const act = this.replies.answer(answer, false);
    await this.acts.onTask({ actor, action: 'task.answer', act, clientKey, body: answer }, taskId);
  }

  /** The open answer-task of the case that the actor may do. */
  private async taskFor(actor: Actor, caseId: string): Promise<string> {
    const open = await answerTasks(this.database, caseId);
    if (open.length === 0) throw new Refusal('link.no-answer-expected');
    for (const id of open) {
      const task = await findTask(this.database, id);
      if (task !== undefined && may(actor, 'task.answer', subjectOf(task, actor))) return id;
    }
    throw new Refusal('auth.forbidden');
  }
}
