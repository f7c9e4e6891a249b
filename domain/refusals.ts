/**
 * Every reason for which something asked is not done, by a stable code. `domain/text/fr.ts` must have a sentence for
 * each, `src/http/problem-status.ts` a status. Alphabetical.
 */
export const REFUSAL_CODES = [
  'case.already-answered',
  'case.answer-waits-for-opinion',
  'case.closed',
  'case.effect-not-failed',
  'case.ended',
  'case.four-eyes',
  'case.letter-changed',
  'case.needs-address',
  'case.not-answered-yet',
  'case.not-at-once',
  'case.not-closed',
  'case.not-earlier-person',
  'case.not-found',
  'case.not-possible-now',
  'case.not-your-turn',
  'case.open-request-ended',
  'case.recall-too-late',
  'case.reopening-over',
  'case.task-ended',
  'command.expired',
  'command.unfinished',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];
