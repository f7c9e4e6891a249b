import type {
  AcknowledgeEffect,
  RemindEffect,
  SendReplyEffect,
  TellCitizenEffect,
  TransmitEffect,
} from '../../domain/case/effect.js';
import type { OutgoingMail } from './mailer.js';

/**
 * What is to leave: a mail, or a letter for the list of letters to print where the person has no mail address. `undefined`
 * where there is no way to reach them any more.
 */
export type Missive =
  { readonly by: 'email'; readonly mail: OutgoingMail } | { readonly by: 'letter'; readonly letter: PaperLetter };

/** A letter rendered for the post. */
export interface PaperLetter {
  readonly pdf: Uint8Array;
  /** SHA-256 of `pdf`, hex. */
  readonly sha256: string;
  /** What it was rendered from. */
  readonly input: unknown;
  readonly mailSubject: string;
  readonly mailText: string;
  readonly mailHtml: string;
}

/**
 * Puts mails and letters together from what the database holds of a case: names and addresses stay behind this port.
 * `undefined` (or an empty list) where there is nobody to write to any more.
 */
export interface Correspondence {
  acknowledgement(caseId: string, effect: AcknowledgeEffect): Promise<Missive | undefined>;
  reminders(caseId: string, effect: RemindEffect): Promise<readonly OutgoingMail[]>;
  news(caseId: string, effect: TellCitizenEffect): Promise<Missive | undefined>;
  /** The whole request, for the authority it is passed on to; undefined where that one cannot be reached. */
  transmission(caseId: string, effect: TransmitEffect): Promise<Missive | undefined>;
  /** The reply with the letter of that hash attached. */
  reply(caseId: string, effect: SendReplyEffect): Promise<OutgoingMail | undefined>;
}
