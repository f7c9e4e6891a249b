import type { ReplyChannel } from '../../domain/process/runnable.js';
import type { CaseToOpen } from './open-request.js';

/** How a citizen can be reached. */
export interface ReachableCitizen {
  readonly id?: string;
  readonly hasMail: boolean;
  readonly hasAddress: boolean;
}

/**
 * Every request is acknowledged (code des relations entre le public et l'administration, L112-3): on paper where the
 * citizen has no mail address and wants letters; not where they want none, or were told on the spot.
 */
export function acknowledgementFor(
  { hasMail, hasAddress }: ReachableCitizen,
  replyChannel: ReplyChannel,
): CaseToOpen['acknowledgement'] {
  if (hasMail) return 'mail';
  return hasAddress && replyChannel === 'letter' ? 'letter' : 'none';
}
