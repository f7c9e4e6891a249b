import type { RefusalCode } from '../../domain/refusals.js';

/** One fault of a body or of a query, found again on the screen by its JSON pointer (RFC 6901). */
export interface Fault {
  readonly pointer: string;
  /** The rule that was broken, stable: `isNotEmpty`, `maxLength`… */
  readonly code: string;
  /** A French sentence. */
  readonly detail: string;
}

export interface RefusalDetails {
  readonly faults?: readonly Fault[];
  /** Seconds after which the same request is worth repeating: sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** What is stored now, on a 412: the screen shows both versions and loses neither. */
  readonly current?: unknown;
}

/**
 * Something asked is not done, and the person is told why: services throw it, `problem.filter.ts` makes it an answer.
 * Across a process border a refusal is known by its code, never by `instanceof`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }
}
