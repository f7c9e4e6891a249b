import { tellsMissing } from '../../../../domain/text/fault-sentences.js';
import type { Problem, ProblemFault } from '../../api/problem.js';
import type { FieldFault } from './error-summary.js';

/**
 * The faults of a refusal, each with the id of its field: `prefix-name` for the pointer `/name`. A refusal without any is
 * told at the field named for its code, or else at the first.
 */
export function fieldFaultsOf(
  problem: Problem | undefined,
  { prefix, first, fieldOf = {} }: { prefix: string; first: string; fieldOf?: Readonly<Record<string, string>> },
): readonly FieldFault[] {
  if (problem === undefined) return [];
  if (problem.faults.length === 0)
    return [{ field: `${prefix}-${fieldOf[problem.code] ?? first}`, text: problem.message }];
  return problem.faults.map((fault) => {
    const [name = first] = fault.pointer.slice(1).split('/');
    return faultAt(`${prefix}-${name}`, fault);
  });
}

/** One fault of a refusal, at its field. */
export function faultAt(field: string, { code, detail }: ProblemFault): FieldFault {
  return { field, text: detail, missing: tellsMissing(code) };
}
