import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CaseCommand } from '../../domain/case/case-command.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import { refusalOf } from '../../domain/case/refusal-of.js';
import type { RefusalCode } from '../../domain/refusals.js';
import type { CommandMessage } from '../../workflows/contract/messages.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database, type Sql } from '../database/database.js';
import { findCaseFile } from '../database/repositories/cases.repository.js';
import {
  brokenRule,
  completeCommand,
  findCommand,
  insertCommand,
  refuseCommand,
  revisionMadeBy,
  type CommandRow,
} from '../database/repositories/commands.repository.js';
import { recordCase } from '../database/repositories/record-case.js';
import { recordNext } from '../database/repositories/record-next.js';
import { applyRequalification, forgetRequalification } from '../database/repositories/requalifications.repository.js';
import { Refusal } from '../http/refusal.js';
import { CaseWorkflowClient, type Sent } from '../temporal/case-workflow.client.js';
import { CaseOpener } from './case-opener.js';
import type { CommandRequest, CommandResult } from './command-request.js';
import { PausePoints } from './pause-points.js';

/** How long after it was given an agent's command may still be taken. */
const VALID_FOR = 120_000;
/** What a person is told to wait when Temporal is away; the same key is safe to repeat. */
const RETRY_AFTER_SECONDS = 5;

type SentCommand = CaseCommand & { readonly caseId: string };

/**
 * A command's way: a row in `commands`, in the transaction that stores its texts; the Update; then the read model, in the
 * transaction that completes the row; then the answer. So a decision is durable before it is visible, and visible before
 * it is acknowledged; what a dead process left open is sent again under the same id (`finish-commands.job.ts`).
 */
@Injectable()
export class CommandsService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly workflows: CaseWorkflowClient,
    private readonly opener: CaseOpener,
    private readonly pauses: PausePoints,
  ) {}

  /** Does it once, however often it is asked under the same key. @throws Refusal */
  async perform(request: CommandRequest): Promise<CommandResult> {
    const bodyHash = hashOf([request.caseId, request.taskId, request.kind, request.body]);
    const stored = await this.store(request, bodyHash).catch((error: unknown) => this.known(request, error));
    return 'body_hash' in stored ? this.repeat(stored, bodyHash) : this.send(stored);
  }

  /**
   * What was asked before under the same key, where it could not be stored: a repeated command finds its key taken, or what
   * it asked done already. Looked for here alone, since nearly every command is asked once.
   */
  private async known({ sender, clientKey }: CommandRequest, error: unknown): Promise<CommandRow> {
    const known = await findCommand(this.database, sender.actor, clientKey);
    if (known !== undefined) return known;
    throw brokenRule(error) === undefined ? error : new Refusal('command.unfinished');
  }

  /** Sends a stored command, again or for the first time, and stores what came of it. */
  async send(command: SentCommand): Promise<CommandResult> {
    const { caseId, ...bare } = command;
    const message = await this.messageOf(bare);
    await this.pauses.at('before-update');
    let sent = await this.workflows.send(caseId, message);
    if (sent.kind === 'notFound' && (await this.opener.openIfPending(caseId)))
      sent = await this.workflows.send(caseId, message);
    await this.pauses.at('after-update');
    const result = await this.finish(command, sent);
    await this.pauses.at('after-record');
    return result;
  }

  private async repeat(known: CommandRow, bodyHash: string): Promise<CommandResult> {
    if (known.body_hash !== bodyHash) throw new Refusal('request.idempotency-key-reused');
    if (known.state === 'refused') throw new Refusal(known.refusal as RefusalCode);
    if (known.state === 'open') return this.send({ ...known.message.command, caseId: known.case_id });
    return this.resultOf(known.case_id, known.revision ?? 0);
  }

  private async store(request: CommandRequest, bodyHash: string): Promise<SentCommand> {
    const { caseId, clientKey } = request;
    const caseFile = request.caseFile ?? (await findCaseFile(this.database, caseId));
    if (caseFile === undefined) throw new Refusal('case.not-found');
    const rehearsed = commandOf(request, caseFile);
    const rules = { definition: await this.catalog.runnable(caseFile.definition.hash), calendars: {} };
    const refused = refusalOf(rules, caseFile, rehearsed);
    if (refused !== undefined) throw new Refusal(refused);
    const insert = async (sql: Sql): Promise<SentCommand> => {
      const { act } = await request.prepare(sql, caseFile, rehearsed.id);
      const command = { ...rehearsed, act };
      await insertCommand(sql, command, { caseId, clientKey, bodyHash });
      return { ...command, caseId };
    };
    // One statement needs no transaction around it.
    return request.storesNothing === true ? insert(this.database) : this.database.transaction(insert);
  }

  private async finish({ caseId, id, act }: SentCommand, sent: Sent): Promise<CommandResult> {
    switch (sent.kind) {
      case 'taken': {
        const { record, revision } = sent.answer;
        // A change of process moves the request too: that is more than the one statement.
        const written = act.kind !== 'qualify' && (await recordNext(this.database, record, { id, revision }));
        if (!written)
          await this.database.transaction(async (sql) => {
            await recordCase(sql, record);
            await complete(sql, id, revision);
          });
        return { caseId, revision, caseFile: record.caseFile };
      }
      case 'refused':
        await this.refuse(id, sent.code);
        throw new Refusal(sent.code);
      case 'notFound':
        return this.finishWithoutRun(caseId, id);
      case 'away':
        throw new Refusal('http.unavailable', { retryAfter: RETRY_AFTER_SECONDS });
    }
  }

  /** The run has ended long ago: the journal tells whether this command was one of its last. */
  private async finishWithoutRun(caseId: string, commandId: string): Promise<CommandResult> {
    const revision = await revisionMadeBy(this.database, caseId, commandId);
    if (revision === undefined) {
      await this.refuse(commandId, 'case.ended');
      throw new Refusal('case.ended');
    }
    await this.database.transaction((sql) => complete(sql, commandId, revision));
    return this.resultOf(caseId, revision);
  }

  private async refuse(commandId: string, code: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      await refuseCommand(sql, commandId, code);
      await forgetRequalification(sql, commandId);
    });
  }

  private async resultOf(caseId: string, revision: number): Promise<CommandResult> {
    const caseFile = await findCaseFile(this.database, caseId);
    if (caseFile === undefined) throw new Refusal('case.not-found');
    return { caseId, revision, caseFile };
  }

  private async messageOf(command: CaseCommand): Promise<CommandMessage> {
    if (command.act.kind !== 'qualify') return { command };
    return { command, definition: await this.catalog.runnable(command.act.definition.hash) };
  }
}

/** A command that is done, with what was kept until it is. */
async function complete(sql: Sql, commandId: string, revision: number): Promise<void> {
  await completeCommand(sql, commandId, revision);
  await applyRequalification(sql, commandId);
}

function commandOf(request: CommandRequest, caseFile: CaseFile): CaseCommand {
  const { sender } = request;
  const at = Date.now();
  return {
    id: uuidv7(),
    actor: sender.actor,
    actorRole: sender.actorRole,
    ...(sender.onBehalfOf === undefined ? {} : { onBehalfOf: sender.onBehalfOf }),
    ...(sender.onBehalfRule === undefined ? {} : { onBehalfRule: sender.onBehalfRule }),
    ...(sender.authenticationId === undefined ? {} : { authenticationId: sender.authenticationId }),
    ...(request.taskId === undefined ? {} : { taskId: request.taskId }),
    ...(request.receivedOn === undefined ? {} : { receivedOn: request.receivedOn }),
    ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
    ...(request.isFact === true ? {} : { validUntil: at + VALID_FOR }),
    at,
    storedRevision: caseFile.revision,
    act: request.rehearsal,
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
