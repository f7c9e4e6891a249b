import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { may, type Action } from '../../domain/people/permission.js';
import type { Actor } from '../auth/allow.js';
import { CaseGate } from '../cases/case-gate.js';
import { CatalogService } from '../catalog/catalog.service.js';
import type { CommandResult, CommandSender } from '../commands/command-request.js';
import { CommandsService } from '../commands/commands.service.js';
import { Database } from '../database/database.js';
import { setAsideOf } from '../database/repositories/set-asides.repository.js';
import type { TaskRow } from '../database/repositories/tasks.repository.js';
import { Refusal } from '../http/refusal.js';
import type { AskedAct } from './act-context.js';
import type { ActResultDto } from './act.dto.js';
import { actingRole, onBehalfOf, subjectOf } from './task-audience.js';
import { TasksService } from './tasks.service.js';

/** One act of one person, as a controller asks for it. */
export interface ActRequest {
  readonly actor: Actor;
  readonly action: Action;
  readonly act: AskedAct;
  readonly clientKey: string;
  /** What was sent: the same key with another body is refused. */
  readonly body: unknown;
  readonly receivedOn?: LocalDate;
  readonly authenticationId?: string;
}

/** Does what a person asks of a task or of a case: who may is judged here, whether it can be done now by the engine. */
@Injectable()
export class ActsService {
  constructor(
    private readonly gate: CaseGate,
    private readonly tasks: TasksService,
    private readonly commands: CommandsService,
    private readonly catalog: CatalogService,
    private readonly database: Database,
  ) {}

  /** The task, where the actor may do this to it. */
  async allowed(actor: Actor, action: Action, taskId: string): Promise<TaskRow> {
    const task = await this.tasks.find(actor, taskId);
    refuseUnlessMay(actor, action, task);
    return task;
  }

  /** Acts on a task. One that is no longer open is refused here: its row says so. */
  async onTask(request: ActRequest, taskId: string): Promise<ActResultDto> {
    const { caseFile, ...task } = await this.tasks.findWithCase(request.actor, taskId);
    refuseUnlessMay(request.actor, request.action, task);
    const role = actingRole(task.role, request.actor);
    return this.perform(request, {
      caseFile,
      taskId,
      sender: { ...senderOf(request, role), ...onBehalfOf(task, request.actor) },
    });
  }

  /** Acts on a case as a whole. */
  async onCase(request: ActRequest, caseId: string): Promise<ActResultDto> {
    const { caseFile } = await this.gate.readCase(request.actor, caseId, request.action);
    const role = await this.roleOnCase(request, caseFile);
    return this.perform(request, { caseFile, sender: senderOf(request, role) });
  }

  /** A person with several roles answers at once in the one to which the process gives that. */
  private async roleOnCase({ act, actor }: ActRequest, caseFile: CaseFile): Promise<string> {
    const held = actor.roles.map(({ role }) => role);
    const first = held[0] ?? 'ambassador';
    if (act.rehearsal.kind !== 'answer') return first;
    const { answerAtOnce } = await this.catalog.runnable(caseFile.definition.hash);
    return held.find((role) => answerAtOnce.includes(role)) ?? first;
  }

  /** Only what has no process yet can be set aside: the acts on everything else need no look. */
  private async refuseSetAside({ caseId, tasks }: CaseFile): Promise<void> {
    if (!tasks.some(({ kind }) => kind === 'qualify')) return;
    if ((await setAsideOf(this.database, caseId)) !== undefined) throw new Refusal('case.set-aside');
  }

  private async perform(
    request: ActRequest,
    target: { caseFile: CaseFile; taskId?: string; sender: CommandSender },
  ): Promise<ActResultDto> {
    const { act, actor, clientKey, body, receivedOn } = request;
    await this.refuseSetAside(target.caseFile);
    const result = await this.commands.perform({
      ...target,
      caseId: target.caseFile.caseId,
      clientKey,
      kind: act.rehearsal.kind,
      body,
      rehearsal: act.rehearsal,
      ...(act.storesNothing === true ? { storesNothing: true } : {}),
      ...(receivedOn === undefined ? {} : { receivedOn }),
      prepare: (sql, caseFile, commandId) => act.prepare({ sql, caseFile, commandId, actor: actor.personId }),
    });
    return resultDto(result);
  }
}

function refuseUnlessMay(actor: Actor, action: Action, task: TaskRow): void {
  if (!may(actor, action, subjectOf(task, actor))) throw new Refusal('auth.forbidden');
}

function senderOf({ actor, authenticationId }: ActRequest, actorRole: string): CommandSender {
  return { actor: actor.personId, actorRole, ...(authenticationId === undefined ? {} : { authenticationId }) };
}

function resultDto({ caseId, revision, caseFile }: CommandResult): ActResultDto {
  const { status, tasks, answer, signature } = caseFile;
  const letter = signature?.signedLetter ?? answer?.letter;
  return {
    caseId,
    revision,
    status: status.kind,
    ...(status.kind === 'open' ? {} : { conclusion: status.conclusion.kind }),
    openTasks: tasks.map((task) => task.kind),
    ...(letter === undefined ? {} : { letterHash: letter.hash, letterId: letter.id }),
  };
}
