import type { CaseCommand } from '../case/case-command.js';
import type { CaseEvent } from '../case/case-event.js';
import type { CaseFile } from '../case/case-file.js';
import type { Rules } from '../case/rules.js';
import type { Turn } from '../case/turn.js';
import type { StepDefinition, StepKind } from '../process/runnable.js';
import type { RefusalCode } from '../refusals.js';
import { STEP_HANDLERS } from './index.js';
import type { StepHandler, StepOutcome } from './step-kind.js';

/** The handler of a step. The table pairs each kind with its handler; the compiler cannot follow that through an index. */
function handlerOf(step: StepDefinition): StepHandler<StepKind> {
  return STEP_HANDLERS[step.kind] as unknown as StepHandler<StepKind>;
}

/** Enters a step. */
export function enterStep(turn: Turn, step: StepDefinition): StepOutcome {
  return handlerOf(step).onEnter(turn, step);
}

/** Gives an event to the step in which the case stands. */
export function stepOnEvent(turn: Turn, step: StepDefinition, event: CaseEvent): StepOutcome {
  return handlerOf(step).onEvent(turn, step, event);
}

/** Asks the step whether a command may be done. */
export function stepRefusal(rules: Rules, caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  const step = rules.definition.steps[caseFile.step];
  return step === undefined ? 'case.not-possible-now' : handlerOf(step).refusalOf({ rules, caseFile, step }, command);
}
