import { openTask } from '../case/turn.js';
import { stay, type StepHandler } from './step-kind.js';

/** An ambassador finds the process of a request that came without one. The promise runs from receipt all the same. */
export const qualification: StepHandler<'qualification'> = {
  onEnter(turn, step) {
    const { organisation, route } = turn.caseFile;
    return stay(
      openTask(turn, {
        kind: 'qualify',
        role: 'ambassador',
        organisation,
        department: route.department,
        team: step.team,
      }),
    );
  },
  onEvent: (turn) => stay(turn),
  refusalOf: () => undefined,
};
