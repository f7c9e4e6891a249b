import { Injectable } from '@nestjs/common';
import {
  Client,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { RevisionRecord } from '../../domain/case/revision-record.js';
import type { RefusalCode } from '../../domain/refusals.js';
import { REFUSAL_CODES } from '../../domain/refusals.js';
import type { CaseInput } from '../../workflows/contract/case-input.js';
import {
  calendarChangedSignal,
  commandUpdate,
  stateQuery,
  type CaseState,
  type CommandAnswer,
  type CommandMessage,
} from '../../workflows/contract/messages.js';
import { CASE_TASK_QUEUE, workflowIdOf } from '../../workflows/contract/names.js';
import { caseNumberAttribute, processVersionAttribute } from '../../workflows/contract/search-attributes.js';
import { Refusal } from '../http/refusal.js';
import { recordsInHistory } from './records-in-history.js';

/** What became of a command. `away`: Temporal did not answer in time, and the same command may be sent again. */
export type Sent =
  | { readonly kind: 'taken'; readonly answer: CommandAnswer }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  /** No such run: not started yet, or ended long ago. */
  | { readonly kind: 'notFound' }
  | { readonly kind: 'away' };

/** How long a person waits for a command; afterwards the same key is safe to repeat. */
const COMMAND_DEADLINE = 15_000;
const START_DEADLINE = 3_000;

/** The only user of the Temporal client. */
@Injectable()
export class CaseWorkflowClient {
  constructor(private readonly client: Client) {}

  /**
   * Starts the workflow of a case from its stored input. Starting twice is harmless.
   * @returns false where Temporal is away: `open-pending-cases.job.ts` tries again
   */
  async open(input: CaseInput): Promise<boolean> {
    const { caseFile, definition } = input;
    try {
      await this.client.connection.withDeadline(Date.now() + START_DEADLINE, () =>
        this.client.workflow.start(definition.processId, {
          workflowId: workflowIdOf(input.caseId),
          taskQueue: CASE_TASK_QUEUE,
          args: [input],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          // A killed worker is then felt for seconds only.
          workflowTaskTimeout: '5s',
          typedSearchAttributes: [
            { key: caseNumberAttribute, value: caseFile.caseNumber },
            { key: processVersionAttribute, value: definition.version },
          ],
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return true;
      return false;
    }
  }

  /** Executes the Update whose id is the command's: sent twice, it is done once and answers as before. */
  async send(caseId: string, message: CommandMessage): Promise<Sent> {
    try {
      const answer = await this.client.connection.withDeadline(Date.now() + COMMAND_DEADLINE, () =>
        this.client.workflow
          .getHandle(workflowIdOf(caseId))
          .executeUpdate(commandUpdate, { updateId: message.command.id, args: [message] }),
      );
      return { kind: 'taken', answer };
    } catch (error) {
      return sentOf(error);
    }
  }

  /** Tells an open case of a new revision of the calendars; repeatable. */
  async calendarChanged(caseId: string, revision: number): Promise<void> {
    await this.client.workflow.getHandle(workflowIdOf(caseId)).signal(calendarChangedSignal, revision);
  }

  /** The state inside the engine: for support, and for the check that compares it with the read model. */
  state(caseId: string): Promise<CaseState> {
    return this.client.workflow.getHandle(workflowIdOf(caseId)).query(stateQuery);
  }

  /**
   * The latest record of a case with every line that the engine's histories still hold; undefined where none is kept.
   * @throws Refusal `http.unavailable` where Temporal is away
   */
  async allRecords(caseId: string): Promise<RevisionRecord | undefined> {
    try {
      return await this.client.connection.withDeadline(Date.now() + COMMAND_DEADLINE, () =>
        recordsInHistory(this.client, workflowIdOf(caseId)),
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw new Refusal('http.unavailable', { retryAfter: 5 });
    }
  }

  /** Cases whose workflow task failed several times in a row, as the server itself reports them. */
  async stuckCases(): Promise<readonly string[]> {
    const query = `ExecutionStatus = 'Running' AND TemporalReportedProblems IS NOT NULL`;
    const found: string[] = [];
    for await (const run of this.client.workflow.list({ query })) found.push(run.workflowId);
    return found;
  }

  /** Resolves where Temporal answers for our namespace. */
  async ping(): Promise<void> {
    await this.client.connection.withDeadline(Date.now() + 2_000, () =>
      this.client.workflowService.describeNamespace({ namespace: this.client.options.namespace }),
    );
  }
}

function sentOf(error: unknown): Sent {
  if (error instanceof WorkflowNotFoundError) return { kind: 'notFound' };
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    const code = cause instanceof ApplicationFailure ? cause.type : undefined;
    if (isRefusalCode(code)) return { kind: 'refused', code };
    // Anything else that the engine says of an Update is a passing state of the run (it was leaving, or is being mended).
    return { kind: 'away' };
  }
  return { kind: 'away' };
}

function isRefusalCode(code: string | null | undefined): code is RefusalCode {
  return typeof code === 'string' && (REFUSAL_CODES as readonly string[]).includes(code);
}
