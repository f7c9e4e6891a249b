import type { Effect } from '../../domain/case/effect.js';
import type { PaperLetter } from './correspondence.js';
import type { OutgoingMail } from './mailer.js';

/** What is known of an effect's message before this attempt. */
export type Reservation =
  /** Nobody tried, or the last try certainly did not send: it is ours to send now. */
  | 'mine'
  /** An attempt reserved it and never confirmed: it may have left. */
  | 'inDoubt'
  | 'sent';

/** What left the town hall, one row an effect whatever the attempt. */
export interface OutgoingMessages {
  reserve(caseId: string, effect: Effect, messageId: string): Promise<Reservation>;
  /** The server took it. */
  confirm(effectId: string): Promise<void>;
  /** It certainly did not leave: the next attempt may try. */
  release(effectId: string): Promise<void>;
  /** Puts the reply's letter in the list of letters to print; twice is once. */
  putOnPostList(caseId: string, effect: Effect): Promise<void>;
  /** Keeps a letter that is no reply, and puts it in that list; twice is once. */
  putMissiveOnPostList(caseId: string, effect: Effect, letter: PaperLetter): Promise<void>;
  /** Keeps the text of a mail that left, with its hash; twice is once. */
  noteSent(caseId: string, effect: Effect, mail: OutgoingMail): Promise<void>;
}
