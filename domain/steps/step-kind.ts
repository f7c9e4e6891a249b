import type { CaseCommand } from '../case/case-command.js';
import type { CaseFile, TaskKind } from '../case/case-file.js';
import type { CaseEvent } from '../case/case-event.js';
import type { Rules } from '../case/rules.js';
import type { Turn } from '../case/turn.js';
import type { StepDefinition, StepKind } from '../process/runnable.js';
import type { RefusalCode } from '../refusals.js';

export type StepOf<K extends StepKind> = Extract<StepDefinition, { kind: K }>;

/** What a step asks the engine to do after it has treated something: stay, or leave for another step. */
export interface StepOutcome {
  readonly turn: Turn;
  readonly go: Go;
}

export type Go =
  | { readonly kind: 'stay' }
  | { readonly kind: 'next' }
  /** To the last step of that kind before this one, to be done again. */
  | { readonly kind: 'backTo'; readonly step: StepKind }
  /** To the reply at once, past everything between. */
  | { readonly kind: 'toReply' }
  /** The reply has gone, on that day. */
  | { readonly kind: 'conclude'; readonly on: string };

/** A step kind is three pure functions. */
export interface StepHandler<K extends StepKind> {
  /** Enters the step: opens its tasks, or passes on at once. */
  onEnter(turn: Turn, step: StepOf<K>): StepOutcome;
  /** Treats an event, already known to be allowed; one that is not this step's is given back as it came. */
  onEvent(turn: Turn, step: StepOf<K>, event: CaseEvent): StepOutcome;
  /** Why a command of this step may not be done now; `undefined` where it may. */
  refusalOf(context: RefusalContext<K>, command: CaseCommand): RefusalCode | undefined;
}

export interface RefusalContext<K extends StepKind> {
  readonly rules: Rules;
  readonly caseFile: CaseFile;
  readonly step: StepOf<K>;
}

export const stay = (turn: Turn): StepOutcome => ({ turn, go: { kind: 'stay' } });
export const next = (turn: Turn): StepOutcome => ({ turn, go: { kind: 'next' } });

/** An act answers an open task of its own kind: with the id of another task it would pass over what is asked. */
export function taskRefusal(caseFile: CaseFile, command: CaseCommand, kind: TaskKind): RefusalCode | undefined {
  return caseFile.tasks.some((task) => task.id === command.taskId && task.kind === kind)
    ? undefined
    : 'case.task-ended';
}
