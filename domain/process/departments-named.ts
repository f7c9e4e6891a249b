import { departmentOfTeam } from '../people/directory.js';
import type { RunnableDefinition, StepDefinition } from './runnable.js';

/** Every department to which a process may bring work: that of its answer, of its teams, of the opinions it asks. */
export function departmentsNamed({
  department,
  steps,
}: Pick<RunnableDefinition, 'department' | 'steps'>): ReadonlySet<string> {
  return new Set([department, ...steps.flatMap(departmentsOfStep)]);
}

function departmentsOfStep(step: StepDefinition): readonly string[] {
  const opinions = step.kind === 'answer' ? step.opinions : [];
  return [
    ...('team' in step ? [departmentOfTeam(step.team)] : []),
    ...opinions.flatMap(({ department, team }) => [department, departmentOfTeam(team)]),
  ];
}
