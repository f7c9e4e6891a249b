import type { AcknowledgeEffect, RemindEffect, SendReplyEffect, TellCitizenEffect } from '../../domain/case/effect.js';
import type { OutgoingMail } from './mailer.js';

/**
 * Puts mails together from what the database holds of a case: names and addresses stay behind this port. `undefined` (or
 * an empty list) where there is nobody to write to any more.
 */
export interface Correspondence {
  acknowledgement(caseId: string, effect: AcknowledgeEffect): Promise<OutgoingMail | undefined>;
  reminders(caseId: string, effect: RemindEffect): Promise<readonly OutgoingMail[]>;
  news(caseId: string, effect: TellCitizenEffect): Promise<OutgoingMail | undefined>;
  /** The reply with the letter of that hash attached. */
  reply(caseId: string, effect: SendReplyEffect): Promise<OutgoingMail | undefined>;
}
