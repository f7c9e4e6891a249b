import type { Condition } from '../process/runnable.js';
import type { Answers } from './answers.js';

/**
 * Whether a question was answered in this way: what shows the next question, sends a patroller, starts a clock or chooses
 * the remedies. Where several answers may be ticked, whether this one is among them; no answer is none of them.
 */
export function isMet({ field, equals }: Condition, answers: Answers): boolean {
  const answer = answers[field];
  return Array.isArray(answer) ? answer.includes(String(equals)) : answer === equals;
}
