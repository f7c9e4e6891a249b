import { Interrupted, Problem, knownProblem } from './problem.mjs';

/**
 * Says why a command stops: one sentence for what a person can put right, the whole error for what is our fault.
 * @param {unknown} error
 * @param {string} folder the data folder, for problems of the disk
 * @returns {number} the exit code
 */
export function showProblem(error, folder) {
  if (error instanceof Interrupted) return 130;
  const problem = knownProblem(error, folder) ?? error;
  if (problem instanceof Problem) {
    if (problem.details !== '') process.stderr.write(`\n${problem.details}\n`);
    process.stderr.write(`\n✖ ${problem.message}\n`);
  } else {
    const text = problem instanceof Error ? problem.stack : String(problem);
    process.stderr.write(`\n✖ Erreur inattendue, à signaler avec ce qui suit\u00a0:\n${text}\n`);
  }
  return 1;
}
