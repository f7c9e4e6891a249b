import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CaseCommand } from '../../domain/case/case-command.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { RevisionRecord } from '../../domain/case/revision-record.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';

/** A command, and the definition that a `qualify` names. */
export interface CommandMessage {
  readonly command: CaseCommand;
  readonly definition?: RunnableDefinition;
}

export interface CommandAnswer {
  /** The case as it is now, with every line the sender may still have to store. */
  readonly record: RevisionRecord;
  /** The revision that this command made; lower than the record's where it is an answer to a repetition. */
  readonly revision: number;
}

/**
 * The one way in for people's commands and for facts from outside. Its id is the command's. Rejected by the validator with
 * an `ApplicationFailure` whose type is a refusal code.
 */
export const commandUpdate = defineUpdate<CommandAnswer, [CommandMessage]>('command');

/** A closure was decided or a calendar corrected; a revision not higher than the last one heard is dropped. */
export const calendarChangedSignal = defineSignal<[revision: number]>('calendarChanged');

export interface CaseState {
  readonly caseFile: CaseFile;
  readonly stored: number;
  readonly running: number;
  readonly timers: readonly number[];
}

/** For support and for the checks that compare read model, workflow and journal. */
export const stateQuery = defineQuery<CaseState>('state');
