import type { ProblemFault } from '../../api/problem.js';
import type { AnswerFault } from './validator.js';

/** What the server refused of the answers to a form. */
export function answerFaultsOf(faults: readonly ProblemFault[]): readonly AnswerFault[] {
  return faults.flatMap(({ pointer, detail }) => {
    const [, first, ...path] = pointer.split('/');
    return first === 'answers' ? [{ path, text: detail }] : [];
  });
}
