import type { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import {
  MailFailure,
  type MailFailureCode,
  type MailMessage,
  type MailReceipt,
  type Mailer,
} from '../../activities/ports/mailer.js';

export interface SmtpMailerOptions {
  /** `smtp://user:password@host:port` or `smtps://…` */
  readonly url: string;
  /** `Ville de Valmont <ne-pas-repondre@valmont.example>` */
  readonly from: string;
  readonly replyTo?: string;
  /** Milliseconds without a word from the server before it is given up; 20 s unless said otherwise. */
  readonly timeout?: number;
}

/** What is known of one attempt: the stream of the message, which only flows once the server has said « go on » to DATA. */
interface Attempt {
  stream?: Readable;
}

interface FailedAttempt {
  readonly error: SmtpError;
  readonly dataStarted: boolean;
}

/** Refused before any server sees it: a list of addresses, a name, a second line. */
const ONE_MAILBOX = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+$/;

/**
 * Sends mails by SMTP over a few connections kept open. What can break, and what is known then: until the server has
 * taken DATA, nothing has left; from then to its answer, nobody can tell.
 */
export class SmtpMailer implements Mailer {
  readonly #transport: Transporter;
  readonly #attempts = new WeakMap<object, Attempt>();
  readonly #options: SmtpMailerOptions;

  constructor(options: SmtpMailerOptions) {
    const timeout = options.timeout ?? 20_000;
    this.#options = options;
    this.#transport = createTransport({
      url: options.url,
      pool: true,
      maxConnections: 3,
      // The pool must never send again by itself: only the caller knows what a second copy means.
      maxRequeues: 0,
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      socketTimeout: timeout,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]) as Transporter;
    this.#transport.use('stream', (mail, done) => {
      this.#watch(mail);
      done();
    });
  }

  async send(message: MailMessage): Promise<MailReceipt> {
    if (!ONE_MAILBOX.test(message.to)) throw new MailFailure('mail.address-refused');
    const first = await this.#attempt(message);
    // A connection kept open may have died while nobody looked: nothing was sent, a new one is worth one try.
    const outcome = 'error' in first && brokeBeforeData(first) ? await this.#attempt(message) : first;
    if ('error' in outcome) throw new MailFailure(codeOf(outcome.error, outcome.dataStarted));
    return outcome;
  }

  /** Closes the connections; for the end of the process. */
  close(): void {
    this.#transport.close();
  }

  async #attempt(message: MailMessage): Promise<MailReceipt | FailedAttempt> {
    const attempt: Attempt = {};
    const mail = mailOf(message, this.#options);
    this.#attempts.set(mail.headers, attempt);
    try {
      const { response } = (await this.#transport.sendMail(mail)) as { response: string };
      return { accepted: true, response };
    } catch (error) {
      return { error: error as SmtpError, dataStarted: attempt.stream?.readableDidRead === true };
    }
  }

  /** Keeps hold of the stream nodemailer is about to send: it is the only witness of how far an attempt went. */
  #watch(mail: {
    readonly data: { readonly headers?: unknown };
    readonly message: { createReadStream: StreamMaker };
  }): void {
    const attempt = this.#attempts.get(mail.data.headers as object);
    const create = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (options) => {
      const stream = create(options);
      if (attempt !== undefined) attempt.stream = stream;
      return stream;
    };
  }
}

type StreamMaker = (options?: object) => Readable;

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

function mailOf(
  message: MailMessage,
  { from, replyTo }: SmtpMailerOptions,
): Parameters<Transporter['sendMail']>[0] & { headers: Record<string, string> } {
  return {
    from,
    ...(replyTo === undefined ? {} : { replyTo }),
    // An object and not a line of text: nothing in the address can name a second recipient.
    to: { name: '', address: message.to },
    messageId: message.messageId,
    subject: message.subject,
    text: message.text,
    ...(message.html === undefined ? {} : { html: message.html }),
    headers: message.automatic === true ? { 'Auto-Submitted': 'auto-generated' } : {},
    attachments: (message.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: Buffer.from(content),
    })),
  };
}

function brokeBeforeData({ error, dataStarted }: FailedAttempt): boolean {
  return !dataStarted && error.responseCode === undefined && (error.code === 'ECONNECTION' || error.code === 'ESOCKET');
}

function codeOf(error: SmtpError, dataStarted: boolean): MailFailureCode {
  const { code, command, responseCode = 0 } = error;
  if (code === 'EENVELOPE' && command === 'API') return 'mail.address-refused';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'mail.relay-refused';
  if (dataStarted) return answeredData(code, responseCode);
  return responseCode < 500 ? 'mail.unavailable' : refusedAt(command, responseCode);
}

/** A final « no » before the message: what it means depends on what was being said. 552 is a limit of size (RFC 5321). */
function refusedAt(command: string | undefined, responseCode: number): MailFailureCode {
  if (command === 'RCPT TO') return 'mail.address-refused';
  return command === 'DATA' || responseCode === 552 ? 'mail.message-refused' : 'mail.relay-refused';
}

/** The server's own « no » after DATA is as certain as its « yes »; anything else leaves the question open. */
function answeredData(code: string | undefined, responseCode: number): MailFailureCode {
  if (code !== 'EMESSAGE' || responseCode < 400) return 'mail.in-doubt';
  return responseCode >= 500 ? 'mail.message-refused' : 'mail.unavailable';
}
