import type { Condition } from '../process/runnable.js';
import type { CaseFile } from './case-file.js';

/** Whether the answer that a condition compares is the one it names; a question not answered is none of its answers. */
export function holds({ answers }: CaseFile, { field, equals }: Condition): boolean {
  return answers[field] === equals;
}
