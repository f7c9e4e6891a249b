import { next, type StepHandler } from './step-kind.js';

/** Finds the holder. Intake, qualification and reassignment bring the route with them, so the step only passes on. */
export const assignment: StepHandler<'assignment'> = {
  onEnter: (turn) => next(turn),
  onEvent: (turn) => next(turn),
  refusalOf: () => undefined,
};
