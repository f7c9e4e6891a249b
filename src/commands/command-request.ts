import type { Act, ActKind } from '../../domain/case/case-command.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { Sql } from '../database/database.js';

/** Who asks, for whom and on which grounds. */
export interface CommandSender {
  readonly actor: string;
  readonly actorRole: string;
  readonly onBehalfOf?: string;
  readonly onBehalfRule?: string;
  readonly authenticationId?: string;
}

/** One act asked of one case. */
export interface CommandRequest {
  readonly sender: CommandSender;
  /** The `Idempotency-Key` of the request; unique for its actor. */
  readonly clientKey: string;
  readonly caseId: string;
  /** As it was read a moment ago, where the caller had to; the engine judges by its own. */
  readonly caseFile?: CaseFile;
  readonly taskId?: string;
  readonly kind: ActKind;
  /** What the person sent: the same key with another body is refused. */
  readonly body: unknown;
  readonly receivedOn?: LocalDate;
  /** A citizen's fact waits for nobody and is never too late. */
  readonly isFact?: boolean;
  readonly traceparent?: string;
  /**
   * Stores the texts and letters that the act names, in the transaction that stores the command, and makes the act.
   * Called once, after the act was found possible.
   */
  prepare(sql: Sql, caseFile: CaseFile, commandId: string): Promise<PreparedAct>;
  /** Where `prepare` stores nothing: the row of the command is all there is to write. */
  readonly storesNothing?: boolean;
  /** What `refusalOf` needs before anything is stored, where `prepare` would cost something. */
  readonly rehearsal: Act;
}

export interface PreparedAct {
  readonly act: Act;
}

/** What the person is told: the case as it now stands, and the revision that their act made. */
export interface CommandResult {
  readonly caseId: string;
  readonly revision: number;
  readonly caseFile: CaseFile;
}
