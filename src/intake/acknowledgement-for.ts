import type { ReplyChannel } from '../../domain/process/runnable.js';
import { hasMail, hasPostalAddress, type Contacts } from '../../domain/request/reachability.js';
import type { CaseToOpen } from './open-request.js';

/**
 * Every request is acknowledged (code des relations entre le public et l'administration, L112-3): on paper where the
 * citizen has no mail address and wants letters; not where they want none, or were told on the spot.
 */
export function acknowledgementFor(contacts: Contacts, replyChannel: ReplyChannel): CaseToOpen['acknowledgement'] {
  if (hasMail(contacts)) return 'mail';
  return hasPostalAddress(contacts) && replyChannel === 'letter' ? 'letter' : 'none';
}
