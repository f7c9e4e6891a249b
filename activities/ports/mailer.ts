/** A mail as it is put together, before anyone sends it. */
export interface OutgoingMail {
  /** One mailbox, `local@domain`: a mail about a case never shows one person's address to another. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly MailAttachment[];
  /** Written by the system and not by a person (RFC 3834): holiday replies do not answer it. */
  readonly automatic?: boolean;
}

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

export interface MailMessage extends OutgoingMail {
  /** Fixed by the caller and the same at each attempt, `<effect-id@host>`: a server or a reader can tell a copy. */
  readonly messageId: string;
}

/** The mail server took the message upon itself. */
export interface MailReceipt {
  readonly accepted: true;
  /** The server's last line, its own queue number in it: the proof of sending. It may quote an address: never log it. */
  readonly response: string;
}

export interface Mailer {
  /** Sends once, waits for the server's answer. Throws a {@link MailFailure} and nothing else. */
  send(message: MailMessage): Promise<MailReceipt>;
}

export type MailFailureCode =
  /** The server will never take this address (5xx), or it is not an address. */
  | 'mail.address-refused'
  /** The server will never take this message (5xx): too large, judged unwanted. */
  | 'mail.message-refused'
  /** The server does not want us: authentication, sender. Somebody must change the configuration; then it will work. */
  | 'mail.relay-refused'
  /** No server, no answer in time, or « try again later » (4xx). */
  | 'mail.unavailable'
  /** The message was on its way when the connection broke: the server may have taken it. */
  | 'mail.in-doubt';

/** Why a mail was not sent, or may have been. Carries a code and nothing else: what a server says quotes addresses. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  /** `refused`: never try the same again. `unavailable`: try again, if {@link certainlyNotSent}. */
  readonly kind: 'refused' | 'unavailable';
  /** False only where the message may have left: a reply is then never sent again by the system. */
  readonly certainlyNotSent: boolean;

  constructor(readonly code: MailFailureCode) {
    super(code);
    this.kind = code === 'mail.address-refused' || code === 'mail.message-refused' ? 'refused' : 'unavailable';
    this.certainlyNotSent = code !== 'mail.in-doubt';
  }
}
