import { closeTasks, openTask } from '../case/turn.js';
import { isMet } from '../request/condition.js';
import { next, stay, taskRefusal, type StepHandler } from './step-kind.js';

/** Sends a patroller to the spot and waits for the finding, where the answers of the request ask for it. */
export const inspection: StepHandler<'inspection'> = {
  onEnter(turn, step) {
    if (step.when !== undefined && !isMet(step.when, turn.caseFile.answers)) return next(turn);
    const { organisation, route } = turn.caseFile;
    const task = {
      kind: 'inspect',
      role: 'patroller',
      organisation,
      department: route.department,
      team: step.team,
    } as const;
    return stay(openTask(turn, step.target === undefined ? task : { ...task, target: step.target }));
  },
  onEvent(turn, _step, event) {
    if (event.kind !== 'command' || event.command.act.kind !== 'giveFinding') return stay(turn);
    return next(closeTasks(turn, (task) => task.kind === 'inspect' && task.openRequest === undefined));
  },
  refusalOf: ({ caseFile }, command) =>
    command.act.kind === 'giveFinding' ? taskRefusal(caseFile, command, 'inspect') : undefined,
};
