import type { StepKind } from '../process/runnable.js';
import { enterStep } from '../steps/dispatch.js';
import type { StepOutcome } from '../steps/step-kind.js';
import type { LocalDate } from '../time/local-date.js';
import { conclude } from './conclude.js';
import { say, withCase, type Turn } from './turn.js';

/** Follows what a step asked for, through every step that passes on at once, until the case stands still. */
export function follow({ turn, go }: StepOutcome): Turn {
  switch (go.kind) {
    case 'stay':
      return turn;
    case 'next':
      return enterAt(turn, turn.caseFile.step + 1);
    case 'backTo':
      return enterAt(turn, stepBefore(turn, go.step));
    case 'toReply':
      return enterAt(turn, indexOfStep(turn, 'reply'));
    case 'conclude':
      return conclude(turn, turn.caseFile.answer?.conclusion ?? { kind: 'answered' }, go.on as LocalDate);
  }
}

/** Enters the step of that index. A definition always ends with its reply (`catalog:check`), so there is one. */
export function enterAt(turn: Turn, index: number): Turn {
  const step = turn.rules.definition.steps[index];
  if (step === undefined) return turn;
  const moved = say(withCase(turn, { step: index }), 'step.entered', { step: index, kind: step.kind });
  return follow(enterStep(moved, step));
}

/** Where the definition has its first step of a kind; its last step where it has none. */
export function indexOfStep(turn: Turn, kind: StepKind): number {
  const { steps } = turn.rules.definition;
  const index = steps.findIndex((step) => step.kind === kind);
  return index === -1 ? steps.length - 1 : index;
}

function stepBefore(turn: Turn, kind: StepKind): number {
  const { steps } = turn.rules.definition;
  for (let index = turn.caseFile.step; index >= 0; index--) if (steps[index]?.kind === kind) return index;
  return indexOfStep(turn, kind);
}
