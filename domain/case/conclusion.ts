import type { LocalDate } from '../time/local-date.js';
import type { TextRef } from './text-ref.js';

/**
 * How a case is concluded, in these words and no vaguer ones. The first five come with an answer that goes through the
 * chain and leaves as a reply; the last two close the case without one.
 */
export type Conclusion =
  | { readonly kind: 'answered' }
  /** Work is planned: the citizen is told the day. */
  | { readonly kind: 'planned'; readonly on: LocalDate }
  /** Done, with the document that proves it (a photograph, a delivery note). */
  | { readonly kind: 'done'; readonly proof: string }
  /** Refused by a named function, with the reason. */
  | { readonly kind: 'refused'; readonly by: string; readonly reason: TextRef }
  /**
   * Not ours: passed to whom. Code des relations entre le public et l'administration, L114-2. With an `authority` of the
   * town's list, the request is passed on to it when the reply has left; without, somebody does it by hand.
   */
  | { readonly kind: 'notOurs'; readonly passedTo: string; readonly authority?: string }
  | { readonly kind: 'withdrawn'; readonly reason?: TextRef }
  | { readonly kind: 'noCitizenReply' };

export type ConclusionKind = Conclusion['kind'];

/** The conclusions an answer may carry. */
export type AnswerConclusion = Exclude<Conclusion, { kind: 'withdrawn' | 'noCitizenReply' }>;

/** The conclusions that close a case without a reply through the chain. */
export type ClosingConclusion = Extract<Conclusion, { kind: 'withdrawn' | 'noCitizenReply' }>;
